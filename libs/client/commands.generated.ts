// Generated from openapi.json by `npm run openapi`. Do not edit.
/** Every command; the schema of its body has the same name. Types and names of fields only, no rules. */
export const commands = {
  "names": [
    "AcknowledgeComplaint",
    "BacktestModel",
    "CancelSubscription",
    "ChangeCustomerDetails",
    "ChangeSubscription",
    "CloseCustomer",
    "CorrectComplaint",
    "CorrectPurchase",
    "CorrectReturn",
    "CorrectSatisfaction",
    "CorrectVisit",
    "FitModel",
    "LogComplaint",
    "ObjectToScoring",
    "OverrideChurnLikelihood",
    "PromoteModel",
    "RecordPurchase",
    "RecordReturn",
    "RecordSatisfaction",
    "RecordVisit",
    "RegisterCustomer",
    "RenewSubscription",
    "ReopenComplaint",
    "ReopenCustomer",
    "ResolveComplaint",
    "RetireModel",
    "StartSubscription",
    "StateCost",
    "StateDiscountRate",
    "StateHorizon",
    "StateMargin",
    "VoidComplaint",
    "VoidPurchase",
    "VoidReturn",
    "VoidSatisfaction",
    "VoidVisit",
    "WithdrawChurnOverride",
    "WithdrawScoringObjection",
    "WithdrawTerm"
  ],
  "$defs": {
    "AcknowledgeComplaint": {
      "type": "object",
      "properties": {
        "complaintId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        }
      }
    },
    "BacktestModel": {
      "type": "object",
      "properties": {
        "at": {
          "type": "string"
        },
        "campaign": {
          "$ref": "#/$defs/RetentionCampaign"
        },
        "horizon": {
          "type": "string"
        },
        "model": {
          "type": "string"
        }
      }
    },
    "RetentionCampaign": {
      "type": "object",
      "properties": {
        "acceptance": {
          "type": "number"
        },
        "contactCost": {
          "type": "number"
        },
        "offerCost": {
          "type": "number"
        },
        "valueKept": {
          "type": "number"
        }
      }
    },
    "CancelSubscription": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        },
        "reasonCode": {
          "type": "string"
        },
        "subscriptionId": {
          "type": "string"
        }
      }
    },
    "ChangeCustomerDetails": {
      "type": "object",
      "properties": {
        "attributes": {
          "type": "object",
          "additionalProperties": {
            "type": [
              "string",
              "number",
              "boolean",
              "null"
            ]
          }
        },
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "party": {
          "type": "string"
        },
        "personal": {
          "$ref": "#/$defs/Personal"
        }
      }
    },
    "Personal": {
      "type": "object",
      "properties": {
        "address": {
          "type": [
            "string",
            "null"
          ]
        },
        "birthDate": {
          "type": [
            "string",
            "null"
          ]
        },
        "email": {
          "type": [
            "string",
            "null"
          ]
        },
        "name": {
          "type": [
            "string",
            "null"
          ]
        },
        "phone": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "ChangeSubscription": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "interval": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "plan": {
          "type": "string"
        },
        "price": {
          "$ref": "#/$defs/Money"
        },
        "quantity": {
          "type": "number"
        },
        "subscriptionId": {
          "type": "string"
        }
      }
    },
    "Money": {
      "type": "object",
      "properties": {
        "currency": {
          "type": "string"
        },
        "minor": {
          "type": "integer"
        }
      }
    },
    "CloseCustomer": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        }
      }
    },
    "CorrectComplaint": {
      "type": "object",
      "properties": {
        "acknowledgedAt": {
          "type": [
            "string",
            "null"
          ]
        },
        "channel": {
          "type": [
            "string",
            "null"
          ]
        },
        "compensation": {
          "type": [
            "object",
            "null"
          ],
          "properties": {
            "currency": {
              "type": "string"
            },
            "minor": {
              "type": "integer"
            }
          }
        },
        "complaintId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "description": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "orderId": {
          "type": [
            "string",
            "null"
          ]
        },
        "product": {
          "type": [
            "string",
            "null"
          ]
        },
        "reason": {
          "type": "string"
        },
        "resolution": {
          "type": "string"
        },
        "resolvedAt": {
          "type": [
            "string",
            "null"
          ]
        },
        "severity": {
          "type": "string"
        },
        "subject": {
          "type": "string"
        }
      }
    },
    "CorrectPurchase": {
      "type": "object",
      "properties": {
        "amount": {
          "$ref": "#/$defs/Money"
        },
        "channel": {
          "type": [
            "string",
            "null"
          ]
        },
        "customerId": {
          "type": "string"
        },
        "lines": {
          "type": [
            "array",
            "null"
          ],
          "items": {
            "$ref": "#/$defs/PurchaseLine"
          }
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "orderId": {
          "type": "string"
        },
        "product": {
          "type": [
            "string",
            "null"
          ]
        },
        "quantity": {
          "type": [
            "number",
            "null"
          ]
        },
        "reason": {
          "type": "string"
        }
      }
    },
    "PurchaseLine": {
      "type": "object",
      "properties": {
        "amount": {
          "$ref": "#/$defs/Money"
        },
        "product": {
          "type": "string"
        },
        "quantity": {
          "type": "number"
        }
      }
    },
    "CorrectReturn": {
      "type": "object",
      "properties": {
        "amount": {
          "$ref": "#/$defs/Money"
        },
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "orderId": {
          "type": [
            "string",
            "null"
          ]
        },
        "product": {
          "type": [
            "string",
            "null"
          ]
        },
        "reason": {
          "type": "string"
        },
        "returnId": {
          "type": "string"
        },
        "returnReason": {
          "type": [
            "string",
            "null"
          ]
        }
      }
    },
    "CorrectSatisfaction": {
      "type": "object",
      "properties": {
        "about": {
          "type": [
            "string",
            "null"
          ]
        },
        "comment": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "max": {
          "type": "number"
        },
        "metric": {
          "type": "string"
        },
        "min": {
          "type": "number"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        },
        "satisfactionId": {
          "type": "string"
        },
        "score": {
          "type": "number"
        }
      }
    },
    "CorrectVisit": {
      "type": "object",
      "properties": {
        "channel": {
          "type": [
            "string",
            "null"
          ]
        },
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "place": {
          "type": [
            "string",
            "null"
          ]
        },
        "reason": {
          "type": "string"
        },
        "result": {
          "type": [
            "string",
            "null"
          ]
        },
        "subject": {
          "type": [
            "string",
            "null"
          ]
        },
        "visitId": {
          "type": "string"
        }
      }
    },
    "FitModel": {
      "type": "object",
      "properties": {
        "currency": {
          "type": "string"
        },
        "model": {
          "type": "string"
        },
        "population": {
          "type": "string"
        },
        "unit": {
          "type": "string"
        },
        "until": {
          "type": "string"
        }
      }
    },
    "LogComplaint": {
      "type": "object",
      "properties": {
        "channel": {
          "type": "string"
        },
        "complaintId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "description": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "orderId": {
          "type": "string"
        },
        "product": {
          "type": "string"
        },
        "severity": {
          "type": "string"
        },
        "subject": {
          "type": "string"
        }
      }
    },
    "ObjectToScoring": {
      "type": "object",
      "properties": {
        "channel": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "objectedBy": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "statement": {
          "type": "string"
        }
      }
    },
    "OverrideChurnLikelihood": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "expiresOn": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "probability": {
          "type": "number"
        },
        "reason": {
          "type": "string"
        }
      }
    },
    "PromoteModel": {
      "type": "object",
      "properties": {
        "fit": {
          "type": "string"
        },
        "model": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        }
      }
    },
    "RecordPurchase": {
      "type": "object",
      "properties": {
        "amount": {
          "$ref": "#/$defs/Money"
        },
        "channel": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "lines": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/PurchaseLine"
          }
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "orderId": {
          "type": "string"
        },
        "product": {
          "type": "string"
        },
        "quantity": {
          "type": "number"
        }
      }
    },
    "RecordReturn": {
      "type": "object",
      "properties": {
        "amount": {
          "$ref": "#/$defs/Money"
        },
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "orderId": {
          "type": "string"
        },
        "product": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        },
        "returnId": {
          "type": "string"
        }
      }
    },
    "RecordSatisfaction": {
      "type": "object",
      "properties": {
        "about": {
          "type": "string"
        },
        "comment": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "max": {
          "type": "number"
        },
        "metric": {
          "type": "string"
        },
        "min": {
          "type": "number"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "satisfactionId": {
          "type": "string"
        },
        "score": {
          "type": "number"
        }
      }
    },
    "RecordVisit": {
      "type": "object",
      "properties": {
        "channel": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "place": {
          "type": "string"
        },
        "result": {
          "type": "string"
        },
        "subject": {
          "type": "string"
        },
        "visitId": {
          "type": "string"
        }
      }
    },
    "RegisterCustomer": {
      "type": "object",
      "properties": {
        "attributes": {
          "type": "object",
          "additionalProperties": {
            "type": [
              "string",
              "number",
              "boolean"
            ]
          }
        },
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "party": {
          "type": "string"
        },
        "personal": {
          "$ref": "#/$defs/Personal"
        }
      }
    },
    "RenewSubscription": {
      "type": "object",
      "properties": {
        "amount": {
          "$ref": "#/$defs/Money"
        },
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "subscriptionId": {
          "type": "string"
        },
        "until": {
          "type": "string"
        }
      }
    },
    "ReopenComplaint": {
      "type": "object",
      "properties": {
        "complaintId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        }
      }
    },
    "ReopenCustomer": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        }
      }
    },
    "ResolveComplaint": {
      "type": "object",
      "properties": {
        "compensation": {
          "$ref": "#/$defs/Money"
        },
        "complaintId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "resolution": {
          "type": "string"
        }
      }
    },
    "RetireModel": {
      "type": "object",
      "properties": {
        "currency": {
          "type": "string"
        },
        "model": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        }
      }
    },
    "StartSubscription": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "interval": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "plan": {
          "type": "string"
        },
        "price": {
          "$ref": "#/$defs/Money"
        },
        "quantity": {
          "type": "number"
        },
        "subscriptionId": {
          "type": "string"
        }
      }
    },
    "StateCost": {
      "type": "object",
      "properties": {
        "amount": {
          "$ref": "#/$defs/Money"
        },
        "figure": {
          "type": "string"
        },
        "from": {
          "type": "string"
        },
        "of": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        },
        "severity": {
          "type": "string"
        }
      }
    },
    "StateDiscountRate": {
      "type": "object",
      "properties": {
        "figure": {
          "type": "string"
        },
        "from": {
          "type": "string"
        },
        "rate": {
          "type": "number"
        },
        "reason": {
          "type": "string"
        }
      }
    },
    "StateHorizon": {
      "type": "object",
      "properties": {
        "figure": {
          "type": "string"
        },
        "from": {
          "type": "string"
        },
        "horizon": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        }
      }
    },
    "StateMargin": {
      "type": "object",
      "properties": {
        "currency": {
          "type": "string"
        },
        "figure": {
          "type": "string"
        },
        "from": {
          "type": "string"
        },
        "product": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        },
        "share": {
          "type": "number"
        }
      }
    },
    "VoidComplaint": {
      "type": "object",
      "properties": {
        "complaintId": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        }
      }
    },
    "VoidPurchase": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "orderId": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        }
      }
    },
    "VoidReturn": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        },
        "returnId": {
          "type": "string"
        }
      }
    },
    "VoidSatisfaction": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        },
        "satisfactionId": {
          "type": "string"
        }
      }
    },
    "VoidVisit": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        },
        "visitId": {
          "type": "string"
        }
      }
    },
    "WithdrawChurnOverride": {
      "type": "object",
      "properties": {
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        }
      }
    },
    "WithdrawScoringObjection": {
      "type": "object",
      "properties": {
        "channel": {
          "type": "string"
        },
        "customerId": {
          "type": "string"
        },
        "note": {
          "type": "string"
        },
        "occurredAt": {
          "type": "string"
        },
        "statement": {
          "type": "string"
        }
      }
    },
    "WithdrawTerm": {
      "type": "object",
      "properties": {
        "currency": {
          "type": "string"
        },
        "figure": {
          "type": "string"
        },
        "from": {
          "type": "string"
        },
        "product": {
          "type": "string"
        },
        "reason": {
          "type": "string"
        },
        "severity": {
          "type": "string"
        },
        "term": {
          "type": "string"
        }
      }
    }
  }
} as const;
