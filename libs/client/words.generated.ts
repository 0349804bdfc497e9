// Generated from openapi.json by `npm run openapi`. Do not edit.
/** The words that a parameter may be, by path and name. */
export const words = {
  "/v1/access": {
    "kind": [
      "login",
      "denial",
      "key",
      "export",
      "import",
      "reveal"
    ]
  },
  "/v1/churn-likelihood": {
    "model": [
      "nbd",
      "bg-nbd",
      "mbg-nbd",
      "pareto-nbd",
      "hazard"
    ],
    "order": [
      "value-at-risk",
      "probability"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/churn-likelihood/{customerId}": {
    "model": [
      "nbd",
      "bg-nbd",
      "mbg-nbd",
      "pareto-nbd",
      "hazard"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/churn-likelihood/{customerId}/explanation": {
    "model": [
      "nbd",
      "bg-nbd",
      "mbg-nbd",
      "pareto-nbd",
      "hazard"
    ],
    "language": [
      "en",
      "zh"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/complaints": {
    "status": [
      "open",
      "acknowledged",
      "reopened",
      "resolved",
      "unresolved"
    ],
    "severity": [
      "low",
      "medium",
      "high",
      "critical"
    ],
    "order": [
      "oldest",
      "newest"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/complaints/summary": {
    "granularity": [
      "month"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/customers": {
    "party": [
      "person",
      "organisation",
      "household"
    ],
    "status": [
      "active",
      "closed"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/customers/{customerId}": {
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/customers/{customerId}/events": {
    "format": [
      "json",
      "ndjson"
    ]
  },
  "/v1/events": {
    "format": [
      "json",
      "ndjson"
    ]
  },
  "/v1/export/{readModel}": {
    "readModel": [
      "customer-file",
      "lifecycle",
      "retention",
      "churn-likelihood",
      "lifetime-value",
      "complaints",
      "model-fits",
      "recurring-revenue",
      "terms",
      "purchases"
    ],
    "weekStart": [
      "monday",
      "sunday"
    ],
    "granularity": [
      "month",
      "week"
    ],
    "format": [
      "ndjson",
      "csv"
    ]
  },
  "/v1/imports/{kind}": {
    "kind": [
      "purchases",
      "customers",
      "complaints",
      "visits",
      "satisfaction",
      "objections"
    ],
    "format": [
      "csv",
      "ndjson",
      "columns"
    ],
    "decimal": [
      ".",
      ","
    ]
  },
  "/v1/lifecycle": {
    "weekStart": [
      "monday",
      "sunday"
    ],
    "granularity": [
      "day",
      "week",
      "month"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/lifetime-value": {
    "model": [
      "nbd",
      "bg-nbd",
      "mbg-nbd",
      "pareto-nbd"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/lifetime-value/cells": {
    "model": [
      "nbd",
      "bg-nbd",
      "mbg-nbd",
      "pareto-nbd"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/lifetime-value/concentration": {
    "model": [
      "nbd",
      "bg-nbd",
      "mbg-nbd",
      "pareto-nbd"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/lifetime-value/equity": {
    "model": [
      "nbd",
      "bg-nbd",
      "mbg-nbd",
      "pareto-nbd"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/lifetime-value/{customerId}": {
    "model": [
      "nbd",
      "bg-nbd",
      "mbg-nbd",
      "pareto-nbd"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/lifetime-value/{customerId}/explanation": {
    "model": [
      "nbd",
      "bg-nbd",
      "mbg-nbd",
      "pareto-nbd"
    ],
    "language": [
      "en",
      "zh"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/model-fits": {
    "model": [
      "nbd",
      "bg-nbd",
      "mbg-nbd",
      "pareto-nbd",
      "gamma-gamma",
      "hazard"
    ],
    "state": [
      "in-force",
      "replaced",
      "tried",
      "unusable"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/model-fits/by-state": {
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/recurring-revenue": {
    "granularity": [
      "month",
      "week"
    ],
    "weekStart": [
      "monday",
      "sunday"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/recurring-revenue/customers": {
    "granularity": [
      "month",
      "week"
    ],
    "weekStart": [
      "monday",
      "sunday"
    ],
    "movement": [
      "opening",
      "retained",
      "contraction",
      "voluntary",
      "involuntary",
      "expansion",
      "new",
      "reactivated",
      "closing"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/retention": {
    "weekStart": [
      "monday",
      "sunday"
    ],
    "granularity": [
      "day",
      "week",
      "month"
    ],
    "kind": [
      "first-time",
      "recurring"
    ],
    "mode": [
      "on",
      "on-or-after",
      "bracket"
    ],
    "window": [
      "calendar",
      "rolling"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/retention/customers": {
    "weekStart": [
      "monday",
      "sunday"
    ],
    "granularity": [
      "day",
      "week",
      "month"
    ],
    "kind": [
      "first-time",
      "recurring"
    ],
    "mode": [
      "on",
      "on-or-after",
      "bracket"
    ],
    "window": [
      "calendar",
      "rolling"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/retention/projection": {
    "weekStart": [
      "monday",
      "sunday"
    ],
    "of": [
      "purchases",
      "subscriptions"
    ],
    "granularity": [
      "month",
      "week"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/retention/projection/customers": {
    "weekStart": [
      "monday",
      "sunday"
    ],
    "of": [
      "purchases",
      "subscriptions"
    ],
    "granularity": [
      "month",
      "week"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/retention/survival": {
    "of": [
      "second-purchase",
      "subscriptions"
    ],
    "granularity": [
      "day",
      "week",
      "month"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/retention/survival/customers": {
    "of": [
      "second-purchase",
      "subscriptions"
    ],
    "granularity": [
      "day",
      "week",
      "month"
    ],
    "outcome": [
      "event",
      "boughtAgain",
      "voluntary",
      "involuntary",
      "censored"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/streams/{kind}/events": {
    "format": [
      "json",
      "ndjson"
    ]
  },
  "/v1/streams/{kind}/{id}/events": {
    "format": [
      "json",
      "ndjson"
    ]
  },
  "/v1/terms": {
    "figure": [
      "lifetime-value"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/terms/history": {
    "figure": [
      "lifetime-value"
    ],
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  },
  "/v1/totals": {
    "format": [
      "json",
      "csv",
      "ndjson"
    ]
  }
} as const;

/** The read models there are. */
export const readModels = ["customer-file","lifecycle","retention","churn-likelihood","lifetime-value","complaints","model-fits","recurring-revenue","terms"] as const;
