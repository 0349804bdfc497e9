// Generated from openapi.json by `npm run openapi`. Do not edit.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dashboard */
        get: operations["get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A part of the dashboard */
        get: operations["getAssetsByFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asyncapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is sent to the topic and to event streams */
        get: operations["getAsyncapiJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description as a page */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each problem means and what to do */
        get: operations["getDocsProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A part of the page */
        get: operations["getDocsByFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/favicon.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The icon of the dashboard */
        get: operations["getFaviconSvg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers at all, and all of its threads can */
        get: operations["getHealthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether commands and queries will be served */
        get: operations["getHealthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Measurements for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description */
        get: operations["getOpenapiJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, from where, and what came of it
         * @description Logins (the first use of a key from an address on a day), denials, keys made and revoked, exports, imports, and answers that may hold personal data. Like things of one minute are one record with a count. In the order of the log; go on with `after` = `next`; a page may be short, even empty, before the end.
         */
        get: operations["getV1Access"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/churn-likelihood": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom to call: customers by the value that is likely to be lost within the horizon, or by likelihood alone
         * @description How likely a customer is not to buy within the horizon, by a model fitted on all customers, and why. Defined at `/v1/definitions/churn-likelihood`.
         */
        get: operations["getV1ChurnLikelihood"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/churn-likelihood/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How likely one customer is not to buy within the horizon, and why
         * @description How likely a customer is not to buy within the horizon, by a model fitted on all customers, and why. Defined at `/v1/definitions/churn-likelihood`.
         */
        get: operations["getV1ChurnLikelihoodByCustomerId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/churn-likelihood/{customerId}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the likelihood of one customer was computed, as a document for the customer or a supervisory authority, in English or Chinese
         * @description How likely a customer is not to buy within the horizon, by a model fitted on all customers, and why. Defined at `/v1/definitions/churn-likelihood`.
         */
        get: operations["getV1ChurnLikelihoodByCustomerIdExplanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send many commands as NDJSON
         * @description One `{"command","id","data"}` a line (at most 64 KB); `id` is the idempotency key. Lines are answered in order, while the body is still being sent: read the answer as you send. A fault in a line touches that line only, and so does a role that its command needs. After a broken connection send the whole body again: what has taken effect is answered as 200.
         */
        post: operations["postV1Commands"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/AcknowledgeComplaint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the customer was told the complaint is looked at. */
        post: operations["AcknowledgeComplaint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/BacktestModel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a model on the past
         * @description Fits on the purchases up to `at`, scores P(no purchase within the horizon), and compares with who did not buy; with a `campaign`, says what contacting the most likely would have brought. Recorded as `ModelBacktested`; changes no score.
         */
        post: operations["postV1CommandsBacktestModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/CancelSubscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a subscription, with the cause. */
        post: operations["CancelSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/ChangeCustomerDetails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change what is known of a customer. */
        post: operations["ChangeCustomerDetails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/ChangeSubscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the terms of an active subscription. */
        post: operations["ChangeSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/CloseCustomer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the relationship with a customer. */
        post: operations["CloseCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/CorrectComplaint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a logged complaint right. */
        post: operations["CorrectComplaint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/CorrectPurchase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a recorded purchase right. */
        post: operations["CorrectPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/CorrectReturn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a recorded return right. */
        post: operations["CorrectReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/CorrectSatisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a recorded answer right. */
        post: operations["CorrectSatisfaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/CorrectVisit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a recorded visit right. */
        post: operations["CorrectVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/FitModel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fit a model anew
         * @description Recorded as `ModelFitted`. A fit with no `until`, no `population` and the default unit is in force from then on, unless another is promoted; any other fit is only tried.
         */
        post: operations["postV1CommandsFitModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/LogComplaint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log a complaint. */
        post: operations["LogComplaint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/ObjectToScoring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a customer objects to automated scoring. */
        post: operations["ObjectToScoring"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/OverrideChurnLikelihood": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** State a likelihood of leaving by a person, until a day. */
        post: operations["OverrideChurnLikelihood"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/PromoteModel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put one fit of a model into force
         * @description Recorded as `ModelPromoted`. Figures are scored with that fit until another is promoted or it is retired; later fits change nothing. Per currency.
         */
        post: operations["postV1CommandsPromoteModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/RecordPurchase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a purchase, by total or by lines. */
        post: operations["RecordPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/RecordReturn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what went back of a purchase. */
        post: operations["RecordReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/RecordSatisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record an answer to a survey. */
        post: operations["RecordSatisfaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/RecordVisit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a visit or another contact. */
        post: operations["RecordVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/RegisterCustomer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a customer known. */
        post: operations["RegisterCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/RenewSubscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that an active subscription goes on. */
        post: operations["RenewSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/ReopenComplaint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reopen a complaint that was not settled after all. */
        post: operations["ReopenComplaint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/ReopenCustomer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a closed customer back. */
        post: operations["ReopenCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/ResolveComplaint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record how a complaint was settled. */
        post: operations["ResolveComplaint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/RetireModel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the promotion of a model back
         * @description Recorded as `ModelRetired`. In force is again the latest fit with no `until`, no `population` and the default unit.
         */
        post: operations["postV1CommandsRetireModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/StartSubscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a subscription. */
        post: operations["StartSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/StateCost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State what complaints, visits or winning a customer cost, from a day on
         * @description Recorded as `CostStated`. One statement about complaints, visits or acquisition replaces another, whatever its currency.
         */
        post: operations["postV1CommandsStateCost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/StateDiscountRate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State the discount rate from a day on
         * @description Recorded as `DiscountRateStated`. Refused where a day would have an infinite horizon and a rate of 0.
         */
        post: operations["postV1CommandsStateDiscountRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/StateHorizon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State the horizon of values from a day on
         * @description Recorded as `HorizonStated`. Refused where a day would have an infinite horizon and a discount rate of 0.
         */
        post: operations["postV1CommandsStateHorizon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/StateMargin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State the margin from a day on
         * @description Recorded as `MarginStated`. In force on a day is the statement from the latest day by then; of several from one day, the one recorded last. A product with a margin of its own keeps it when that of the currency is stated again.
         */
        post: operations["postV1CommandsStateMargin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/VoidComplaint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a complaint back that never was. */
        post: operations["VoidComplaint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/VoidPurchase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a purchase back that never was. */
        post: operations["VoidPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/VoidReturn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a return back that never was. */
        post: operations["VoidReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/VoidSatisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an answer back that never was. */
        post: operations["VoidSatisfaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/VoidVisit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a visit back that never was. */
        post: operations["VoidVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/WithdrawChurnOverride": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the override of a likelihood of leaving. */
        post: operations["WithdrawChurnOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/WithdrawScoringObjection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the objection to scoring was withdrawn. */
        post: operations["WithdrawScoringObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/WithdrawTerm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a term from a day on
         * @description Recorded as `TermWithdrawn`. A statement from a later day still holds from its day on.
         */
        post: operations["postV1CommandsWithdrawTerm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Complaints by when they were opened, those that wait longest first
         * @description What customers complained about, how it stands, and how long it took to resolve. Defined at `/v1/definitions/complaints`.
         */
        get: operations["getV1Complaints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/complaints/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Complaints opened, acknowledged, resolved and reopened by month and severity, and how long resolving took
         * @description What customers complained about, how it stands, and how long it took to resolve. Defined at `/v1/definitions/complaints`.
         */
        get: operations["getV1ComplaintsSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers, ascending by id
         * @description One page on a customer: who it is, how things stand, what was bought, and what happened last. Defined at `/v1/definitions/customer-file`.
         */
        get: operations["getV1Customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The id of a customer who is known by an e-mail address, a telephone number or a bank account
         * @description Imports that tell customers apart by something personal make their ids of it: `c-` and an HMAC under the secret of the log. The answer is that id, whether or not there is such a customer. A customer whom an earlier version recorded under the value itself keeps the value for an id.
         */
        post: operations["postV1CustomersResolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One page on a customer
         * @description One page on a customer: who it is, how things stand, what was bought, and what happened last. Defined at `/v1/definitions/customer-file`.
         */
        get: operations["getV1CustomersByCustomerId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of one customer
         * @description As CloudEvents 1.0, by revision. Go on with `from` = `next`.
         */
        get: operations["getV1CustomersByCustomerIdEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What every figure means, in short */
        get: operations["getV1Definitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/definitions/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a figure means
         * @description What is counted, formula, window, time zone, what is left out, a worked example, every field.
         */
        get: operations["getV1DefinitionsByName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All events in the order of the log
         * @description As CloudEvents 1.0. Go on with `after` = `next`; at the end (`next` null) with `after` = `asOf.position`. A page may be short, even empty, before the end.
         */
        get: operations["getV1Events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events as they are recorded (server-sent events)
         * @description Each message is one CloudEvent; its id is the position, so that a browser or client that reconnects with `Last-Event-ID` misses nothing and gets nothing twice. Starts with what is recorded from now on; behind a position with `after`; with the whole history with `after=beginning`.
         */
        get: operations["getV1EventsStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/export/{readModel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything of one kind, every row
         * @description A read model, or facts from the log itself. Streamed from one moment. An export that breaks off ends the connection without the end of its body, which every HTTP client reports. To check what you hold: the trailers `Tenure-Rows` and `Tenure-SHA256` after the body, or, since few clients show trailers, the manifest that the headers `Link` and `Tenure-Export` point at.
         */
        get: operations["getV1ExportByReadModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{exportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The manifest of an export: rows, bytes, SHA-256
         * @description Ask after the body has arrived. Only `"state": "complete"` is a whole export.
         */
        get: operations["getV1ExportsByExportId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports that are known by their columns
         * @description A file with the columns of one is read by it; `preset=NAME` asks for one, `preset=none` for none.
         */
        get: operations["getV1ImportsPresets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a file of facts
         * @description The body is the file: CSV, .xlsx, NDJSON or white-space columns, packed with gzip or not; its encoding is found out or given. It is put by and read twice, so the answer begins when all of it is there. The answer is NDJSON: lines of `"type":"progress"` and `"rejected"` as it goes, and at the very end one of `"type":"result"`, or one of `"type":"failed"` with the problem under `problem`. An answer without a result was cut short: send the file again, what is in already is counted as duplicate. The result counts the rows (`read` = `accepted` + `duplicate` + `rejected` + `leftOut`; `repeated`: duplicates of another row of the file), says why rows were rejected (`reasons`: code, field, rows, an example) and names the run (`importId`, as in the metadata of each event it recorded).
         */
        post: operations["postV1ImportsByKind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every key, without what it opens with */
        get: operations["getV1Keys"];
        put?: never;
        /** Make a key */
        post: operations["postV1Keys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{keyId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a key, at once and for ever
         * @description What it has open (event streams, bulks, imports, exports) ends within a second, in every process.
         */
        post: operations["postV1KeysByKeyIdRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifecycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * New, returning, resurrecting and dormant customers, period by period
         * @description Of the customers who bought in each period: who is new, who kept buying, who came back, and who stopped. Defined at `/v1/definitions/lifecycle`.
         */
        get: operations["getV1Lifecycle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifetime-value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers by what they are expected to bring within the horizon, the most first
         * @description What a customer is expected to bring within the horizon, in today's money, with the parts it is made of. Defined at `/v1/definitions/lifetime-value`.
         */
        get: operations["getV1LifetimeValue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifetime-value/cells": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What repeat buyers are worth by recency, frequency and monetary value, and those who bought once apart
         * @description What a customer is expected to bring within the horizon, in today's money, with the parts it is made of. Defined at `/v1/definitions/lifetime-value`.
         */
        get: operations["getV1LifetimeValueCells"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifetime-value/concentration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who makes how much of the expected value: the first 80 %, the top 1 %, the Lorenz curve and its Gini coefficient
         * @description What a customer is expected to bring within the horizon, in today's money, with the parts it is made of. Defined at `/v1/definitions/lifetime-value`.
         */
        get: operations["getV1LifetimeValueConcentration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifetime-value/equity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What all customers together are expected to bring, as of the end of each of the last months and now
         * @description What a customer is expected to bring within the horizon, in today's money, with the parts it is made of. Defined at `/v1/definitions/lifetime-value`.
         */
        get: operations["getV1LifetimeValueEquity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifetime-value/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one customer is expected to bring within the horizon, with its parts
         * @description What a customer is expected to bring within the horizon, in today's money, with the parts it is made of. Defined at `/v1/definitions/lifetime-value`.
         */
        get: operations["getV1LifetimeValueByCustomerId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lifetime-value/{customerId}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the value of one customer was computed, as a document for the customer or a supervisory authority, in English or Chinese
         * @description What a customer is expected to bring within the horizon, in today's money, with the parts it is made of. Defined at `/v1/definitions/lifetime-value`.
         */
        get: operations["getV1LifetimeValueByCustomerIdExplanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whose key this is, and what it may do
         * @description For any good key, whatever its roles: so that a page or a script can try a key before it relies on it.
         */
        get: operations["getV1Me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/model-fits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every fit of every model and what has become of it, the latest first
         * @description Every fit of every model: when it was made, on what, and whether figures are scored with it. Defined at `/v1/definitions/model-fits`.
         */
        get: operations["getV1ModelFits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/model-fits/by-state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many fits of each model are in force, replaced, only tried, or unusable
         * @description Every fit of every model: when it was made, on what, and whether figures are scored with it. Defined at `/v1/definitions/model-fits`.
         */
        get: operations["getV1ModelFitsByState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every model and its latest fit */
        get: operations["getV1Models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{model}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A fit of a model: the latest, the one in force, or one by its position
         * @description In force, of the fits of its model: the one that was promoted, until it is retired; else the latest with no `until`, no `population` and the default unit. Per currency. Of the models of purchases the one promoted last scores, else the one with the lowest AIC (`model.chosen` in the answers).
         */
        get: operations["getV1ModelsByModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{model}/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every back-test of a model, the latest first */
        get: operations["getV1ModelsByModelBacktests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{model}/fits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fit a model anew, and see the fit
         * @description As the command `FitModel`; answers with the fit itself. Without a key every request is a new fit.
         */
        post: operations["postV1ModelsByModelFits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers that are parked, and why */
        get: operations["getV1OperationsParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/parked/{projection}/{customerId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up the waiting events of a customer, in this projection */
        post: operations["postV1OperationsParkedByProjectionByCustomerIdDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/parked/{projection}/{customerId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply the waiting events of a customer again */
        post: operations["postV1OperationsParkedByProjectionByCustomerIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the log to the topic again, from its beginning
         * @description For a topic that was lost or made anew. Goes on by itself as soon as a relay runs; `/v1/status` says how far it is. Nothing is counted twice. With `acceptLoss` also for a log that was restored to an earlier state, emptied or put in the place of another (`log-facts-missing` otherwise): that is recorded in the log as `LogRestored`, and read models that are not of it are set aside and built anew.
         */
        post: operations["postV1OperationsPublications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/rebuilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a rebuild
         * @description Goes on by itself; `Location` says where to look how far it is.
         */
        post: operations["postV1OperationsRebuilds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/rebuilds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a rebuild is */
        get: operations["getV1OperationsRebuildsById"];
        put?: never;
        post?: never;
        /**
         * Cancel a rebuild
         * @description The live read models stay as they are.
         */
        delete: operations["deleteV1OperationsRebuildsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recurring-revenue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of the recurring revenue at the opening of each period, how much was retained (GRR, NRR), with what was lost, gained and won back
         * @description Of what subscriptions bring in a month at the opening of a period, how much is still there at its closing: gross and net retention. Defined at `/v1/definitions/recurring-revenue`.
         */
        get: operations["getV1RecurringRevenue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recurring-revenue/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customers behind a cell of recurring revenue, the largest amount first
         * @description Of what subscriptions bring in a month at the opening of a period, how much is still there at its closing: gross and net retention. Defined at `/v1/definitions/recurring-revenue`.
         */
        get: operations["getV1RecurringRevenueCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state as it was then */
        get: operations["getV1Replay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of the customers of each cohort, how many bought again, period by period
         * @description Of the customers who first bought in a period, how many bought again one, two, three ... periods later. Defined at `/v1/definitions/retention`.
         */
        get: operations["getV1Retention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customers of a cohort or of all, or of one period of it, the earliest first purchase first
         * @description Of the customers who first bought in a period, how many bought again one, two, three ... periods later. Defined at `/v1/definitions/retention`.
         */
        get: operations["getV1RetentionCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention/projection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many of each cohort will still be there, period by period, with intervals
         * @description Of the customers who first bought in a period, how many bought again one, two, three ... periods later. Defined at `/v1/definitions/retention`.
         */
        get: operations["getV1RetentionProjection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention/projection/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customers of a cohort who were there in one of its known periods or later, the oldest cohort first
         * @description Of the customers who first bought in a period, how many bought again one, two, three ... periods later. Defined at `/v1/definitions/retention`.
         */
        get: operations["getV1RetentionProjectionCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention/survival": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long until customers buy a second time, or until their subscriptions have ended: Kaplan-Meier curves
         * @description Of the customers who first bought in a period, how many bought again one, two, three ... periods later. Defined at `/v1/definitions/retention`.
         */
        get: operations["getV1RetentionSurvival"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention/survival/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customers of a survival curve: at risk in a row, with the event in it, or censored in it, the shortest observed first
         * @description Of the customers who first bought in a period, how many bought again one, two, three ... periods later. Defined at `/v1/definitions/retention`.
         */
        get: operations["getV1RetentionSurvivalCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a browser in on the machine of the engine
         * @description The code stands in the address that `tenure start` prints; it is valid once, for ten minutes, and from the same machine only. The key of it has all roles, is called "dashboard on this machine" and ends after 12 hours.
         */
        post: operations["postV1SignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log, the read models, what is parked, how far behind */
        get: operations["getV1Status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/streams/{kind}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of a kind that has one stream: publications, restores, the vault
         * @description As CloudEvents 1.0, by revision. Go on with `from` = `next`.
         */
        get: operations["getV1StreamsByKindEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/streams/{kind}/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of one stream: of a customer, a model, a projection
         * @description As CloudEvents 1.0, by revision. Go on with `from` = `next`. Each kind of stream says who may read it: 403 for others.
         */
        get: operations["getV1StreamsByKindByIdEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The terms of a figure that are in force on a day: margins, discount rate, horizon, costs, and who stated them why
         * @description On what the lifetime value is reckoned: margin, discount rate, horizon and costs, each from a day on, and who stated it why. Defined at `/v1/definitions/terms`.
         */
        get: operations["getV1Terms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terms/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that was ever stated about the terms of a figure, or withdrawn, in the order of recording
         * @description On what the lifetime value is reckoned: margin, discount rate, horizon and costs, each from a day on, and who stated it why. Defined at `/v1/definitions/terms`.
         */
        get: operations["getV1TermsHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All customers together: how many, what they bought and returned by currency
         * @description One page on a customer: who it is, how things stand, what was bought, and what happened last. Defined at `/v1/definitions/customer-file`.
         */
        get: operations["getV1Totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptedCommand: {
            commandId: string;
            customerId: string;
            events: {
                /** Format: uuid */
                eventId: string;
                revision: number;
                type: string;
            }[];
            /** @description Read your own write: give it as `minPosition`. */
            position: string;
            /** @description Of the customer, after this command. */
            revision: number;
        };
        AcceptedModelCommand: {
            commandId: string;
            events: {
                /** Format: uuid */
                eventId: string;
                revision: number;
                type: string;
            }[];
            model: string;
            position: string;
            revision: number;
        };
        AcceptedTermsCommand: {
            commandId: string;
            events: {
                /** Format: uuid */
                eventId: string;
                revision: number;
                type: string;
            }[];
            figure: string;
            position: string;
            revision: number;
        };
        AccessRecord: {
            /** @description As events name it. Null: nobody who is known. */
            actor: string | null;
            /** @description Where it came from; null with `addressWithheld`. */
            address: string | null;
            /** @description Why there is no address. */
            addressWithheld?: string;
            /**
             * Format: date-time
             * @description When it happened first.
             */
            at: string;
            count: number;
            /** @enum {string} */
            kind: "login" | "denial" | "key" | "export" | "import" | "reveal";
            /** @enum {string} */
            outcome: "done" | "refused" | "failed" | "cut-short";
            /** @description Null while it is not in the log yet. */
            position: string | null;
            /** @description The customers, keys or exports that it was about. */
            subjects: string[];
            /**
             * Format: date-time
             * @description When it happened last.
             */
            until: string;
            /** @description Methods and routes, at most 20. */
            what: string[];
        };
        /** @description The customer has been told that the complaint is being looked at. */
        AcknowledgeComplaint: {
            /**
             * @description Which complaint.
             * @example K-7
             */
            complaintId: string;
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
        };
        /** @description What `tenure analyse FILE --json` prints: the answers of this API on one file. No route answers it. */
        Analysis: {
            /** @description Of the chosen model, on what was known 90 days before the present. */
            backtest: components["schemas"]["ModelBacktest"] | null;
            churnLikelihood: {
                /** @description Of so many customers, the share who did not buy within the horizon after the day `at`. */
                baseRate: {
                    /** Format: date */
                    at: string;
                    customers: number;
                    horizons: string[];
                    rate: number;
                } | null;
                /** @description Customers by likelihood of no purchase within the horizon, in tenths; `from` belongs to a tenth, `to` to the next one. */
                distribution: {
                    customers: number;
                    from: number;
                    to: number;
                }[];
                /** @description The first customers of the list by value at risk. */
                list: components["schemas"]["ChurnLikelihoodAnswer"];
                /** @description Where baseRate is null: why. */
                noBaseRate?: string;
            } | null;
            file: {
                accepted: number;
                /** @description Purchases less returns, one sum for each currency. */
                amount: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                }[];
                customers: number;
                /** @description Recorded before, or repeated in this file. */
                duplicate: number;
                encoding: string;
                from: string | null;
                leftOut: number;
                leftOutReasons: {
                    reason: string;
                    rows: number;
                }[];
                /** @description Null where the file came from stdin. */
                name: string | null;
                /** @description What was guessed or passed over, each with the option that says otherwise. */
                notes: string[];
                /** @description accepted + duplicate + rejected + leftOut. */
                read: number;
                readAs: {
                    currency?: string;
                    dateFormat?: string;
                    decimal?: string;
                };
                reasons: {
                    example: {
                        line: number;
                        text: string;
                    };
                    field: string | null;
                    reason: string;
                    rows: number;
                }[];
                rejected: number;
                /** @description The first rows that were not taken. */
                rejectedRows: {
                    code: string;
                    field: string | null;
                    line: number;
                    reason: string;
                    /** @description The row as it stands in the file. */
                    text: string;
                }[];
                /** @description Of the duplicates, those that repeat another row of this file. */
                repeated: number;
                timeZone: string;
                to: string | null;
                /** @description How the columns of numbers and dates are written. */
                understood: {
                    [key: string]: string;
                };
                unusedColumns: string[];
                warnings: {
                    code: string;
                    example: string;
                    message: string;
                    rows: number;
                }[];
            };
            lifecycle: components["schemas"]["LifecycleAnswer"] | null;
            lifetimeValue: {
                cells: components["schemas"]["LifetimeValueCellsAnswer"];
                /** @description The most valuable customers; `total` is of all. */
                list: components["schemas"]["LifetimeValueAnswer"];
            } | null;
            /** @description For each part that is null: why. */
            missing: {
                [key: string]: string;
            };
            models: {
                /** @description The model of purchases that the likelihoods and values come from, why that one, and by how much AIC. */
                chosen: {
                    by: string;
                    compared: {
                        aic: number;
                        name: string;
                    }[];
                    margin: number | null;
                    model: string;
                    why: string;
                };
                fits: components["schemas"]["ModelFit"][];
                /** @description Models that these purchases do not fit. */
                notFitted: {
                    currency: string | null;
                    model: string;
                    reason: string;
                }[];
            } | null;
            /**
             * Format: date
             * @description The day that the figures are about. Null where nothing was accepted.
             */
            present: string | null;
            retention: components["schemas"]["RetentionAnswer"] | null;
            /**
             * @description Of this shape: another number where a field changes its meaning or goes. Fields may be added.
             * @constant
             */
            version: 1;
        };
        /** @description How fresh the answer is. */
        AsOf: {
            /** @description How far behind the log. */
            lagMs: number;
            position: string | null;
            /** Format: date-time */
            recordedAt: string | null;
        };
        /** @description Fit a model of purchases on the past, score every customer, and compare with what happened. Changes no score. */
        BacktestModel: {
            /**
             * Format: date
             * @description Last day that the model is fitted on.
             * @example 1997-09-30
             */
            at: string;
            /** @description A campaign to keep customers: what it would have brought, by how many are contacted. Left out: no profit is calculated. */
            campaign?: components["schemas"]["RetentionCampaign"];
            /**
             * @description How far ahead: an ISO 8601 duration of days from P1D to P3Y; P90D if left out.
             * @example P90D
             */
            horizon?: string;
            /**
             * @description Which model.
             * @example mbg-nbd
             */
            model: string;
        };
        /** @description A subscription ends. A later one is started under an id of its own. */
        CancelSubscription: {
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description The cause in words. Kept with the personal data.
             * @example found it cheaper
             */
            reason?: string;
            /**
             * @description Main cause, after Keaveney (1995).
             * @example pricing
             * @enum {string}
             */
            reasonCode: "pricing" | "inconvenience" | "core-service-failure" | "encounter-failure" | "response-to-failure" | "competition" | "ethics" | "involuntary" | "other";
            /**
             * @description Which subscription.
             * @example S-42
             */
            subscriptionId: string;
        };
        /** @description Changes what is known of a customer; fields left out stay as they are, null takes a value away. */
        ChangeCustomerDetails: {
            /**
             * @description Attributes to set; null removes one.
             * @example {
             *       "region": "south",
             *       "vip": null
             *     }
             */
            attributes?: {
                [key: string]: string | number | boolean | null;
            };
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description Who the customer is.
             * @example organisation
             * @enum {string}
             */
            party?: "person" | "organisation" | "household";
            /**
             * @description Personal details to set; null removes one.
             * @example {
             *       "address": null,
             *       "phone": "+44 20 7946 0001"
             *     }
             */
            personal?: components["schemas"]["Personal"];
        };
        /** @description The terms of an active subscription change; what is left out stays. */
        ChangeSubscription: {
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * Format: duration
             * @description The new interval.
             * @example P1Y
             */
            interval?: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description The new plan.
             * @example plus
             */
            plan?: string;
            /**
             * @description The new price for one interval.
             * @example {
             *       "currency": "EUR",
             *       "minor": 1499
             *     }
             */
            price?: components["schemas"]["Money"];
            /**
             * @description The new quantity.
             * @example 3
             */
            quantity?: number;
            /**
             * @description Which subscription.
             * @example S-42
             */
            subscriptionId: string;
        };
        ChurnLikelihoodAnswer: {
            /** @description The day the score is about: the latest with a purchase, closing, visit, complaint, answer to a survey, or start or change of a subscription; never after today, unless asked for */
            about: string;
            asOf: components["schemas"]["AsOf"];
            by: string | null;
            /**
             * @description scoring-objected: there is no score because the customer objects to automated scoring, whatever the data
             * @enum {string}
             */
            code?: "scoring-objected";
            currency: string | null;
            /** @description How many are on the list, over all pages; leftOut: how many are not, by reason */
            customers?: number;
            fitPending?: boolean;
            /** @description With by: customers on the list, probablyGone, meanProbability, value and valueAtRisk added up, the most at risk first */
            groups?: {
                /** @description How many are on the list, over all pages; leftOut: how many are not, by reason */
                customers: number;
                group: string | number | boolean | null;
                meanProbability: number | null;
                probablyGone: number;
                /** @description In the list: lifetime value in its currency, on the terms in valueTerms; null without a model of spend, or a purchase in the currency */
                value: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                } | null;
                /** @description value x probability, multiplied before either is rounded */
                valueAtRisk: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                } | null;
            }[];
            horizon: string;
            items: {
                /** @description The day the score is about: the latest with a purchase, closing, visit, complaint, answer to a survey, or start or change of a subscription; never after today, unless asked for */
                about: string;
                /** @description The typical customer who still buys: probability, logOdds, and of how many customers it is the typical one (with the hazard model, of a sample of at most 40,000); null where noReasons says why there is none */
                base: {
                    /** @description How many are on the list, over all pages; leftOut: how many are not, by reason */
                    customers: number;
                    /** @description ln(p / (1 - p)), exact where the probability rounds to 0 or 1 */
                    logOdds: number;
                    /** @description P(no purchase within the horizon), 0 to 1; null with a sentence in notEnoughData when there is none */
                    probability: number;
                } | null;
                customerId: string;
                email?: string | null;
                /** @description purchases: days with a purchase by the day `about`; the first, the last, and days since */
                facts: {
                    daysSinceLastPurchase: number;
                    firstPurchase: string;
                    lastPurchase: string;
                    purchases: number;
                };
                group?: string | number | boolean | null;
                /** @description Upper end */
                high: number | null;
                horizon: string;
                /** @description outcome, or model */
                intervalOf: ("outcome" | "model") | null;
                /** @description ln(p / (1 - p)), exact where the probability rounds to 0 or 1 */
                logOdds: number;
                /** @description Lower end of the 95 % interval: of what happens to such customers where outcomes could be learnt from (intervalOf: outcome), else that of the model; null when the fit has no covariance */
                low: number | null;
                /** @description The fit: name, version (when fitted), trainedTo (last day it saw), position of its event, boundary (a sentence when the optimum is not an ordinary one), aic, nobodyLeaves (a sentence where nobody leaves in the model), chosen (why this model: by, why, margin of AIC, compared) */
                model: {
                    aic: number | null;
                    boundary: string | null;
                    chosen: {
                        /** @enum {string} */
                        by: "asked" | "promoted" | "outcomes" | "aic";
                        compared: {
                            aic: number;
                            /** @description In the list, with email and phone: joined from the customer file when it is read; left out, and noContacts says so, for a role that may not see them */
                            name: string;
                        }[];
                        margin: number | null;
                        why: string;
                    };
                    /** @description In the list, with email and phone: joined from the customer file when it is read; left out, and noContacts says so, for a role that may not see them */
                    name: string;
                    nobodyLeaves: string | null;
                    position: string;
                    trainedTo: string;
                    version: string;
                };
                /** @description Upper end */
                modelHigh: number | null;
                /** @description Lower end of what the uncertainty of the model leaves open, 95 %; it does not cover the model being wrong */
                modelLow: number | null;
                /** @description In the list, with email and phone: joined from the customer file when it is read; left out, and noContacts says so, for a role that may not see them */
                name?: string | null;
                noReasons?: string;
                /** @description What the likelihoods were checked against: checked, horizons, at (the latest day scored), customers, baseRate, level and slope (with the hazard model between two tested horizons their means), season, spread and spreadGrowth (standard deviation of outcomes of tenths around what was foretold: hypot(spread, spreadGrowth x ln-odds)); or checked: false and why (not yet checked against outcomes) */
                outcomes: {
                    at: string;
                    baseRate: number;
                    /** @constant */
                    checked: true;
                    /** @description How many are on the list, over all pages; leftOut: how many are not, by reason */
                    customers: number;
                    horizons: string[];
                    level: number;
                    season: number | null;
                    slope: number;
                    spread: number | null;
                    spreadGrowth: number;
                } | {
                    /** @constant */
                    checked: false;
                    why: string;
                };
                /** @description The likelihood that a person stated (OverrideChurnLikelihood), beside the computed one and never instead of it: in force today, or on the day `about` where one is asked for; reason only for a role that may see personal data. Order, groups and sums do not use it */
                override: {
                    by: string;
                    expiresOn: string;
                    /** @description P(no purchase within the horizon), 0 to 1; null with a sentence in notEnoughData when there is none */
                    probability: number;
                    recordedOn: string;
                } | null;
                phone?: string | null;
                /** @description P(no purchase within the horizon), 0 to 1; null with a sentence in notEnoughData when there is none */
                probability: number;
                /** @description P(has not left for good). BG/NBD takes everybody who bought once for active. */
                probabilityAlive: number;
                /** @description What sets this customer apart from the typical one; contribution in log-odds, positive raises the probability. What raises comes first of whom more likely than not, or likelier than the typical one, will stay away; of others what lowers; the strongest first */
                reasons: {
                    contribution: number;
                    feature: string;
                    text: string;
                    typical: number | null;
                    /** @description In the list: lifetime value in its currency, on the terms in valueTerms; null without a model of spend, or a purchase in the currency */
                    value: number | null;
                }[];
                /** @description Of name, email and phone those that are known and not shown, and why: the key of the customer cannot be had. In rows: their names */
                sealed?: {
                    fields: string[];
                    /** @enum {string} */
                    reason: "key-missing" | "key-damaged" | "secret-missing" | "vault-unreachable" | "not-permitted";
                };
                /** @description The probability as the model says it, before outcomes moved it */
                uncalibrated: number;
                /** @description In the list: lifetime value in its currency, on the terms in valueTerms; null without a model of spend, or a purchase in the currency */
                value: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                } | null;
                /** @description value x probability, multiplied before either is rounded */
                valueAtRisk: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                } | null;
            }[];
            leftOut?: {
                closed: number;
                lessLikely: number;
                noPurchase: number;
                noPurchaseInCurrency: number;
                objected: number;
                probablyGone: number;
            };
            minActive: number;
            models?: {
                purchases: {
                    aic: number | null;
                    boundary: string | null;
                    chosen: {
                        /** @enum {string} */
                        by: "asked" | "promoted" | "outcomes" | "aic";
                        compared: {
                            aic: number;
                            /** @description In the list, with email and phone: joined from the customer file when it is read; left out, and noContacts says so, for a role that may not see them */
                            name: string;
                        }[];
                        margin: number | null;
                        why: string;
                    };
                    /** @description In the list, with email and phone: joined from the customer file when it is read; left out, and noContacts says so, for a role that may not see them */
                    name: string;
                    nobodyLeaves: string | null;
                    position: string;
                    trainedTo: string;
                    version: string;
                };
                spend: {
                    aic: number | null;
                    boundary: string | null;
                    carriedBy: string | null;
                    /** @description In the list, with email and phone: joined from the customer file when it is read; left out, and noContacts says so, for a role that may not see them */
                    name: string;
                    position: string;
                    trainedTo: string;
                    version: string;
                };
            };
            /** @description With notEnoughData: how much a model is fitted from; there: how much there is; fitPending: true when only the fit is missing */
            needed?: {
                /** @description How many are on the list, over all pages; leftOut: how many are not, by reason */
                customers: number;
                repeatPurchaseDays: number;
            };
            next: string | null;
            noContacts?: string;
            noValueAtRisk?: {
                /**
                 * @description scoring-objected: there is no score because the customer objects to automated scoring, whatever the data
                 * @enum {string}
                 */
                code?: "scoring-objected";
                fitPending?: boolean;
                /** @description With notEnoughData: how much a model is fitted from; there: how much there is; fitPending: true when only the fit is missing */
                needed?: {
                    /** @description How many are on the list, over all pages; leftOut: how many are not, by reason */
                    customers: number;
                    repeatPurchaseDays: number;
                };
                notEnoughData: string;
                there?: {
                    /** @description How many are on the list, over all pages; leftOut: how many are not, by reason */
                    customers: number;
                    repeatPurchaseDays: number;
                };
            };
            notEnoughData?: string;
            /** @enum {string} */
            order: "value-at-risk" | "probability";
            otherCurrencies: {
                currency: string;
                /** @description How many are on the list, over all pages; leftOut: how many are not, by reason */
                customers: number;
            }[];
            /** @description With by: where there are more than 1,000 values, so many of those with the fewest customers are added up as (other) */
            otherGroups?: number;
            there?: {
                /** @description How many are on the list, over all pages; leftOut: how many are not, by reason */
                customers: number;
                repeatPurchaseDays: number;
            };
            valueTerms?: {
                /** @description The day the score is about: the latest with a purchase, closing, visit, complaint, answer to a survey, or start or change of a subscription; never after today, unless asked for */
                about: string;
                currency: string | null;
                discountRate: number;
                horizon: string;
                margin: number;
            };
        };
        /** @description Data of `tenure.customer.ChurnLikelihoodOverridden.v1`. */
        ChurnLikelihoodOverriddenV1: {
            /** Format: date */
            expiresOn: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                reason?: string;
            };
            probability: number;
        };
        /** @description Data of `tenure.customer.ChurnOverrideWithdrawn.v1`. */
        ChurnOverrideWithdrawnV1: {
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                reason?: string;
            };
        };
        /** @description Ends the relationship: no purchase, subscription or visit is taken until the customer is reopened. */
        CloseCustomer: {
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description Why. Kept with the personal data; the page of the customer shows it.
             * @example moved abroad
             */
            reason: string;
        };
        /** @description CloudEvents 1.0. */
        CloudEvent: {
            actor: string;
            causationid?: string;
            /** @description SHA-256 of what the event says, base64url. Events of version 0.1.0 have none. */
            checksum?: string;
            commandid: string;
            /** @description How many events the command has. */
            commandof?: number;
            correlationid?: string;
            /** @description The facts, and the personal part under `personal`. Of an event of type `tenure.customer.VisitRecorded.v1` it is a `VisitRecordedV1`, and so on. */
            data: components["schemas"]["CustomerRegisteredV1"] | components["schemas"]["CustomerDetailsChangedV1"] | components["schemas"]["CustomerClosedV1"] | components["schemas"]["CustomerClosedV2"] | components["schemas"]["CustomerReopenedV1"] | components["schemas"]["CustomerReopenedV2"] | components["schemas"]["PurchaseRecordedV1"] | components["schemas"]["PurchaseReturnedV1"] | components["schemas"]["PurchaseReturnedV2"] | components["schemas"]["PurchaseCorrectedV1"] | components["schemas"]["PurchaseCorrectedV2"] | components["schemas"]["ReturnCorrectedV1"] | components["schemas"]["ReturnCorrectedV2"] | components["schemas"]["ReturnVoidedV1"] | components["schemas"]["ReturnVoidedV2"] | components["schemas"]["PurchaseVoidedV1"] | components["schemas"]["PurchaseVoidedV2"] | components["schemas"]["SubscriptionStartedV1"] | components["schemas"]["SubscriptionChangedV1"] | components["schemas"]["SubscriptionRenewedV1"] | components["schemas"]["SubscriptionCancelledV1"] | components["schemas"]["SubscriptionCancelledV2"] | components["schemas"]["VisitRecordedV1"] | components["schemas"]["VisitRecordedV2"] | components["schemas"]["VisitCorrectedV1"] | components["schemas"]["VisitCorrectedV2"] | components["schemas"]["VisitVoidedV1"] | components["schemas"]["VisitVoidedV2"] | components["schemas"]["ComplaintLoggedV1"] | components["schemas"]["ComplaintLoggedV2"] | components["schemas"]["ComplaintAcknowledgedV1"] | components["schemas"]["ComplaintResolvedV1"] | components["schemas"]["ComplaintResolvedV2"] | components["schemas"]["ComplaintReopenedV1"] | components["schemas"]["ComplaintReopenedV2"] | components["schemas"]["ComplaintCorrectedV1"] | components["schemas"]["ComplaintCorrectedV2"] | components["schemas"]["ComplaintVoidedV1"] | components["schemas"]["ComplaintVoidedV2"] | components["schemas"]["SatisfactionRecordedV1"] | components["schemas"]["SatisfactionCorrectedV1"] | components["schemas"]["SatisfactionCorrectedV2"] | components["schemas"]["SatisfactionVoidedV1"] | components["schemas"]["SatisfactionVoidedV2"] | components["schemas"]["ScoringObjectionRaisedV1"] | components["schemas"]["ScoringObjectionWithdrawnV1"] | components["schemas"]["ChurnLikelihoodOverriddenV1"] | components["schemas"]["ChurnOverrideWithdrawnV1"] | components["schemas"]["ModelFittedV1"] | components["schemas"]["ModelPromotedV1"] | components["schemas"]["ModelRetiredV1"] | components["schemas"]["ModelBacktestedV1"] | components["schemas"]["MarginStatedV1"] | components["schemas"]["DiscountRateStatedV1"] | components["schemas"]["HorizonStatedV1"] | components["schemas"]["CostStatedV1"] | components["schemas"]["TermWithdrawnV1"] | components["schemas"]["ParkedEventDiscardedV1"] | components["schemas"]["ParkedRetryRequestedV1"] | components["schemas"]["RepublicationRequestedV1"] | components["schemas"]["LogRestoredV1"] | components["schemas"]["VaultBegunV1"];
            datacontenttype: string;
            /** Format: uuid */
            id: string;
            /** @description The import that recorded it. */
            importid?: string;
            /** @description Only where the personal part is sealed here, its values `sealed. ...`: the epoch of the customer's key. Left out where it is in clear. */
            keyepoch?: number;
            /** @description Who the actor acted for. */
            onbehalfof?: string;
            /** Format: uuid */
            originid?: string;
            originrevision?: number;
            /** @description Where the fact was recorded first, with `originrevision` and `originid`, when it was copied. */
            originstream?: string;
            partitionkey: string;
            /**
             * @description Known to the day only: `time` is its midnight in UTC, and no time zone moves it.
             * @enum {string}
             */
            precision?: "day";
            /**
             * Format: date-time
             * @description When the log took it.
             */
            recordedtime: string;
            revision: number;
            /** @description The position; sorts as text. */
            sequence: string;
            source: string;
            /** @enum {string} */
            specversion: "1.0";
            /** @description The customer; of an event of the system, the stream that it is on. */
            subject: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            time: string;
            /**
             * @description What happened: `tenure.customer.CustomerRegistered.v1`, `tenure.customer.CustomerDetailsChanged.v1`, `tenure.customer.CustomerClosed.v1`, `tenure.customer.CustomerClosed.v2`, `tenure.customer.CustomerReopened.v1`, `tenure.customer.CustomerReopened.v2`, `tenure.customer.PurchaseRecorded.v1`, `tenure.customer.PurchaseReturned.v1`, `tenure.customer.PurchaseReturned.v2`, `tenure.customer.PurchaseCorrected.v1`, `tenure.customer.PurchaseCorrected.v2`, `tenure.customer.ReturnCorrected.v1`, `tenure.customer.ReturnCorrected.v2`, `tenure.customer.ReturnVoided.v1`, `tenure.customer.ReturnVoided.v2`, `tenure.customer.PurchaseVoided.v1`, `tenure.customer.PurchaseVoided.v2`, `tenure.customer.SubscriptionStarted.v1`, `tenure.customer.SubscriptionChanged.v1`, `tenure.customer.SubscriptionRenewed.v1`, `tenure.customer.SubscriptionCancelled.v1`, `tenure.customer.SubscriptionCancelled.v2`, `tenure.customer.VisitRecorded.v1`, `tenure.customer.VisitRecorded.v2`, `tenure.customer.VisitCorrected.v1`, `tenure.customer.VisitCorrected.v2`, `tenure.customer.VisitVoided.v1`, `tenure.customer.VisitVoided.v2`, `tenure.customer.ComplaintLogged.v1`, `tenure.customer.ComplaintLogged.v2`, `tenure.customer.ComplaintAcknowledged.v1`, `tenure.customer.ComplaintResolved.v1`, `tenure.customer.ComplaintResolved.v2`, `tenure.customer.ComplaintReopened.v1`, `tenure.customer.ComplaintReopened.v2`, `tenure.customer.ComplaintCorrected.v1`, `tenure.customer.ComplaintCorrected.v2`, `tenure.customer.ComplaintVoided.v1`, `tenure.customer.ComplaintVoided.v2`, `tenure.customer.SatisfactionRecorded.v1`, `tenure.customer.SatisfactionCorrected.v1`, `tenure.customer.SatisfactionCorrected.v2`, `tenure.customer.SatisfactionVoided.v1`, `tenure.customer.SatisfactionVoided.v2`, `tenure.customer.ScoringObjectionRaised.v1`, `tenure.customer.ScoringObjectionWithdrawn.v1`, `tenure.customer.ChurnLikelihoodOverridden.v1`, `tenure.customer.ChurnOverrideWithdrawn.v1`, `tenure.system.ModelFitted.v1`, `tenure.system.ModelPromoted.v1`, `tenure.system.ModelRetired.v1`, `tenure.system.ModelBacktested.v1`, `tenure.system.MarginStated.v1`, `tenure.system.DiscountRateStated.v1`, `tenure.system.HorizonStated.v1`, `tenure.system.CostStated.v1`, `tenure.system.TermWithdrawn.v1`, `tenure.system.ParkedEventDiscarded.v1`, `tenure.system.ParkedRetryRequested.v1`, `tenure.system.RepublicationRequested.v1`, `tenure.system.LogRestored.v1`, `tenure.system.VaultBegun.v1`. A later version may have more.
             * @example tenure.customer.CustomerRegistered.v1
             */
            type: string;
        };
        CommandLine: {
            customerId?: string;
            error?: {
                code: string;
                currentRevision?: number | null;
                detail: string;
                errors: components["schemas"]["Fault"][];
                outcome?: string;
                retryable: boolean;
            };
            figure?: string;
            id: string | null;
            line: number;
            model?: string;
            position?: string;
            revision?: number;
            status: number;
        };
        /** @description Data of `tenure.customer.ComplaintAcknowledged.v1`. */
        ComplaintAcknowledgedV1: {
            complaintId: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
        };
        /** @description Data of `tenure.customer.ComplaintCorrected.v1`. */
        ComplaintCorrectedV1: {
            complaintId: string;
            now: {
                channel?: string;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                orderId?: string;
                product?: string;
                /** @enum {string} */
                severity: "low" | "medium" | "high" | "critical";
                steps: {
                    compensation?: {
                        currency: string;
                        minor: number;
                    };
                    /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                    occurredAt: string;
                    reason?: string;
                    resolution?: string;
                    /** @enum {string} */
                    step: "acknowledged" | "resolved" | "reopened";
                }[];
                subject: string;
            };
            /** @description Left out where there is none. */
            personal?: {
                description?: string;
                note?: string;
            };
            reason: string;
            was: {
                channel?: string;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                orderId?: string;
                product?: string;
                /** @enum {string} */
                severity: "low" | "medium" | "high" | "critical";
                steps: {
                    compensation?: {
                        currency: string;
                        minor: number;
                    };
                    /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                    occurredAt: string;
                    reason?: string;
                    resolution?: string;
                    /** @enum {string} */
                    step: "acknowledged" | "resolved" | "reopened";
                }[];
                subject: string;
            };
        };
        /** @description Data of `tenure.customer.ComplaintCorrected.v2`. */
        ComplaintCorrectedV2: {
            complaintId: string;
            now: {
                channel?: string;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                orderId?: string;
                product?: string;
                /** @enum {string} */
                severity: "low" | "medium" | "high" | "critical";
                steps: {
                    compensation?: {
                        currency: string;
                        minor: number;
                    };
                    /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                    occurredAt: string;
                    /** @enum {string} */
                    step: "acknowledged" | "resolved" | "reopened";
                }[];
            };
            /** @description Left out where there is none. */
            personal?: {
                description?: string;
                note?: string;
                reason?: string;
                resolution?: string;
                subject?: string;
                wasResolution?: string;
                wasSubject?: string;
            };
            was: {
                channel?: string;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                orderId?: string;
                product?: string;
                /** @enum {string} */
                severity: "low" | "medium" | "high" | "critical";
                steps: {
                    compensation?: {
                        currency: string;
                        minor: number;
                    };
                    /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                    occurredAt: string;
                    /** @enum {string} */
                    step: "acknowledged" | "resolved" | "reopened";
                }[];
            };
        };
        /** @description Data of `tenure.customer.ComplaintLogged.v1`. */
        ComplaintLoggedV1: {
            channel?: string;
            complaintId: string;
            orderId?: string;
            /** @description Left out where there is none. */
            personal?: {
                description?: string;
                note?: string;
            };
            product?: string;
            /** @enum {string} */
            severity: "low" | "medium" | "high" | "critical";
            subject: string;
        };
        /** @description Data of `tenure.customer.ComplaintLogged.v2`. */
        ComplaintLoggedV2: {
            channel?: string;
            complaintId: string;
            orderId?: string;
            /** @description Left out where there is none. */
            personal?: {
                description?: string;
                note?: string;
                subject?: string;
            };
            product?: string;
            /** @enum {string} */
            severity: "low" | "medium" | "high" | "critical";
        };
        /** @description Data of `tenure.customer.ComplaintReopened.v1`. */
        ComplaintReopenedV1: {
            complaintId: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            reason: string;
        };
        /** @description Data of `tenure.customer.ComplaintReopened.v2`. */
        ComplaintReopenedV2: {
            complaintId: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                reason?: string;
            };
        };
        /** @description Data of `tenure.customer.ComplaintResolved.v1`. */
        ComplaintResolvedV1: {
            compensation?: {
                currency: string;
                minor: number;
            };
            complaintId: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            resolution: string;
        };
        /** @description Data of `tenure.customer.ComplaintResolved.v2`. */
        ComplaintResolvedV2: {
            compensation?: {
                currency: string;
                minor: number;
            };
            complaintId: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                resolution?: string;
            };
        };
        /** @description Data of `tenure.customer.ComplaintVoided.v1`. */
        ComplaintVoidedV1: {
            complaintId: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            reason: string;
            was: {
                channel?: string;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                orderId?: string;
                product?: string;
                /** @enum {string} */
                severity: "low" | "medium" | "high" | "critical";
                steps: {
                    compensation?: {
                        currency: string;
                        minor: number;
                    };
                    /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                    occurredAt: string;
                    reason?: string;
                    resolution?: string;
                    /** @enum {string} */
                    step: "acknowledged" | "resolved" | "reopened";
                }[];
                subject: string;
            };
        };
        /** @description Data of `tenure.customer.ComplaintVoided.v2`. */
        ComplaintVoidedV2: {
            complaintId: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                reason?: string;
                wasResolution?: string;
                wasSubject?: string;
            };
            was: {
                channel?: string;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                orderId?: string;
                product?: string;
                /** @enum {string} */
                severity: "low" | "medium" | "high" | "critical";
                steps: {
                    compensation?: {
                        currency: string;
                        minor: number;
                    };
                    /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                    occurredAt: string;
                    /** @enum {string} */
                    step: "acknowledged" | "resolved" | "reopened";
                }[];
            };
        };
        ComplaintsAnswer: {
            asOf: components["schemas"]["AsOf"];
            currencies: string[];
            definition: {
                /** Format: date */
                from: string | null;
                name: string;
                timezone: string;
                /** Format: date */
                to: string | null;
            };
            items: {
                /** @description First acknowledgement */
                acknowledgedAt: string | null;
                channel: string | null;
                /** @description What was given, by currency, over all resolutions */
                compensation: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                }[];
                complaintId: string;
                customerId: string;
                /** @description When it was logged as having happened: a day, or a time in UTC */
                openedAt: string;
                orderId: string | null;
                product: string | null;
                /** @description How many times */
                reopened: number;
                /** @description How it was settled, in the words of whoever said so; null unless it is resolved now, and where it is sealed */
                resolution: string | null;
                /** @description Last resolution; null unless it is resolved now */
                resolvedAt: string | null;
                /** @description What was said and is not shown, and why: the key of the customer cannot be had, or your key has no role for personal data. In rows: subject, resolution */
                sealed?: {
                    fields: string[];
                    /** @enum {string} */
                    reason: "key-missing" | "key-damaged" | "secret-missing" | "vault-unreachable" | "not-permitted";
                };
                /** @description resolvedAt - openedAt; where either is a day, whole days, 0 on the same day: such a complaint is in no class below 24 hours */
                secondsToResolve: number | null;
                /** @enum {string} */
                severity: "low" | "medium" | "high" | "critical";
                /**
                 * @description open, acknowledged, reopened or resolved
                 * @enum {string}
                 */
                status: "open" | "acknowledged" | "reopened" | "resolved";
                /** @description What about, in the words of whoever logged it; null where it is sealed */
                subject: string | null;
            }[];
            next: string | null;
        };
        ComplaintsSummaryAnswer: {
            asOf: components["schemas"]["AsOf"];
            definition: {
                /** Format: date */
                from: string | null;
                granularity: string;
                name: string;
                /** @description The day at which knowledge ends, and why that one: latest-fact, now or asked */
                present: {
                    /** @enum {string} */
                    basis: "latest-fact" | "now" | "asked";
                    /** Format: date */
                    day: string;
                };
                timezone: string;
                /** Format: date */
                to: string | null;
            };
            /** @description Complaints that are not resolved, by severity; as of the day that present asks for */
            openNow: {
                critical: number;
                high: number;
                low: number;
                medium: number;
                total: number;
            };
            periods: {
                acknowledged: {
                    critical: number;
                    high: number;
                    low: number;
                    medium: number;
                    total: number;
                };
                /** @description What was given, by currency, over all resolutions */
                compensation: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                }[];
                /** @constant */
                inProgress?: true;
                /** @description Mean time to resolve in hours; null for none */
                meanHoursToResolve: number | null;
                opened: {
                    critical: number;
                    high: number;
                    low: number;
                    medium: number;
                    total: number;
                };
                reopened: {
                    critical: number;
                    high: number;
                    low: number;
                    medium: number;
                    total: number;
                };
                resolved: {
                    critical: number;
                    high: number;
                    low: number;
                    medium: number;
                    total: number;
                };
                start: string;
                /** @description Complaints by class of time to resolve: shorter than so many hours, and not than the class before */
                timeToResolve: {
                    count: number;
                    upToHours: number | null;
                }[];
            }[];
        };
        /** @description Puts a logged complaint right, also its acknowledgement and its resolution; what is left out stays, null takes a value away. */
        CorrectComplaint: {
            /**
             * @description When it really was acknowledged; null takes the acknowledgement back.
             * @example 2026-03-02
             */
            acknowledgedAt?: ((string | unknown | unknown) | null) | unknown | unknown;
            /**
             * @description How it came in.
             * @example e-mail
             */
            channel?: string | null;
            /**
             * @description What the customer really was given for the trouble.
             * @example {
             *       "currency": "USD",
             *       "minor": 700
             *     }
             */
            compensation?: components["schemas"]["Money"] | null;
            /**
             * @description Which complaint: its complaint id, or the id of the command that logged it.
             * @example K-7
             */
            complaintId: string;
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description The customer's own words, in the place of those recorded. Kept with the personal data.
             * @example It never came.
             */
            description?: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When the fact really happened, a time or a day; as recorded if left out.
             * @example 2026-03-01
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description About which order.
             * @example A-1002
             */
            orderId?: string | null;
            /**
             * @description About which product.
             * @example red-lamp
             */
            product?: string | null;
            /**
             * @description Why it is taken back or corrected; shown in the history. Kept with the personal data.
             * @example typed twice
             */
            reason: string;
            /**
             * @description How it really was settled. Kept with the personal data.
             * @example money back
             */
            resolution?: string;
            /**
             * @description When it really was resolved; null takes the last resolution back: then it is open again.
             * @example 2026-03-03
             */
            resolvedAt?: ((string | unknown | unknown) | null) | unknown | unknown;
            /**
             * @description How bad it really is.
             * @example critical
             * @enum {string}
             */
            severity?: "low" | "medium" | "high" | "critical";
            /**
             * @description What it really is about, in a few words. Kept with the personal data.
             * @example parcel lost
             */
            subject?: string;
        };
        /** @description Puts a recorded purchase right; what is left out stays, null takes a value away. */
        CorrectPurchase: {
            /**
             * @description The right total. With lines it may be left out: then it is their sum.
             * @example {
             *       "currency": "USD",
             *       "minor": 1077
             *     }
             */
            amount?: components["schemas"]["Money"];
            /**
             * @description Where it really was bought.
             * @example shop
             */
            channel?: string | null;
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /** @description All lines as they are right, in the place of those recorded. */
            lines?: components["schemas"]["PurchaseLine"][] | null;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When the fact really happened, a time or a day; as recorded if left out.
             * @example 2026-03-01
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description Which purchase: its order id, or the id of the command that recorded it.
             * @example A-1001
             */
            orderId: string;
            /**
             * @description What really was bought.
             * @example red-lamp
             */
            product?: string | null;
            /**
             * @description How much of it.
             * @example 2
             */
            quantity?: number | null;
            /**
             * @description Why it is taken back or corrected; shown in the history. Kept with the personal data.
             * @example typed twice
             */
            reason: string;
        };
        /** @description Puts a recorded return right; what is left out stays, null takes a value away. */
        CorrectReturn: {
            /**
             * @description What really went back to the customer, as a positive amount.
             * @example {
             *       "currency": "USD",
             *       "minor": 1077
             *     }
             */
            amount?: components["schemas"]["Money"];
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When the fact really happened, a time or a day; as recorded if left out.
             * @example 2026-03-01
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description The purchase it really belongs to; null for one from before your records here.
             * @example A-1002
             */
            orderId?: string | null;
            /**
             * @description What really went back.
             * @example red-lamp
             */
            product?: string | null;
            /**
             * @description Why it is taken back or corrected; shown in the history. Kept with the personal data.
             * @example typed twice
             */
            reason: string;
            /**
             * @description Which return: its return id, or the id of the command that recorded it.
             * @example R-77
             */
            returnId: string;
            /**
             * @description Why it really went back. Kept with the personal data.
             * @example too large
             */
            returnReason?: string | null;
        };
        /** @description Puts a recorded answer right; what is left out stays. */
        CorrectSatisfaction: {
            /**
             * @description What was really asked about; null takes it away.
             * @example survey-2026-spring
             */
            about?: string | null;
            /**
             * @description The customer's own words, in the place of those recorded. Kept with the personal data.
             * @example Friendly people.
             */
            comment?: string;
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Highest answer possible; for a scale only.
             * @example 7
             */
            max?: number;
            /**
             * @description What was really asked: nps, csat or scale (with min and max).
             * @example csat
             * @enum {string}
             */
            metric?: "nps" | "csat" | "scale";
            /**
             * @description Lowest answer possible; for a scale only.
             * @example 1
             */
            min?: number;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When the fact really happened, a time or a day; as recorded if left out.
             * @example 2026-03-01
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description Why it is taken back or corrected; shown in the history. Kept with the personal data.
             * @example typed twice
             */
            reason: string;
            /**
             * @description Which answer: its satisfaction id, or the id of the command that recorded it.
             * @example N-12
             */
            satisfactionId: string;
            /**
             * @description The right answer.
             * @example 4
             */
            score?: number;
        };
        /** @description Puts a recorded visit right; what is left out stays, null takes a value away. */
        CorrectVisit: {
            /**
             * @description How it really was.
             * @example video
             */
            channel?: string | null;
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When the fact really happened, a time or a day; as recorded if left out.
             * @example 2026-03-01
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description Where it really was. Kept with the personal data.
             * @example Berlin office
             */
            place?: string | null;
            /**
             * @description Why it is taken back or corrected; shown in the history. Kept with the personal data.
             * @example typed twice
             */
            reason: string;
            /**
             * @description With what result. Kept with the personal data.
             * @example wants an offer
             */
            result?: string | null;
            /**
             * @description What it really was about. Kept with the personal data.
             * @example yearly contract
             */
            subject?: string | null;
            /**
             * @description Which visit: its visit id, or the id of the command that recorded it.
             * @example V-9
             */
            visitId: string;
        };
        /** @description Data of `tenure.system.CostStated.v1`. */
        CostStatedV1: {
            /** @description Of each. */
            amount: {
                currency: string;
                minor: number;
            };
            /**
             * Format: date
             * @description The first day on which it holds.
             */
            from: string;
            /** @enum {string} */
            of: "complaint" | "visit" | "acquisition";
            /** @description Why, in clear. */
            reason: string;
            /** @description Of complaints; null: of every severity without a cost of its own. */
            severity: ("low" | "medium" | "high" | "critical") | null;
        };
        /** @description A key to be made. */
        CreateKeyRequest: {
            /**
             * @description When the key comes to its end: a duration from now, a day, which is meant to its end in the reporting time zone, or an RFC 3339 time. Default: never.
             * @example P90D
             */
            expires?: string;
            /**
             * @description What the key is for.
             * @example web shop
             */
            name: string;
            /**
             * @description What its holder may do: roles that the maker holds too.
             * @example [
             *       "integrator"
             *     ]
             */
            roles: ("integrator" | "analyst" | "auditor" | "operator" | "privacy-officer")[];
        };
        CreatedKey: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description Null: never.
             */
            expiresAt: string | null;
            keyId: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            revoked: {
                /** Format: date-time */
                at: string;
                by: string;
                reason: string;
            } | null;
            roles: ("integrator" | "analyst" | "auditor" | "operator" | "privacy-officer")[];
            /** @description What it opens with: shown this once, and kept nowhere. */
            token: string;
        };
        CustomerAnswer: {
            asOf: components["schemas"]["AsOf"];
            /** @description What you told us about the customer */
            attributes: {
                [key: string]: string | number | boolean | null;
            };
            closed: {
                at: string;
                reason: string | null;
            } | null;
            /** @description How many are open and resolved */
            complaints: {
                open: number;
                resolved: number;
            };
            customerId: string;
            /** @description How many events the customer has */
            events: number;
            firstPurchase: string | null;
            lastPurchase: string | null;
            party: ("person" | "organisation" | "household") | null;
            /** @description Name, e-mail, phone, address and birth date, as far as known */
            personal: {
                [key: string]: string | null;
            };
            /** @description Of the last event that the page holds; the ETag, unless something is sealed */
            revision: number;
            /** @description Latest score per metric with its scale */
            satisfaction: {
                about: string | null;
                at: string;
                max: number;
                metric: string;
                min: number;
                score: number;
            }[];
            /** @description objectedOn: since when the customer objects to automated scoring; churnOverride: the likelihood of leaving that a person stated last, until it is withdrawn or its last day is over; null while the customer objects */
            scoring: {
                churnOverride: {
                    expiresOn: string;
                    probability: number;
                    statedAt: string;
                } | null;
                objectedOn: string | null;
            };
            /** @description Personal fields that are known and not shown, and why, those of the last closing and of the timeline as closed.reason, timeline.subject and so on: the key of the customer cannot be had, or your key has no role for personal data. In rows: their names */
            sealed?: {
                fields: string[];
                /** @enum {string} */
                reason: "key-missing" | "key-damaged" | "secret-missing" | "vault-unreachable" | "not-permitted";
            };
            /** @description When the customer was first registered */
            since: string | null;
            /**
             * @description active, or closed with time and reason
             * @enum {string}
             */
            status: "active" | "closed";
            /** @description Terms as they stand, renewals, and when and why cancelled */
            subscriptions: {
                cancelledAt: string | null;
                interval: string | null;
                plan: string | null;
                price: {
                    currency: string;
                    minor: number;
                } | null;
                quantity: number | null;
                reasonCode: string | null;
                renewals: number;
                startedAt: string | null;
                /**
                 * @description active, or closed with time and reason
                 * @enum {string}
                 */
                status: "active" | "cancelled";
                subscriptionId: string;
                until: string | null;
            }[];
            subscriptionsActive: number;
            subscriptionsCancelled: number;
            /** @description What happened, in a sentence made of the facts, with the ids by which it can be corrected or voided, and beside it what was said */
            timeline: {
                at: string;
                /** @description What was said about it in free words: subject, resolution, reason and the like. null: taken away */
                said: {
                    [key: string]: string | null;
                };
                text: string;
                type: string;
            }[];
            /** @description Per currency: purchases, spend, returns, returned, net */
            totals: {
                currency: string;
                net: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                purchases: number;
                returned: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                returns: number;
                spend: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
            }[];
            /** @description How many, and the last */
            visits: {
                count: number;
                last: string | null;
            };
        };
        CustomerChurnExplanationAnswer: {
            about: string;
            asOf: components["schemas"]["AsOf"];
            /**
             * @description Why there is no probability: scoring-objected, closed, no-purchase, fit-pending, too-little-data, no-model. Of a section: what it is about
             * @enum {string}
             */
            code?: "scoring-objected" | "closed" | "no-purchase" | "fit-pending" | "too-little-data" | "no-model";
            customerId: string;
            /** @description True when there is enough data, and only a fit is missing: the engine makes one by itself within seconds */
            fitPending?: boolean;
            horizon: string;
            /** @enum {string} */
            language: "en" | "zh";
            /** @description The same document as one text in Markdown */
            markdown: string;
            /** @description Why there is no probability, as in the answer about the customer, in English: the document says it in its language */
            notEnoughData?: string;
            /** @description As in the answer about the customer, which this document explains; null where there is none */
            probability: number | null;
            /** @description The document: what was computed, the result with its interval, reasons, data, model, checks, what a person stated, who decides, and the rights of the customer */
            sections: {
                /**
                 * @description Why there is no probability: scoring-objected, closed, no-purchase, fit-pending, too-little-data, no-model. Of a section: what it is about
                 * @enum {string}
                 */
                code: "computed" | "result" | "reasons" | "data" | "not-used" | "model" | "checked" | "override" | "decision" | "rights";
                heading: string;
                texts: string[];
            }[];
            title: string;
        };
        CustomerChurnLikelihoodAnswer: {
            /** @description The day the score is about: the latest with a purchase, closing, visit, complaint, answer to a survey, or start or change of a subscription; never after today, unless asked for */
            about: string;
            asOf: components["schemas"]["AsOf"];
            /** @description The typical customer who still buys: probability, logOdds, and of how many customers it is the typical one (with the hazard model, of a sample of at most 40,000); null where noReasons says why there is none */
            base?: {
                /** @description How many are on the list, over all pages; leftOut: how many are not, by reason */
                customers: number;
                /** @description ln(p / (1 - p)), exact where the probability rounds to 0 or 1 */
                logOdds: number;
                /** @description P(no purchase within the horizon), 0 to 1; null with a sentence in notEnoughData when there is none */
                probability: number;
            } | null;
            /**
             * @description scoring-objected: there is no score because the customer objects to automated scoring, whatever the data
             * @enum {string}
             */
            code?: "scoring-objected";
            customerId: string;
            /** @description purchases: days with a purchase by the day `about`; the first, the last, and days since */
            facts?: {
                daysSinceLastPurchase: number;
                firstPurchase: string;
                lastPurchase: string;
                purchases: number;
            };
            fitPending?: boolean;
            /** @description Upper end */
            high?: number | null;
            horizon: string;
            /** @description outcome, or model */
            intervalOf?: ("outcome" | "model") | null;
            /** @description ln(p / (1 - p)), exact where the probability rounds to 0 or 1 */
            logOdds?: number;
            /** @description Lower end of the 95 % interval: of what happens to such customers where outcomes could be learnt from (intervalOf: outcome), else that of the model; null when the fit has no covariance */
            low?: number | null;
            /** @description The fit: name, version (when fitted), trainedTo (last day it saw), position of its event, boundary (a sentence when the optimum is not an ordinary one), aic, nobodyLeaves (a sentence where nobody leaves in the model), chosen (why this model: by, why, margin of AIC, compared) */
            model?: {
                aic: number | null;
                boundary: string | null;
                chosen: {
                    /** @enum {string} */
                    by: "asked" | "promoted" | "outcomes" | "aic";
                    compared: {
                        aic: number;
                        /** @description In the list, with email and phone: joined from the customer file when it is read; left out, and noContacts says so, for a role that may not see them */
                        name: string;
                    }[];
                    margin: number | null;
                    why: string;
                };
                /** @description In the list, with email and phone: joined from the customer file when it is read; left out, and noContacts says so, for a role that may not see them */
                name: string;
                nobodyLeaves: string | null;
                position: string;
                trainedTo: string;
                version: string;
            };
            /** @description Upper end */
            modelHigh?: number | null;
            /** @description Lower end of what the uncertainty of the model leaves open, 95 %; it does not cover the model being wrong */
            modelLow?: number | null;
            /** @description With notEnoughData: how much a model is fitted from; there: how much there is; fitPending: true when only the fit is missing */
            needed?: {
                /** @description How many are on the list, over all pages; leftOut: how many are not, by reason */
                customers: number;
                repeatPurchaseDays: number;
            };
            noReasons?: string;
            notEnoughData?: string;
            /** @description What the likelihoods were checked against: checked, horizons, at (the latest day scored), customers, baseRate, level and slope (with the hazard model between two tested horizons their means), season, spread and spreadGrowth (standard deviation of outcomes of tenths around what was foretold: hypot(spread, spreadGrowth x ln-odds)); or checked: false and why (not yet checked against outcomes) */
            outcomes?: {
                at: string;
                baseRate: number;
                /** @constant */
                checked: true;
                /** @description How many are on the list, over all pages; leftOut: how many are not, by reason */
                customers: number;
                horizons: string[];
                level: number;
                season: number | null;
                slope: number;
                spread: number | null;
                spreadGrowth: number;
            } | {
                /** @constant */
                checked: false;
                why: string;
            };
            /** @description The likelihood that a person stated (OverrideChurnLikelihood), beside the computed one and never instead of it: in force today, or on the day `about` where one is asked for; reason only for a role that may see personal data. Order, groups and sums do not use it */
            override: {
                by: string;
                expiresOn: string;
                /** @description P(no purchase within the horizon), 0 to 1; null with a sentence in notEnoughData when there is none */
                probability: number;
                reason: string | null;
                recordedOn: string;
                /** @description Of name, email and phone those that are known and not shown, and why: the key of the customer cannot be had. In rows: their names */
                sealed?: {
                    fields: string[];
                    /** @enum {string} */
                    reason: "key-missing" | "key-damaged" | "secret-missing" | "vault-unreachable" | "not-permitted";
                };
            } | null;
            /** @description P(no purchase within the horizon), 0 to 1; null with a sentence in notEnoughData when there is none */
            probability: number | null;
            /** @description P(has not left for good). BG/NBD takes everybody who bought once for active. */
            probabilityAlive?: number;
            /** @description What sets this customer apart from the typical one; contribution in log-odds, positive raises the probability. What raises comes first of whom more likely than not, or likelier than the typical one, will stay away; of others what lowers; the strongest first */
            reasons?: {
                contribution: number;
                feature: string;
                text: string;
                typical: number | null;
                /** @description In the list: lifetime value in its currency, on the terms in valueTerms; null without a model of spend, or a purchase in the currency */
                value: number | null;
            }[];
            there?: {
                /** @description How many are on the list, over all pages; leftOut: how many are not, by reason */
                customers: number;
                repeatPurchaseDays: number;
            };
            /** @description Of one customer: the likelihood that the same model gave 30 days earlier, with what had happened by then, and the change since; null where there was none then */
            trend?: {
                /** @description The day the score is about: the latest with a purchase, closing, visit, complaint, answer to a survey, or start or change of a subscription; never after today, unless asked for */
                about: string;
                change: number;
                /** @description P(no purchase within the horizon), 0 to 1; null with a sentence in notEnoughData when there is none */
                probability: number;
            } | null;
            /** @description The probability as the model says it, before outcomes moved it */
            uncalibrated?: number;
        };
        /** @description Data of `tenure.customer.CustomerClosed.v1`. */
        CustomerClosedV1: {
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            reason: string;
        };
        /** @description Data of `tenure.customer.CustomerClosed.v2`. */
        CustomerClosedV2: {
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                reason?: string;
            };
        };
        /** @description Data of `tenure.customer.CustomerDetailsChanged.v1`. */
        CustomerDetailsChangedV1: {
            attributes?: {
                [key: string]: string | number | boolean | null;
            };
            /** @enum {string} */
            party?: "person" | "organisation" | "household";
            /** @description Left out where there is none. */
            personal?: {
                address?: string | null;
                birthDate?: string | null;
                email?: string | null;
                name?: string | null;
                note?: string;
                phone?: string | null;
            };
        };
        CustomerLifetimeValueAnswer: {
            about: string;
            asOf: components["schemas"]["AsOf"];
            /**
             * @description scoring-objected: there is no value because the customer objects to automated scoring, whatever the data
             * @enum {string}
             */
            code?: "scoring-objected";
            currency: string | null;
            customerId: string;
            discountRate: number;
            /** @description Discounted purchase days within the horizon; already times probabilityAlive. There without a model of spend too: then value is null, and lists are ordered by it (orderedBy) */
            expectedPurchases?: number;
            /** @description amount per purchase day; priorMean: of a customer nothing is known about; ownMean: mean of the own repeat days, null without any; ownWeight: its weight */
            expectedSpend?: {
                amount: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                ownMean: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                } | null;
                ownWeight: number;
                priorMean: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
            };
            /** @description purchases: days with a purchase; totals by currency, returns tied to an order and untied ones apart */
            facts?: {
                firstPurchase: string;
                lastPurchase: string;
                purchases: number;
                totals: {
                    currency: string;
                    purchases: number;
                    returned: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    returnedUntied: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    spend: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                }[];
            };
            fitPending?: boolean;
            horizon: string;
            /** @description 95 % interval of the expected value: what the data leave uncertain about the parameters of both models. What a single customer will bring lies in a much wider one. Of total and groups it is that of totalValue */
            interval?: {
                high: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                low: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
            } | null;
            /** @description The share of what is paid that is kept, where a product has no margin of its own */
            margin: number;
            /** @description The two fits: name, version (when fitted), trainedTo, position, boundary (a sentence when the optimum is not an ordinary one), aic; of purchases also nobodyLeaves (a sentence where nobody leaves in the model) and chosen (why this model: by, why, margin of AIC, compared) */
            models?: {
                purchases: {
                    aic: number | null;
                    boundary: string | null;
                    chosen: {
                        /** @enum {string} */
                        by: "asked" | "promoted" | "outcomes" | "aic";
                        compared: {
                            aic: number;
                            name: string;
                        }[];
                        /** @description The share of what is paid that is kept, where a product has no margin of its own */
                        margin: number | null;
                        why: string;
                    };
                    name: string;
                    nobodyLeaves: string | null;
                    position: string;
                    trainedTo: string;
                    version: string;
                };
                spend?: {
                    aic: number | null;
                    boundary: string | null;
                    /** @description Of the spend model: a sentence where one customer made a twentieth or more of the repeat spend that it was fitted on */
                    carriedBy: string | null;
                    name: string;
                    position: string;
                    trainedTo: string;
                    version: string;
                };
            };
            /** @description With notEnoughData: how much a model is fitted from; there: how much there is; fitPending: true when only the fit is missing */
            needed?: {
                customers: number;
                repeatPurchaseDays: number;
            };
            /** @description Why interval is null: a fit without a covariance (see its boundary), or a mean spend that may be infinite */
            noInterval?: string;
            notEnoughData?: string;
            /** @description Of what is expected without end, discounted at the same rate, the share within the horizon; null without discounting */
            ofInfinite?: number | null;
            /** @description A sentence on a customer whose own mean is ten times what the model expects of one it knows nothing about */
            outlier?: string;
            /** @description Where products have margins of their own: that of the purchases of this customer, which takes the place of margin */
            ownMargin?: number;
            /** @description earned: what was paid less what was returned so far in the currency, x the margin of each purchase, not discounted (a return lessens the purchase it is tied to; one that is tied to none takes off at the own margin of all); costs: what stated costs come to so far, a line for each (of, severity, count, amount), in the currency; costsNotTakenOff: those in other currencies; past: earned less costs; future: the value; whole: both; purchasesIfActive: of the customer if surely still active, x probabilityAlive = expectedPurchases; futureIfActive = purchasesIfActive x expectedSpend x margin (or ownMargin); lostToLeaving: what is missing from that to the value. earned - costs = past, past + future = whole and future + lostToLeaving = futureIfActive, to the minor unit */
            parts?: {
                /** @description What complaints, visits and acquisition cost, as stated; in rows complaintCostMinor, visitCostMinor and acquisitionCostMinor, null where none is stated in the currency */
                costs: {
                    amount: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    count: number;
                    /** @enum {string} */
                    of: "complaint" | "visit" | "acquisition";
                    severity: ("low" | "medium" | "high" | "critical") | null;
                }[];
                costsNotTakenOff: {
                    amount: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    count: number;
                    /** @enum {string} */
                    of: "complaint" | "visit" | "acquisition";
                    severity: ("low" | "medium" | "high" | "critical") | null;
                }[];
                earned: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                future: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                futureIfActive: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                lostToLeaving: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                past: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                purchasesIfActive: number;
                whole: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
            };
            /** @description P(has not left for good) */
            probabilityAlive?: number;
            /** @description The running subscriptions of the customer, each with its value (renewals without end, whatever the horizon) or why it has none; absent where none is running, or the customer objects to scoring */
            subscriptions?: {
                /** @description What discounting from the next renewal to the day about leaves */
                discountToRenewal?: number;
                /** @description DERL: periods expected to be paid for from the next renewal on, without end, discounted to it */
                discountedLifetime?: number;
                /** @description 95 % interval of the value: what the data leave uncertain about the parameters of the model */
                interval?: {
                    high: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    low: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                } | null;
                /** @description That of the currency of the price: as in the query, else as stated, else 1 */
                margin?: number;
                /** @description How long customers with this interval stay: sbg or bdw, and why; fitted on customers for whom a renewal could have come, of whom ended have left */
                model?: {
                    aic: number;
                    boundary: string | null;
                    customers: number;
                    ended: number;
                    name: string;
                    parameters: {
                        [key: string]: number;
                    };
                    why: string;
                };
                /** @description The first one after the day about */
                nextRenewal?: string;
                noInterval?: string;
                notEnoughData?: string;
                /** @description How often the price is paid */
                period: string;
                price: {
                    currency: string;
                    minor: number;
                };
                /** @description How many renewals have come since the first subscription of this stay */
                renewals?: number;
                subscriptionId: string;
                /** @description price x discountedLifetime x discountToRenewal x margin, in minor units, a half to the even one; null with a sentence in notEnoughData */
                value: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                } | null;
            }[];
            /** @description Where each term of the day about comes from. given: in-query, stated (with from, the first day on which it holds, reason, statedBy, statedAt and position), or by-default; productMargins: of the products with a margin of their own, none where the query gives a margin; costs: of, severity (null: of every severity without a cost of its own) and amount of each. A statement for a later day counts for nothing */
            terms: {
                /** @description What complaints, visits and acquisition cost, as stated; in rows complaintCostMinor, visitCostMinor and acquisitionCostMinor, null where none is stated in the currency */
                costs: {
                    amount: {
                        currency: string;
                        minor: number;
                    };
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    /** @enum {string} */
                    of: "complaint" | "visit" | "acquisition";
                    position?: string;
                    reason?: string;
                    severity: ("low" | "medium" | "high" | "critical") | null;
                    statedAt?: string;
                    statedBy?: string;
                }[];
                discountRate: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                horizon: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                /** @description The share of what is paid that is kept, where a product has no margin of its own */
                margin: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                productMargins: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    product: string;
                    reason?: string;
                    share: number;
                    statedAt?: string;
                    statedBy?: string;
                }[];
            };
            there?: {
                customers: number;
                repeatPurchaseDays: number;
            };
            /** @description Expected discounted margin, rounded half-even to minor units; null with a sentence in notEnoughData when there is none */
            value: {
                currency: string;
                /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                minor: number | string;
            } | null;
        };
        /** @description Data of `tenure.customer.CustomerRegistered.v1`. */
        CustomerRegisteredV1: {
            attributes: {
                [key: string]: string | number | boolean;
            };
            /** @enum {string} */
            party: "person" | "organisation" | "household";
            /** @description Left out where there is none. */
            personal?: {
                address?: string;
                birthDate?: string;
                email?: string;
                name?: string;
                note?: string;
                phone?: string;
            };
        };
        /** @description Data of `tenure.customer.CustomerReopened.v1`. */
        CustomerReopenedV1: {
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            reason: string;
        };
        /** @description Data of `tenure.customer.CustomerReopened.v2`. */
        CustomerReopenedV2: {
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                reason?: string;
            };
        };
        CustomerValueExplanationAnswer: {
            about: string;
            asOf: components["schemas"]["AsOf"];
            /**
             * @description Why there is no value: scoring-objected, closed, no-purchase, no-purchase-in-currency, fit-pending, too-little-data, no-model. Of a section: what it is about
             * @enum {string}
             */
            code?: "scoring-objected" | "closed" | "no-purchase" | "no-purchase-in-currency" | "fit-pending" | "too-little-data" | "no-model";
            currency: string | null;
            customerId: string;
            discountRate: number;
            /** @description True when there is enough data, and only a fit is missing: the engine makes one by itself within seconds */
            fitPending?: boolean;
            horizon: string;
            /** @enum {string} */
            language: "en" | "zh";
            /** @description The share of what is paid that is kept, where a product has no margin of its own */
            margin: number;
            /** @description The same document as one text in Markdown */
            markdown: string;
            /** @description Why there is no value, as in the answer about the customer, in English: the document says it in its language */
            notEnoughData?: string;
            /** @description Where products have margins of their own: that of the purchases of this customer, which takes the place of margin */
            ownMargin?: number;
            /** @description earned: what was paid less what was returned so far in the currency, x the margin of each purchase, not discounted (a return lessens the purchase it is tied to; one that is tied to none takes off at the own margin of all); costs: what stated costs come to so far, a line for each (of, severity, count, amount), in the currency; costsNotTakenOff: those in other currencies; past: earned less costs; future: the value; whole: both; purchasesIfActive: of the customer if surely still active, x probabilityAlive = expectedPurchases; futureIfActive = purchasesIfActive x expectedSpend x margin (or ownMargin); lostToLeaving: what is missing from that to the value. earned - costs = past, past + future = whole and future + lostToLeaving = futureIfActive, to the minor unit */
            parts?: {
                /** @description What complaints, visits and acquisition cost, as stated; in rows complaintCostMinor, visitCostMinor and acquisitionCostMinor, null where none is stated in the currency */
                costs: {
                    amount: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    count: number;
                    /** @enum {string} */
                    of: "complaint" | "visit" | "acquisition";
                    severity: ("low" | "medium" | "high" | "critical") | null;
                }[];
                costsNotTakenOff: {
                    amount: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    count: number;
                    /** @enum {string} */
                    of: "complaint" | "visit" | "acquisition";
                    severity: ("low" | "medium" | "high" | "critical") | null;
                }[];
                earned: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                future: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                futureIfActive: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                lostToLeaving: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                past: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                purchasesIfActive: number;
                whole: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
            };
            /** @description The document: what was computed, the result, its parts, the figures that went in, the terms, the interval, what would change it, the data, the models, who decides, and the rights of the customer */
            sections: {
                /**
                 * @description Why there is no value: scoring-objected, closed, no-purchase, no-purchase-in-currency, fit-pending, too-little-data, no-model. Of a section: what it is about
                 * @enum {string}
                 */
                code: "computed" | "result" | "parts" | "figures" | "terms" | "interval" | "changes" | "data" | "not-used" | "model" | "decision" | "rights";
                heading: string;
                texts: string[];
            }[];
            /** @description Where each term of the day about comes from. given: in-query, stated (with from, the first day on which it holds, reason, statedBy, statedAt and position), or by-default; productMargins: of the products with a margin of their own, none where the query gives a margin; costs: of, severity (null: of every severity without a cost of its own) and amount of each. A statement for a later day counts for nothing */
            terms: {
                /** @description What complaints, visits and acquisition cost, as stated; in rows complaintCostMinor, visitCostMinor and acquisitionCostMinor, null where none is stated in the currency */
                costs: {
                    amount: {
                        currency: string;
                        minor: number;
                    };
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    /** @enum {string} */
                    of: "complaint" | "visit" | "acquisition";
                    position?: string;
                    reason?: string;
                    severity: ("low" | "medium" | "high" | "critical") | null;
                    statedAt?: string;
                    statedBy?: string;
                }[];
                discountRate: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                horizon: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                /** @description The share of what is paid that is kept, where a product has no margin of its own */
                margin: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                productMargins: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    product: string;
                    reason?: string;
                    share: number;
                    statedAt?: string;
                    statedBy?: string;
                }[];
            };
            title: string;
            /** @description As in the answer about the customer, which this document explains; null where there is none */
            value: {
                currency: string;
                /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                minor: number | string;
            } | null;
        };
        CustomersAnswer: {
            asOf: components["schemas"]["AsOf"];
            currencies: string[];
            items: {
                customerId: string;
                firstPurchase: string | null;
                lastPurchase: string | null;
                name: string | null;
                openComplaints: number;
                party: ("person" | "organisation" | "household") | null;
                /** @description Of the last event that the page holds; the ETag, unless something is sealed */
                revision: number;
                /** @description Personal fields that are known and not shown, and why, those of the last closing and of the timeline as closed.reason, timeline.subject and so on: the key of the customer cannot be had, or your key has no role for personal data. In rows: their names */
                sealed?: {
                    fields: string[];
                    /** @enum {string} */
                    reason: "key-missing" | "key-damaged" | "secret-missing" | "vault-unreachable" | "not-permitted";
                };
                /** @description When the customer was first registered */
                since: string | null;
                /**
                 * @description active, or closed with time and reason
                 * @enum {string}
                 */
                status: "active" | "closed";
                /** @description Per currency: purchases, spend, returns, returned, net */
                totals: {
                    currency: string;
                    net: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    purchases: number;
                    returned: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    returns: number;
                    spend: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                }[];
            }[];
            next: string | null;
        };
        Definition: {
            counts: string;
            example: string;
            fields: {
                [key: string]: string;
            };
            formula: string;
            leftOut: string[];
            name: string;
            parameters: {
                [key: string]: string;
            };
            summary: string;
            timezone: string;
            title: string;
            window: string;
        };
        DefinitionLine: {
            href: string;
            name: string;
            summary: string;
            title: string;
        };
        /** @description Why waiting events are given up. */
        DiscardRequest: {
            /**
             * @description Kept for whoever asks later, in clear: name nobody.
             * @example test data, entered by mistake
             */
            reason: string;
        };
        /** @description Data of `tenure.system.DiscountRateStated.v1`. */
        DiscountRateStatedV1: {
            /**
             * Format: date
             * @description The first day on which it holds.
             */
            from: string;
            /** @description Per year, 0 to 1. */
            rate: number;
            /** @description Why, in clear. */
            reason: string;
        };
        ExportManifest: {
            asOf: components["schemas"]["AsOf"];
            bytes: number;
            definition: string;
            /** Format: uuid */
            exportId: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @enum {string} */
            format: "csv" | "ndjson";
            parameters: {
                [key: string]: string;
            };
            readModel: string;
            /** @description Why it is not whole, where it was not the client who left. */
            reason: string | null;
            rows: number;
            sha256: string | null;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "running" | "complete" | "failed";
            version: number;
        };
        Fault: {
            code: string;
            detail: string;
            /** @description RFC 6901 pointer into the body, or `/<parameter>`. */
            pointer: string;
        };
        /** @description Fit a model anew. A fit on everything, in the default unit, is in force unless another is promoted; any other is only tried. */
        FitModel: {
            /**
             * @description Of a model of spend: the currency to fit; if left out the reporting one, or that of most customers.
             * @example EUR
             */
            currency?: string;
            /**
             * @description Which model.
             * @example bg-nbd
             */
            model: string;
            /**
             * @description Which customers; all if left out.
             * @example first-purchase=1997-01-01..1997-03-31
             */
            population?: string;
            /**
             * @description The unit that the model counts time in.
             * @example week
             * @enum {string}
             */
            unit?: "day" | "week" | "month";
            /**
             * Format: date
             * @description Purchases up to this day (in the reporting time zone) are looked at; all if left out.
             * @example 1997-09-30
             */
            until?: string;
        };
        /** @description What a model is to be fitted on. */
        FitModelRequest: {
            /**
             * @description Of a model of spend: the currency to fit; if left out the reporting one, or that of most customers.
             * @example EUR
             */
            currency?: string;
            /**
             * @description Which customers; all if left out.
             * @example first-purchase=1997-01-01..1997-03-31
             */
            population?: string;
            /**
             * @description The unit that the model counts time in.
             * @example week
             * @enum {string}
             */
            unit?: "day" | "week" | "month";
            /**
             * Format: date
             * @description Purchases up to this day (in the reporting time zone) are looked at; all if left out.
             * @example 1997-09-30
             */
            until?: string;
        };
        /** @description Data of `tenure.system.HorizonStated.v1`. */
        HorizonStatedV1: {
            /**
             * Format: date
             * @description The first day on which it holds.
             */
            from: string;
            /** @description An ISO 8601 duration to P3Y, or infinite. */
            horizon: string;
            /** @description Why, in clear. */
            reason: string;
        };
        ImportFailure: {
            problem: components["schemas"]["Problem"];
            /** @constant */
            type: "failed";
        };
        ImportLine: components["schemas"]["ImportSource"] | components["schemas"]["ImportRejection"] | components["schemas"]["ImportProgress"] | components["schemas"]["ImportResult"] | components["schemas"]["ImportFailure"];
        ImportPreset: {
            /** @description By these together it is recognised. */
            columns: string[];
            /** @description Where the currency comes from. */
            currency: string;
            /** @description Which file of which program. */
            file: string;
            kind: string;
            name: string;
            notes: string;
            /** @description Of its times, where the program has a zone of its own. */
            timeZone: string | null;
        };
        ImportProgress: {
            bytes: number;
            rejected: number;
            rows: number;
            /** @constant */
            type: "progress";
        };
        ImportRejection: {
            code: string;
            /** @description The row for the errors file: fix it and import it again. */
            errorsLine: string;
            field: string | null;
            line: number;
            reason: string;
            /** @description The row as it stands in the file. */
            text: string;
            /** @constant */
            type: "rejected";
        };
        ImportResult: {
            accepted: number;
            /** @description Purchases less returns, one sum for each currency. */
            amount: {
                currency: string;
                /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                minor: number | string;
            }[];
            customers: number;
            dryRun?: {
                /** @enum {string} */
                checked: "file" | "state";
                means: string;
            };
            /** @description Recorded before, or repeated in this file. */
            duplicate: number;
            encoding: string;
            errorsFile: string | null;
            eventsPerSecond: number;
            firstPosition: string | null;
            from: string | null;
            /**
             * Format: uuid
             * @description Names this run, in each event that it records.
             */
            importId: string;
            lastPosition: string | null;
            leftOut: number;
            leftOutReasons: {
                reason: string;
                rows: number;
            }[];
            /** @description What was guessed or passed over, each with the option that says otherwise. */
            notes: string[];
            /** @description accepted + duplicate + rejected + leftOut. */
            read: number;
            readAs: {
                currency?: string;
                dateFormat?: string;
                decimal?: string;
            };
            reasons: {
                example: {
                    line: number;
                    text: string;
                };
                field: string | null;
                reason: string;
                rows: number;
            }[];
            rejected: number;
            /** @description Of the duplicates, those that repeat another row of this file. */
            repeated: number;
            seconds: number;
            timeZone: string;
            to: string | null;
            /** @constant */
            type: "result";
            /** @description How the columns of numbers and dates are written. */
            understood: {
                [key: string]: string;
            };
            unusedColumns: string[];
            warnings: {
                code: string;
                example: string;
                message: string;
                rows: number;
            }[];
        };
        ImportSource: {
            columns: string[] | null;
            delimiter: string | null;
            encoding: string;
            errorsHeader: string | null;
            /** @enum {string} */
            format: "csv" | "ndjson" | "columns" | "xlsx";
            /**
             * Format: uuid
             * @description Names this run, in each event that it records.
             */
            importId: string;
            /** @description Field -> column name or 1-based number, as used. */
            mapping: {
                [key: string]: string | number;
            };
            /** @description What was guessed or passed over, each with the option that says otherwise. */
            notes: string[];
            preset: string | null;
            recognised: string[];
            /** @constant */
            type: "source";
            /** @description How the columns of numbers and dates are written. */
            understood: {
                [key: string]: string;
            };
            unusedColumns: string[];
        };
        Key: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /**
             * Format: date-time
             * @description Null: never.
             */
            expiresAt: string | null;
            keyId: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            revoked: {
                /** Format: date-time */
                at: string;
                by: string;
                reason: string;
            } | null;
            roles: ("integrator" | "analyst" | "auditor" | "operator" | "privacy-officer")[];
        };
        KeyHolder: {
            /**
             * Format: date-time
             * @description Null: never.
             */
            expiresAt: string | null;
            /** @description Null: a key that is not among those of `/v1/keys`, as that of the setting `TENURE_API_KEY`. */
            keyId: string | null;
            /** @description Of the key. */
            name: string;
            roles: ("integrator" | "analyst" | "auditor" | "operator" | "privacy-officer")[];
        };
        LifecycleAnswer: {
            asOf: components["schemas"]["AsOf"];
            definition: {
                /**
                 * Format: date
                 * @description First day covered
                 */
                from: string | null;
                /**
                 * @description Length of a period
                 * @enum {string}
                 */
                granularity: "day" | "week" | "month";
                name: string;
                /** @description The day at which knowledge ends, and why that one: latest-fact, now or asked */
                present: {
                    /** @enum {string} */
                    basis: "latest-fact" | "now" | "asked";
                    /** Format: date */
                    day: string;
                };
                /** @description The zone that periods begin in at midnight */
                timezone: string;
                /**
                 * Format: date
                 * @description Last day covered
                 */
                to: string | null;
                /** @enum {string} */
                weekStart: "monday" | "sunday";
            };
            periods: {
                /** @description Customers who bought in the period */
                active: number;
                /** @description Customers who bought in the period before and not in this one; null while the period is in progress */
                dormant: number | null;
                /**
                 * @description true for the period that is not over
                 * @constant
                 */
                inProgress?: true;
                /** @description Customers whose first purchase ever lies in the period */
                new: number;
                /** @description Purchases in the period */
                purchases: number;
                /** @description Customers who bought in this period after at least one without */
                resurrecting: number;
                /** @description Customers who bought in this period and in the one before */
                returning: number;
                /** @description The month, as 1997-01, or the day on which the week starts, or the day */
                start: string;
            }[];
        };
        LifetimeValueAnswer: {
            about: string;
            asOf: components["schemas"]["AsOf"];
            by: string | null;
            /**
             * @description scoring-objected: there is no value because the customer objects to automated scoring, whatever the data
             * @enum {string}
             */
            code?: "scoring-objected";
            currency: string | null;
            discountRate: number;
            fitPending?: boolean;
            /** @description With by: customers, meanValue and totalValue of each group, the most valuable first */
            groups?: {
                customers: number;
                group: string | number | boolean | null;
                /** @description 95 % interval of the expected value: what the data leave uncertain about the parameters of both models. What a single customer will bring lies in a much wider one. Of total and groups it is that of totalValue */
                interval: {
                    high: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    low: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                } | null;
                meanValue: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                } | null;
                /** @description Why interval is null: a fit without a covariance (see its boundary), or a mean spend that may be infinite */
                noInterval?: string;
                totalValue: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
            }[];
            horizon: string;
            items: {
                about: string;
                /**
                 * @description scoring-objected: there is no value because the customer objects to automated scoring, whatever the data
                 * @enum {string}
                 */
                code?: "scoring-objected";
                currency: string | null;
                customerId: string;
                discountRate: number;
                /** @description Discounted purchase days within the horizon; already times probabilityAlive. There without a model of spend too: then value is null, and lists are ordered by it (orderedBy) */
                expectedPurchases?: number;
                /** @description amount per purchase day; priorMean: of a customer nothing is known about; ownMean: mean of the own repeat days, null without any; ownWeight: its weight */
                expectedSpend?: {
                    amount: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    ownMean: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    } | null;
                    ownWeight: number;
                    priorMean: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                };
                /** @description purchases: days with a purchase; totals by currency, returns tied to an order and untied ones apart */
                facts?: {
                    firstPurchase: string;
                    lastPurchase: string;
                    purchases: number;
                    totals: {
                        currency: string;
                        purchases: number;
                        returned: {
                            currency: string;
                            /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                            minor: number | string;
                        };
                        returnedUntied: {
                            currency: string;
                            /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                            minor: number | string;
                        };
                        spend: {
                            currency: string;
                            /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                            minor: number | string;
                        };
                    }[];
                };
                fitPending?: boolean;
                horizon: string;
                /** @description 95 % interval of the expected value: what the data leave uncertain about the parameters of both models. What a single customer will bring lies in a much wider one. Of total and groups it is that of totalValue */
                interval?: {
                    high: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    low: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                } | null;
                /** @description The share of what is paid that is kept, where a product has no margin of its own */
                margin: number;
                /** @description The two fits: name, version (when fitted), trainedTo, position, boundary (a sentence when the optimum is not an ordinary one), aic; of purchases also nobodyLeaves (a sentence where nobody leaves in the model) and chosen (why this model: by, why, margin of AIC, compared) */
                models?: {
                    purchases: {
                        aic: number | null;
                        boundary: string | null;
                        chosen: {
                            /** @enum {string} */
                            by: "asked" | "promoted" | "outcomes" | "aic";
                            compared: {
                                aic: number;
                                name: string;
                            }[];
                            /** @description The share of what is paid that is kept, where a product has no margin of its own */
                            margin: number | null;
                            why: string;
                        };
                        name: string;
                        nobodyLeaves: string | null;
                        position: string;
                        trainedTo: string;
                        version: string;
                    };
                    spend?: {
                        aic: number | null;
                        boundary: string | null;
                        /** @description Of the spend model: a sentence where one customer made a twentieth or more of the repeat spend that it was fitted on */
                        carriedBy: string | null;
                        name: string;
                        position: string;
                        trainedTo: string;
                        version: string;
                    };
                };
                /** @description With notEnoughData: how much a model is fitted from; there: how much there is; fitPending: true when only the fit is missing */
                needed?: {
                    customers: number;
                    repeatPurchaseDays: number;
                };
                /** @description Why interval is null: a fit without a covariance (see its boundary), or a mean spend that may be infinite */
                noInterval?: string;
                notEnoughData?: string;
                /** @description Of what is expected without end, discounted at the same rate, the share within the horizon; null without discounting */
                ofInfinite?: number | null;
                /** @description A sentence on a customer whose own mean is ten times what the model expects of one it knows nothing about */
                outlier?: string;
                /** @description Where products have margins of their own: that of the purchases of this customer, which takes the place of margin */
                ownMargin?: number;
                /** @description earned: what was paid less what was returned so far in the currency, x the margin of each purchase, not discounted (a return lessens the purchase it is tied to; one that is tied to none takes off at the own margin of all); costs: what stated costs come to so far, a line for each (of, severity, count, amount), in the currency; costsNotTakenOff: those in other currencies; past: earned less costs; future: the value; whole: both; purchasesIfActive: of the customer if surely still active, x probabilityAlive = expectedPurchases; futureIfActive = purchasesIfActive x expectedSpend x margin (or ownMargin); lostToLeaving: what is missing from that to the value. earned - costs = past, past + future = whole and future + lostToLeaving = futureIfActive, to the minor unit */
                parts?: {
                    /** @description What complaints, visits and acquisition cost, as stated; in rows complaintCostMinor, visitCostMinor and acquisitionCostMinor, null where none is stated in the currency */
                    costs: {
                        amount: {
                            currency: string;
                            /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                            minor: number | string;
                        };
                        count: number;
                        /** @enum {string} */
                        of: "complaint" | "visit" | "acquisition";
                        severity: ("low" | "medium" | "high" | "critical") | null;
                    }[];
                    costsNotTakenOff: {
                        amount: {
                            currency: string;
                            /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                            minor: number | string;
                        };
                        count: number;
                        /** @enum {string} */
                        of: "complaint" | "visit" | "acquisition";
                        severity: ("low" | "medium" | "high" | "critical") | null;
                    }[];
                    earned: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    future: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    futureIfActive: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    lostToLeaving: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    past: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    purchasesIfActive: number;
                    whole: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                };
                /** @description P(has not left for good) */
                probabilityAlive?: number;
                there?: {
                    customers: number;
                    repeatPurchaseDays: number;
                };
                /** @description Expected discounted margin, rounded half-even to minor units; null with a sentence in notEnoughData when there is none */
                value: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                } | null;
            }[];
            /** @description The share of what is paid that is kept, where a product has no margin of its own */
            margin: number;
            /** @description With notEnoughData: how much a model is fitted from; there: how much there is; fitPending: true when only the fit is missing */
            needed?: {
                customers: number;
                repeatPurchaseDays: number;
            };
            next: string | null;
            notEnoughData?: string;
            /** @description How many customers object to automated scoring, and have no value therefore */
            objected: number;
            /** @enum {string} */
            orderedBy: "value" | "expectedPurchases";
            /** @description The other currencies that were paid with, and how many customers did */
            otherCurrencies: {
                currency: string;
                customers: number;
            }[];
            /** @description With by: where there are more than 1,000 values, so many of those with the fewest customers are added up as (other) */
            otherGroups?: number;
            /** @description Where each term of the day about comes from. given: in-query, stated (with from, the first day on which it holds, reason, statedBy, statedAt and position), or by-default; productMargins: of the products with a margin of their own, none where the query gives a margin; costs: of, severity (null: of every severity without a cost of its own) and amount of each. A statement for a later day counts for nothing */
            terms: {
                /** @description What complaints, visits and acquisition cost, as stated; in rows complaintCostMinor, visitCostMinor and acquisitionCostMinor, null where none is stated in the currency */
                costs: {
                    amount: {
                        currency: string;
                        minor: number;
                    };
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    /** @enum {string} */
                    of: "complaint" | "visit" | "acquisition";
                    position?: string;
                    reason?: string;
                    severity: ("low" | "medium" | "high" | "critical") | null;
                    statedAt?: string;
                    statedBy?: string;
                }[];
                discountRate: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                horizon: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                /** @description The share of what is paid that is kept, where a product has no margin of its own */
                margin: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                productMargins: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    product: string;
                    reason?: string;
                    share: number;
                    statedAt?: string;
                    statedBy?: string;
                }[];
            };
            there?: {
                customers: number;
                repeatPurchaseDays: number;
            };
            /** @description customers, meanValue, totalValue and its interval over all customers with a value, on all pages */
            total?: {
                customers: number;
                /** @description 95 % interval of the expected value: what the data leave uncertain about the parameters of both models. What a single customer will bring lies in a much wider one. Of total and groups it is that of totalValue */
                interval: {
                    high: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    low: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                } | null;
                meanValue: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                } | null;
                /** @description Why interval is null: a fit without a covariance (see its boundary), or a mean spend that may be infinite */
                noInterval?: string;
                totalValue: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
            };
        };
        LifetimeValueCellsAnswer: {
            about: string;
            asOf: components["schemas"]["AsOf"];
            /** @description customers, meanValue (null for nobody) and totalValue per group of recency, frequency and monetary */
            cells: {
                customers: number;
                frequency: number;
                meanValue: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                } | null;
                monetary: number;
                recency: number;
                totalValue: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
            }[];
            /**
             * @description scoring-objected: there is no value because the customer objects to automated scoring, whatever the data
             * @enum {string}
             */
            code?: "scoring-objected";
            currency: string | null;
            discountRate: number;
            fitPending?: boolean;
            /** @description How many groups were asked for */
            groups: {
                frequency: number;
                monetary: number;
                recency: number;
            };
            horizon: string;
            /** @description Customers without a value */
            leftOut: number;
            /** @description The share of what is paid that is kept, where a product has no margin of its own */
            margin: number;
            /** @description The two fits: name, version (when fitted), trainedTo, position, boundary (a sentence when the optimum is not an ordinary one), aic; of purchases also nobodyLeaves (a sentence where nobody leaves in the model) and chosen (why this model: by, why, margin of AIC, compared) */
            models?: {
                purchases: {
                    aic: number | null;
                    boundary: string | null;
                    chosen: {
                        /** @enum {string} */
                        by: "asked" | "promoted" | "outcomes" | "aic";
                        compared: {
                            aic: number;
                            name: string;
                        }[];
                        /** @description The share of what is paid that is kept, where a product has no margin of its own */
                        margin: number | null;
                        why: string;
                    };
                    name: string;
                    nobodyLeaves: string | null;
                    position: string;
                    trainedTo: string;
                    version: string;
                };
                spend: {
                    aic: number | null;
                    boundary: string | null;
                    /** @description Of the spend model: a sentence where one customer made a twentieth or more of the repeat spend that it was fitted on */
                    carriedBy: string | null;
                    name: string;
                    position: string;
                    trainedTo: string;
                    version: string;
                };
            };
            /** @description With notEnoughData: how much a model is fitted from; there: how much there is; fitPending: true when only the fit is missing */
            needed?: {
                customers: number;
                repeatPurchaseDays: number;
            };
            /** @description The same of customers with one purchase day */
            noRepeat: {
                customers: number;
                meanValue: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                } | null;
                totalValue: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
            } | null;
            notEnoughData?: string;
            /** @description How many customers object to automated scoring, and have no value therefore */
            objected: number;
            /** @description The other currencies that were paid with, and how many customers did */
            otherCurrencies: {
                currency: string;
                customers: number;
            }[];
            /** @description Where each term of the day about comes from. given: in-query, stated (with from, the first day on which it holds, reason, statedBy, statedAt and position), or by-default; productMargins: of the products with a margin of their own, none where the query gives a margin; costs: of, severity (null: of every severity without a cost of its own) and amount of each. A statement for a later day counts for nothing */
            terms: {
                /** @description What complaints, visits and acquisition cost, as stated; in rows complaintCostMinor, visitCostMinor and acquisitionCostMinor, null where none is stated in the currency */
                costs: {
                    amount: {
                        currency: string;
                        minor: number;
                    };
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    /** @enum {string} */
                    of: "complaint" | "visit" | "acquisition";
                    position?: string;
                    reason?: string;
                    severity: ("low" | "medium" | "high" | "critical") | null;
                    statedAt?: string;
                    statedBy?: string;
                }[];
                discountRate: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                horizon: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                /** @description The share of what is paid that is kept, where a product has no margin of its own */
                margin: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                productMargins: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    product: string;
                    reason?: string;
                    share: number;
                    statedAt?: string;
                    statedBy?: string;
                }[];
            };
            there?: {
                customers: number;
                repeatPurchaseDays: number;
            };
        };
        LifetimeValueConcentrationAnswer: {
            about: string;
            asOf: components["schemas"]["AsOf"];
            /**
             * @description scoring-objected: there is no value because the customer objects to automated scoring, whatever the data
             * @enum {string}
             */
            code?: "scoring-objected";
            currency: string | null;
            customers: number;
            discountRate: number;
            fitPending?: boolean;
            /** @description Concentration: 0 where all are worth the same, 1 - 1/customers where one makes everything; null where nothing is expected */
            gini: number | null;
            horizon: string;
            /** @description Customers without a value */
            leftOut: number;
            /** @description Concentration: the share of the value that the least valuable 0, 10, ... 100 % of the customers make, a part of a customer in proportion */
            lorenz: {
                shareOfCustomers: number;
                shareOfValue: number;
            }[];
            /** @description Concentration: the fewest customers, the most valuable first, who make at least a tenth of totalValue (of 0.1), two tenths, ... all of it (whose value is lost in the rounding of the total is not needed for it); downTo is the last of them: the list with downTo=ID on the same terms has these customers and no others */
            makers: {
                customers: number;
                downTo: string;
                of: number;
                shareOfCustomers: number;
                shareOfValue: number;
                /** @description Expected discounted margin, rounded half-even to minor units; null with a sentence in notEnoughData when there is none */
                value: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
            }[];
            /** @description The share of what is paid that is kept, where a product has no margin of its own */
            margin: number;
            /** @description The two fits: name, version (when fitted), trainedTo, position, boundary (a sentence when the optimum is not an ordinary one), aic; of purchases also nobodyLeaves (a sentence where nobody leaves in the model) and chosen (why this model: by, why, margin of AIC, compared) */
            models?: {
                purchases: {
                    aic: number | null;
                    boundary: string | null;
                    chosen: {
                        /** @enum {string} */
                        by: "asked" | "promoted" | "outcomes" | "aic";
                        compared: {
                            aic: number;
                            name: string;
                        }[];
                        /** @description The share of what is paid that is kept, where a product has no margin of its own */
                        margin: number | null;
                        why: string;
                    };
                    name: string;
                    nobodyLeaves: string | null;
                    position: string;
                    trainedTo: string;
                    version: string;
                };
                spend: {
                    aic: number | null;
                    boundary: string | null;
                    /** @description Of the spend model: a sentence where one customer made a twentieth or more of the repeat spend that it was fitted on */
                    carriedBy: string | null;
                    name: string;
                    position: string;
                    trainedTo: string;
                    version: string;
                };
            };
            /** @description With notEnoughData: how much a model is fitted from; there: how much there is; fitPending: true when only the fit is missing */
            needed?: {
                customers: number;
                repeatPurchaseDays: number;
            };
            notEnoughData?: string;
            /** @description How many customers object to automated scoring, and have no value therefore */
            objected: number;
            /** @description The other currencies that were paid with, and how many customers did */
            otherCurrencies: {
                currency: string;
                customers: number;
            }[];
            /** @description Where each term of the day about comes from. given: in-query, stated (with from, the first day on which it holds, reason, statedBy, statedAt and position), or by-default; productMargins: of the products with a margin of their own, none where the query gives a margin; costs: of, severity (null: of every severity without a cost of its own) and amount of each. A statement for a later day counts for nothing */
            terms: {
                /** @description What complaints, visits and acquisition cost, as stated; in rows complaintCostMinor, visitCostMinor and acquisitionCostMinor, null where none is stated in the currency */
                costs: {
                    amount: {
                        currency: string;
                        minor: number;
                    };
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    /** @enum {string} */
                    of: "complaint" | "visit" | "acquisition";
                    position?: string;
                    reason?: string;
                    severity: ("low" | "medium" | "high" | "critical") | null;
                    statedAt?: string;
                    statedBy?: string;
                }[];
                discountRate: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                horizon: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                /** @description The share of what is paid that is kept, where a product has no margin of its own */
                margin: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                productMargins: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    product: string;
                    reason?: string;
                    share: number;
                    statedAt?: string;
                    statedBy?: string;
                }[];
            };
            there?: {
                customers: number;
                repeatPurchaseDays: number;
            };
            /** @description Concentration: the top 1, 5, 10 and 20 % of the customers, rounded up to a whole customer, and what they make */
            top: {
                customers: number;
                downTo: string;
                percent: number;
                shareOfCustomers: number;
                shareOfValue: number;
                /** @description Expected discounted margin, rounded half-even to minor units; null with a sentence in notEnoughData when there is none */
                value: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
            }[];
            totalValue: {
                currency: string;
                /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                minor: number | string;
            } | null;
        };
        LifetimeValueEquityAnswer: {
            about: string;
            asOf: components["schemas"]["AsOf"];
            /**
             * @description scoring-objected: there is no value because the customer objects to automated scoring, whatever the data
             * @enum {string}
             */
            code?: "scoring-objected";
            currency: string | null;
            discountRate: number;
            fitPending?: boolean;
            horizon: string;
            /** @description The share of what is paid that is kept, where a product has no margin of its own */
            margin: number;
            /** @description The two fits: name, version (when fitted), trainedTo, position, boundary (a sentence when the optimum is not an ordinary one), aic; of purchases also nobodyLeaves (a sentence where nobody leaves in the model) and chosen (why this model: by, why, margin of AIC, compared) */
            models?: {
                purchases: {
                    aic: number | null;
                    boundary: string | null;
                    chosen: {
                        /** @enum {string} */
                        by: "asked" | "promoted" | "outcomes" | "aic";
                        compared: {
                            aic: number;
                            name: string;
                        }[];
                        /** @description The share of what is paid that is kept, where a product has no margin of its own */
                        margin: number | null;
                        why: string;
                    };
                    name: string;
                    nobodyLeaves: string | null;
                    position: string;
                    trainedTo: string;
                    version: string;
                };
                spend: {
                    aic: number | null;
                    boundary: string | null;
                    /** @description Of the spend model: a sentence where one customer made a twentieth or more of the repeat spend that it was fitted on */
                    carriedBy: string | null;
                    name: string;
                    position: string;
                    trainedTo: string;
                    version: string;
                };
            };
            months: number;
            /** @description With notEnoughData: how much a model is fitted from; there: how much there is; fitPending: true when only the fit is missing */
            needed?: {
                customers: number;
                repeatPurchaseDays: number;
            };
            notEnoughData?: string;
            /** @description How many customers object to automated scoring, and have no value therefore */
            objected: number;
            /** @description The other currencies that were paid with, and how many customers did */
            otherCurrencies: {
                currency: string;
                customers: number;
            }[];
            /** @description Equity: customers with a value on the day about, their meanValue, totalValue and its interval; gained: had none at the point before (they bought for the first time in the currency, or were reopened); lost: had one there and have none here (they were closed); horizon, discountRate and margin: the terms of that day; customers = those of the point before + gained - lost */
            points: {
                about: string;
                customers: number;
                discountRate: number;
                gained: number | null;
                horizon: string;
                /** @description 95 % interval of the expected value: what the data leave uncertain about the parameters of both models. What a single customer will bring lies in a much wider one. Of total and groups it is that of totalValue */
                interval: {
                    high: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    low: {
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                } | null;
                lost: number | null;
                /** @description The share of what is paid that is kept, where a product has no margin of its own */
                margin: number;
                meanValue: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                } | null;
                /** @description Why interval is null: a fit without a covariance (see its boundary), or a mean spend that may be infinite */
                noInterval?: string;
                totalValue: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
            }[];
            /** @description Where each term of the day about comes from. given: in-query, stated (with from, the first day on which it holds, reason, statedBy, statedAt and position), or by-default; productMargins: of the products with a margin of their own, none where the query gives a margin; costs: of, severity (null: of every severity without a cost of its own) and amount of each. A statement for a later day counts for nothing */
            terms: {
                /** @description What complaints, visits and acquisition cost, as stated; in rows complaintCostMinor, visitCostMinor and acquisitionCostMinor, null where none is stated in the currency */
                costs: {
                    amount: {
                        currency: string;
                        minor: number;
                    };
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    /** @enum {string} */
                    of: "complaint" | "visit" | "acquisition";
                    position?: string;
                    reason?: string;
                    severity: ("low" | "medium" | "high" | "critical") | null;
                    statedAt?: string;
                    statedBy?: string;
                }[];
                discountRate: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                horizon: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                /** @description The share of what is paid that is kept, where a product has no margin of its own */
                margin: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    reason?: string;
                    statedAt?: string;
                    statedBy?: string;
                };
                productMargins: {
                    from?: string;
                    /** @enum {string} */
                    given: "in-query" | "stated" | "by-default";
                    position?: string;
                    product: string;
                    reason?: string;
                    share: number;
                    statedAt?: string;
                    statedBy?: string;
                }[];
            };
            there?: {
                customers: number;
                repeatPurchaseDays: number;
            };
            /** @description Equity: a sentence that says which fits earlier days are valued with */
            valuedWith: string;
        };
        ListedModel: {
            currency: string | null;
            fitted: components["schemas"]["ModelFit"] | null;
            model: string;
        };
        /** @description The customer complains. */
        LogComplaint: {
            /**
             * @description How it came in.
             * @example telephone
             */
            channel?: string;
            /**
             * @description Your number of the complaint; the command id if left out. One complaint id is logged once.
             * @example K-7
             */
            complaintId?: string;
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description The customer's own words. Kept with the personal data.
             * @example It came a week late and nobody called.
             */
            description?: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description About which order.
             * @example A-1001
             */
            orderId?: string;
            /**
             * @description About which product.
             * @example blue-lamp
             */
            product?: string;
            /**
             * @description How bad; medium if left out.
             * @example high
             * @enum {string}
             */
            severity?: "low" | "medium" | "high" | "critical";
            /**
             * @description What about, in a few words. Kept with the personal data.
             * @example late delivery
             */
            subject: string;
        };
        /** @description Data of `tenure.system.LogRestored.v1`. */
        LogRestoredV1: {
            backup: {
                eventId: string | null;
                events: number;
                /** Format: date-time */
                madeAt: string;
                position: string | null;
                sha256: string;
            } | null;
            lost?: {
                position: string;
                /** @description Milliseconds since 1970. */
                recordedAt: number | null;
            };
            reason?: string;
            /** Format: date-time */
            restoredAt: string;
        };
        /** @description Data of `tenure.system.MarginStated.v1`. */
        MarginStatedV1: {
            currency: string;
            /**
             * Format: date
             * @description The first day on which it holds.
             */
            from: string;
            /** @description Null: of every product without a margin of its own. */
            product: string | null;
            /** @description Why, in clear. */
            reason: string;
            /** @description Of the price, 0 to 1. */
            share: number;
        };
        ModelBacktest: {
            /**
             * Format: date
             * @description Last day that the model was fitted on.
             */
            at: string;
            /** @description Null where all or none of them bought. */
            auc: number | null;
            /** @description Share of customers who did not buy within the horizon. */
            baseRate: number;
            boundary: string | null;
            brier: number;
            /** @description Brier score = reliability - resolution + uncertainty + withinBins. */
            brierParts?: {
                reliability: number;
                resolution: number;
                uncertainty: number;
                withinBins: number;
            };
            calibration: {
                customers: number;
                from: number;
                high?: number;
                low?: number;
                meanProbability: number;
                observed: number;
                to: number;
            }[];
            /** @description Mean distance of the rates in calibration from what was foretold, weighted by customers. */
            calibrationError?: number;
            /** @description ln-odds of what happened = intercept + slope x ln-odds foretold, with standard errors; 0 and 1 where probabilities are right. Null where no line can be laid. */
            calibrationLine?: {
                covariance: number;
                intercept: number;
                interceptError: number;
                slope: number;
                slopeError: number;
            } | null;
            customers: number;
            /** @description Of those who did not buy, the share within the highest tenth, two tenths, ... of probabilities. Null where all bought. */
            gains?: number[] | null;
            horizon: string;
            /** @description Mean of -ln(probability of what came to pass). */
            logLoss?: number;
            meanProbability: number;
            model: string;
            /** @description By rules without a model: who has not bought for longest will not buy; everybody buys on as in the year before. */
            naive?: {
                lastYear: {
                    expected: number;
                    meanError: number;
                };
                recency: {
                    auc: number | null;
                };
            };
            /** @description How the likelihoods were moved by the outcomes of this very horizon that were known on the day of the test; or why they were not. Figures mix the lines of the horizons that were tested with the fit. */
            outcomes?: {
                at: number;
                baseRate: number;
                customers: number;
                horizon: number;
                line: {
                    covariance: number;
                    intercept: number;
                    interceptError: number;
                    slope: number;
                    slopeError: number;
                };
                season: number | null;
                spread: number | null;
                spreadGrowth?: number;
            } | {
                notEnoughData: string;
            };
            parameters: {
                [key: string]: number;
            };
            position: string;
            /** @description If a campaign was given: its profit per customer of all who were tested, in major units, against contacting nobody. tenths: where the most likely tenth, two tenths, ... are contacted. best: the share that would have paid most, known afterwards; 0 is nobody. breakEven: the probability above which a contact is expected to pay; aboveBreakEven: where all above it are contacted. */
            profit?: {
                aboveBreakEven: {
                    profit: number;
                    share: number;
                };
                acceptance: number;
                best: {
                    profit: number;
                    share: number;
                };
                breakEven: number;
                contactCost: number;
                currency: string;
                offerCost: number;
                tenths: number[];
                valueKept: number;
            };
            /** @description Purchase days within the horizon over all customers; meanError: mean distance of what was expected of each from what came. */
            purchases?: {
                actual: number;
                expected: number;
                meanError: number;
            };
            /** @description Money within the horizon over all customers, in major units, undiscounted. expected: null with a sentence where there is no model of spend of that day. */
            spend?: {
                actual: number;
                currency: string;
                expected: number | null;
                notEnoughData?: string;
            };
            /** Format: date-time */
            testedAt: string;
            topDecileLift: number | null;
            /** @description The same likelihoods as the model says them, before outcomes moved them. */
            uncalibrated?: {
                brier: number;
                calibrationError: number;
                calibrationLine: {
                    covariance: number;
                    intercept: number;
                    interceptError: number;
                    slope: number;
                    slopeError: number;
                } | null;
                logLoss: number;
                meanProbability: number;
            };
            /**
             * Format: date
             * @description Last day of what happened.
             */
            until: string;
        };
        /** @description Data of `tenure.system.ModelBacktested.v1`. */
        ModelBacktestedV1: {
            /**
             * Format: date
             * @description Last day that the model was fitted on.
             */
            at: string;
            /** @description Null where all or none of them bought. */
            auc: number | null;
            /** @description Share of customers who did not buy within the horizon. */
            baseRate: number;
            boundary: string | null;
            brier: number;
            /** @description Brier score = reliability - resolution + uncertainty + withinBins. */
            brierParts?: {
                reliability: number;
                resolution: number;
                uncertainty: number;
                withinBins: number;
            };
            calibration: {
                customers: number;
                from: number;
                high?: number;
                low?: number;
                meanProbability: number;
                observed: number;
                to: number;
            }[];
            /** @description Mean distance of the rates in calibration from what was foretold, weighted by customers. */
            calibrationError?: number;
            /** @description ln-odds of what happened = intercept + slope x ln-odds foretold, with standard errors; 0 and 1 where probabilities are right. Null where no line can be laid. */
            calibrationLine?: {
                covariance: number;
                intercept: number;
                interceptError: number;
                slope: number;
                slopeError: number;
            } | null;
            customers: number;
            /** @description Of those who did not buy, the share within the highest tenth, two tenths, ... of probabilities. Null where all bought. */
            gains?: number[] | null;
            horizon: string;
            /** @description Mean of -ln(probability of what came to pass). */
            logLoss?: number;
            meanProbability: number;
            model: string;
            /** @description By rules without a model: who has not bought for longest will not buy; everybody buys on as in the year before. */
            naive?: {
                lastYear: {
                    expected: number;
                    meanError: number;
                };
                recency: {
                    auc: number | null;
                };
            };
            /** @description How the likelihoods were moved by the outcomes of this very horizon that were known on the day of the test; or why they were not. Figures mix the lines of the horizons that were tested with the fit. */
            outcomes?: {
                at: number;
                baseRate: number;
                customers: number;
                horizon: number;
                line: {
                    covariance: number;
                    intercept: number;
                    interceptError: number;
                    slope: number;
                    slopeError: number;
                };
                season: number | null;
                spread: number | null;
                spreadGrowth?: number;
            } | {
                notEnoughData: string;
            };
            parameters: {
                [key: string]: number;
            };
            /** @description If a campaign was given: its profit per customer of all who were tested, in major units, against contacting nobody. tenths: where the most likely tenth, two tenths, ... are contacted. best: the share that would have paid most, known afterwards; 0 is nobody. breakEven: the probability above which a contact is expected to pay; aboveBreakEven: where all above it are contacted. */
            profit?: {
                aboveBreakEven: {
                    profit: number;
                    share: number;
                };
                acceptance: number;
                best: {
                    profit: number;
                    share: number;
                };
                breakEven: number;
                contactCost: number;
                currency: string;
                offerCost: number;
                tenths: number[];
                valueKept: number;
            };
            /** @description Purchase days within the horizon over all customers; meanError: mean distance of what was expected of each from what came. */
            purchases?: {
                actual: number;
                expected: number;
                meanError: number;
            };
            /** @description Money within the horizon over all customers, in major units, undiscounted. expected: null with a sentence where there is no model of spend of that day. */
            spend?: {
                actual: number;
                currency: string;
                expected: number | null;
                notEnoughData?: string;
            };
            topDecileLift: number | null;
            /** @description The same likelihoods as the model says them, before outcomes moved them. */
            uncalibrated?: {
                brier: number;
                calibrationError: number;
                calibrationLine: {
                    covariance: number;
                    intercept: number;
                    interceptError: number;
                    slope: number;
                    slopeError: number;
                } | null;
                logLoss: number;
                meanProbability: number;
            };
            /**
             * Format: date
             * @description Last day of what happened.
             */
            until: string;
        };
        ModelFit: {
            aic: number | null;
            bic: number | null;
            /** @description Why the optimum is not an ordinary one. */
            boundary: string | null;
            /** @description Of a model of purchases, by horizon in days: ln-odds of what happened after the day `at` (since 1970), on the newest outcomes, = intercept + slope x ln-odds of the model; season is added to the intercept for the time of the year; spread and spreadGrowth: standard deviation of what happened to tenths of customers around what an earlier line foretold, hypot(spread, spreadGrowth x ln-odds). */
            calibrations?: ({
                at: number;
                baseRate: number;
                customers: number;
                horizon: number;
                line: {
                    covariance: number;
                    intercept: number;
                    interceptError: number;
                    slope: number;
                    slopeError: number;
                };
                season: number | null;
                spread: number | null;
                spreadGrowth?: number;
            } | {
                horizon: number;
                notEnoughData: string;
            })[];
            /** @description A sum over what all purchases and returns said: another one where anything was recorded, corrected or taken back. */
            checksum?: number;
            converged: boolean;
            /** @description Of a model of spend: of frequency and mean spend, which the model takes to be 0. */
            correlation?: number | null;
            /** @description Of a model of spend: the one its parameters are in. */
            currency: string | null;
            customers: number;
            /** Format: date-time */
            fittedAt: string;
            /** @description The largest derivative of the mean log-likelihood by a log-parameter, at the optimum; of the hazard model by a standardised coefficient, penalty included. */
            gradientNorm: number;
            /** @description Of the hazard model, by horizon in days: ln-odds that a customer does not buy within it = intercept + sum of coefficient x term; then moved by outcomes, as in calibrations. curves: cumulative hazard of the time between purchases, in days and in own mean gaps by number of repeat purchases. typical: the medians of those who still buy. evaluation: likelihoods learnt a horizon earlier against what came, beside those of the model of purchases. */
            hazard?: ({
                at: number;
                baseRate: number;
                /** @description Of the intercept and the coefficients other than 0: the lower triangle, row by row. */
                covariance: number[];
                curves: {
                    inDays: {
                        hazard: number[];
                        times: number[];
                    } | null;
                    inOwnGaps: ({
                        hazard: number[];
                        times: number[];
                    } | null)[];
                };
                customers: number;
                days: number;
                evaluation: {
                    at: number;
                    customers: number;
                    days: number;
                    hazard: {
                        auc: number | null;
                        brier: number;
                        logLoss: number;
                    };
                    purchases: {
                        auc: number | null;
                        brier: number;
                        logLoss: number;
                    };
                } | null;
                gradientNorm: number;
                horizon: number;
                intercept: number;
                iterations: number;
                line: {
                    covariance: number;
                    intercept: number;
                    interceptError: number;
                    slope: number;
                    slopeError: number;
                };
                purchases: {
                    model: string;
                    parameters: {
                        [key: string]: number;
                    };
                    /** @enum {string} */
                    unit: "day" | "week" | "month";
                } | null;
                season: number | null;
                spread: number | null;
                spreadGrowth?: number;
                terms: {
                    coefficient: number;
                    name: string;
                    standardError: number;
                }[];
                typical: {
                    customers: number;
                    terms: number[];
                    values: {
                        age: number | null;
                        "complaints-open": number | null;
                        "complaints-repeated": number | null;
                        "complaints-resolved": number | null;
                        downgrades: number | null;
                        frequency: number | null;
                        "last-gap": number | null;
                        "purchase-model": number | null;
                        "recency-against-own-rhythm": number | null;
                        "recent-purchases": number | null;
                        regularity: number | null;
                        satisfaction: number | null;
                        "satisfaction-trend": number | null;
                        visits: number | null;
                    };
                } | null;
            } | {
                horizon: number;
                notEnoughData: string;
            })[];
            /** @description Whether figures are scored with this fit. */
            inForce: boolean;
            iterations: number;
            /** @description Of a model of spend: of all repeat spend, the share of the one customer who spent most. */
            largestShare?: number;
            /** @description Of a model of spend: repeat customers whose repeat days sum to nothing or less. */
            leftOut?: number;
            /** @description Of the logarithms of the parameters, in their order. */
            logCovariance: number[][] | null;
            /** @description Null where it has no bound. */
            logLikelihood: number | null;
            model: string;
            /** @description Why no figure is scored with this fit: not converged, or another one is in force. Null when it is in force. */
            notInForce: string | null;
            parameters: {
                [key: string]: number;
            };
            population: string;
            position: string;
            purchaseDays: number;
            standardErrors: {
                [key: string]: number;
            } | null;
            timeUnit: ("day" | "week" | "month") | null;
            /**
             * Format: date
             * @description The last day of purchases that it has seen.
             */
            trainedTo: string;
            transactions: number;
            /** @description Of a model of purchases: the customer who still buys, to compare others with. How many came back and were silent for at most three times their usual gap; the medians of their frequency, their age, and their silence over usual gap. Null where nobody does. */
            typical?: {
                ageDays: number;
                customers: number;
                repeatPurchaseDays: number;
                silence: number;
            } | null;
            /**
             * Format: date
             * @description The last day that the request allowed. Fits of version 0.1.0 do not say it.
             */
            until?: string | null;
        };
        ModelFitsAnswer: {
            asOf: components["schemas"]["AsOf"];
            items: {
                /** @description Of a model of spend: the one that it was fitted in; null for the others */
                currency: string | null;
                /** @description How many customers it was made on */
                customers: number;
                /** @description When it was recorded, in UTC */
                fittedAt: string;
                /** @description nbd, bg-nbd, mbg-nbd, pareto-nbd or gamma-gamma */
                model: string;
                /** @description Of the fit in the log: what PromoteModel and /v1/models/{model}?fit= take */
                position: string;
                /** @description Since when it is promoted, in UTC; null while it is not */
                promotedAt: string | null;
                /**
                 * @description in-force, replaced, tried or unusable
                 * @enum {string}
                 */
                state: "in-force" | "replaced" | "tried" | "unusable";
                /**
                 * Format: date
                 * @description The last day of purchases that it has seen
                 */
                trainedTo: string;
            }[];
            next: string | null;
        };
        ModelFitsByStateAnswer: {
            asOf: components["schemas"]["AsOf"];
            cells: {
                /** @description Fits of the model in this state. The list shows them: `model` and `state` of its parameters */
                fits: number;
                /** @description nbd, bg-nbd, mbg-nbd, pareto-nbd or gamma-gamma */
                model: string;
                /**
                 * @description in-force, replaced, tried or unusable
                 * @enum {string}
                 */
                state: "in-force" | "replaced" | "tried" | "unusable";
            }[];
        };
        /** @description Data of `tenure.system.ModelFitted.v1`. */
        ModelFittedV1: {
            aic: number | null;
            bic: number | null;
            /** @description Why the optimum is not an ordinary one. */
            boundary: string | null;
            /** @description Of a model of purchases, by horizon in days: ln-odds of what happened after the day `at` (since 1970), on the newest outcomes, = intercept + slope x ln-odds of the model; season is added to the intercept for the time of the year; spread and spreadGrowth: standard deviation of what happened to tenths of customers around what an earlier line foretold, hypot(spread, spreadGrowth x ln-odds). */
            calibrations?: ({
                at: number;
                baseRate: number;
                customers: number;
                horizon: number;
                line: {
                    covariance: number;
                    intercept: number;
                    interceptError: number;
                    slope: number;
                    slopeError: number;
                };
                season: number | null;
                spread: number | null;
                spreadGrowth?: number;
            } | {
                horizon: number;
                notEnoughData: string;
            })[];
            /** @description A sum over what all purchases and returns said: another one where anything was recorded, corrected or taken back. */
            checksum?: number;
            converged: boolean;
            /** @description Of a model of spend: of frequency and mean spend, which the model takes to be 0. */
            correlation?: number | null;
            /** @description Of a model of spend: the one its parameters are in. */
            currency: string | null;
            customers: number;
            /** @description The largest derivative of the mean log-likelihood by a log-parameter, at the optimum; of the hazard model by a standardised coefficient, penalty included. */
            gradientNorm: number;
            /** @description Of the hazard model, by horizon in days: ln-odds that a customer does not buy within it = intercept + sum of coefficient x term; then moved by outcomes, as in calibrations. curves: cumulative hazard of the time between purchases, in days and in own mean gaps by number of repeat purchases. typical: the medians of those who still buy. evaluation: likelihoods learnt a horizon earlier against what came, beside those of the model of purchases. */
            hazard?: ({
                at: number;
                baseRate: number;
                /** @description Of the intercept and the coefficients other than 0: the lower triangle, row by row. */
                covariance: number[];
                curves: {
                    inDays: {
                        hazard: number[];
                        times: number[];
                    } | null;
                    inOwnGaps: ({
                        hazard: number[];
                        times: number[];
                    } | null)[];
                };
                customers: number;
                days: number;
                evaluation: {
                    at: number;
                    customers: number;
                    days: number;
                    hazard: {
                        auc: number | null;
                        brier: number;
                        logLoss: number;
                    };
                    purchases: {
                        auc: number | null;
                        brier: number;
                        logLoss: number;
                    };
                } | null;
                gradientNorm: number;
                horizon: number;
                intercept: number;
                iterations: number;
                line: {
                    covariance: number;
                    intercept: number;
                    interceptError: number;
                    slope: number;
                    slopeError: number;
                };
                purchases: {
                    model: string;
                    parameters: {
                        [key: string]: number;
                    };
                    /** @enum {string} */
                    unit: "day" | "week" | "month";
                } | null;
                season: number | null;
                spread: number | null;
                spreadGrowth?: number;
                terms: {
                    coefficient: number;
                    name: string;
                    standardError: number;
                }[];
                typical: {
                    customers: number;
                    terms: number[];
                    values: {
                        age: number | null;
                        "complaints-open": number | null;
                        "complaints-repeated": number | null;
                        "complaints-resolved": number | null;
                        downgrades: number | null;
                        frequency: number | null;
                        "last-gap": number | null;
                        "purchase-model": number | null;
                        "recency-against-own-rhythm": number | null;
                        "recent-purchases": number | null;
                        regularity: number | null;
                        satisfaction: number | null;
                        "satisfaction-trend": number | null;
                        visits: number | null;
                    };
                } | null;
            } | {
                horizon: number;
                notEnoughData: string;
            })[];
            iterations: number;
            /** @description Of a model of spend: of all repeat spend, the share of the one customer who spent most. */
            largestShare?: number;
            /** @description Of a model of spend: repeat customers whose repeat days sum to nothing or less. */
            leftOut?: number;
            /** @description Of the logarithms of the parameters, in their order. */
            logCovariance: number[][] | null;
            /** @description Null where it has no bound. */
            logLikelihood: number | null;
            model: string;
            parameters: {
                [key: string]: number;
            };
            population: string;
            purchaseDays: number;
            standardErrors: {
                [key: string]: number;
            } | null;
            timeUnit: ("day" | "week" | "month") | null;
            /**
             * Format: date
             * @description The last day of purchases that it has seen.
             */
            trainedTo: string;
            transactions: number;
            /** @description Of a model of purchases: the customer who still buys, to compare others with. How many came back and were silent for at most three times their usual gap; the medians of their frequency, their age, and their silence over usual gap. Null where nobody does. */
            typical?: {
                ageDays: number;
                customers: number;
                repeatPurchaseDays: number;
                silence: number;
            } | null;
            /**
             * Format: date
             * @description The last day that the request allowed. Fits of version 0.1.0 do not say it.
             */
            until?: string | null;
        };
        /** @description Data of `tenure.system.ModelPromoted.v1`. */
        ModelPromotedV1: {
            currency: string | null;
            /** @description Revision of the fit on the stream of its model. */
            fit: number;
            reason: string | null;
        };
        /** @description Data of `tenure.system.ModelRetired.v1`. */
        ModelRetiredV1: {
            currency: string | null;
            reason: string | null;
        };
        /**
         * @description Money as a whole number of minor units of an ISO 4217 currency: 1177 USD is 11.77 dollars.
         * @example {
         *       "currency": "USD",
         *       "minor": 1177
         *     }
         */
        Money: {
            /**
             * @description ISO 4217 code.
             * @example USD
             */
            currency: string;
            /**
             * @description Whole number of minor units: 1177 for 11.77 USD, 500 for 500 JPY.
             * @example 1177
             */
            minor: number;
        };
        /** @description The customer objects to automated scoring (PIPL art. 24, GDPR art. 21 and 22): no score is shown until the objection is withdrawn. */
        ObjectToScoring: {
            /**
             * @description How the objection was received: letter, e-mail, telephone, ...
             * @example letter
             */
            channel?: string;
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description Who objected: the customer, or a representative.
             * @example customer
             * @enum {string}
             */
            objectedBy?: "customer" | "representative";
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description What was said, in free words. Kept with the personal data.
             * @example does not want to be rated by a program
             */
            statement?: string;
        };
        /** @description A person states how likely the customer is to leave. It is shown beside the computed likelihood, and replaces an earlier override. */
        OverrideChurnLikelihood: {
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * Format: date
             * @description The last day on which it counts: today at the earliest, 366 days ahead at the latest.
             * @example 2026-12-31
             */
            expiresOn: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description The likelihood in the opinion of the person, 0 to 1.
             * @example 0.05
             */
            probability: number;
            /**
             * @description Why, in free words. Kept with the personal data.
             * @example signed a contract for two years; deliveries begin in May
             */
            reason: string;
        };
        ParkedCustomer: {
            /** @description In a read model that is not about customers: the id of the stream, e.g. of a model. */
            customerId: string;
            eventType: string;
            /** Format: date-time */
            parkedAt: string;
            projection: string;
            reason: string;
            revision: number;
        };
        /** @description Data of `tenure.system.ParkedEventDiscarded.v1`. */
        ParkedEventDiscardedV1: {
            customerId: string;
            reason: string;
            revision: number;
        };
        /** @description Data of `tenure.system.ParkedRetryRequested.v1`. */
        ParkedRetryRequestedV1: {
            customerId: string;
        };
        /** @description What identifies or describes the person; kept apart from the facts, so that it can be erased. */
        Personal: {
            /**
             * @description Postal address.
             * @example 12 St James’s Square, London
             */
            address?: string | null;
            /**
             * Format: date
             * @description Date of birth.
             * @example 1984-05-17
             */
            birthDate?: string | null;
            /**
             * @description E-mail address.
             * @example ada@example.com
             */
            email?: string | null;
            /**
             * @description Full name, in whatever form the person uses.
             * @example Ada Lovelace
             */
            name?: string | null;
            /**
             * @description Telephone number, best with country code.
             * @example +44 20 7946 0000
             */
            phone?: string | null;
        };
        /** @description RFC 9457. `type` is one of those at `/docs/problems`. */
        Problem: {
            /** @description Stable, for programs: the kind, or more exact. */
            code: string;
            /** @description What is wrong and what to do, for a person. */
            detail: string;
            errors: components["schemas"]["Fault"][];
            requestId: string;
            /** @description Whether the very same request may succeed later. */
            retryable: boolean;
            status: number;
            title: string;
            /** Format: uri-reference */
            type: string;
        };
        /** @description Score figures with one fit of a model, whatever is fitted later, until another is promoted or this one is retired. */
        PromoteModel: {
            /**
             * @description Position of the fit, as `GET /v1/models/{model}` answers it.
             * @example 0000000000000042
             */
            fit: string;
            /**
             * @description Which model.
             * @example mbg-nbd
             */
            model: string;
            /**
             * @description Why, in clear: name nobody.
             * @example last Christmas distorts the fits of this year
             */
            reason?: string;
        };
        /** @description Why the log is published again. */
        PublicationRequest: {
            /** @description Go on although the log lacks what topic or read models have had of it, for ever. */
            acceptLoss?: boolean;
            /**
             * @description Kept for whoever asks later, in clear: name nobody.
             * @example the topic was deleted
             */
            reason: string;
        };
        /** @description Data of `tenure.customer.PurchaseCorrected.v1`. */
        PurchaseCorrectedV1: {
            now: {
                amount: {
                    currency: string;
                    minor: number;
                };
                channel?: string;
                lines?: {
                    amount: {
                        currency: string;
                        minor: number;
                    };
                    product: string;
                    quantity: number;
                }[] | null;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                product?: string;
                quantity?: number | null;
            };
            orderId: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            reason: string;
            was: {
                amount: {
                    currency: string;
                    minor: number;
                };
                channel?: string;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                product?: string;
            };
        };
        /** @description Data of `tenure.customer.PurchaseCorrected.v2`. */
        PurchaseCorrectedV2: {
            now: {
                amount: {
                    currency: string;
                    minor: number;
                };
                channel?: string;
                lines?: {
                    amount: {
                        currency: string;
                        minor: number;
                    };
                    product: string;
                    quantity: number;
                }[] | null;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                product?: string;
                quantity?: number | null;
            };
            orderId: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                reason?: string;
            };
            was: {
                amount: {
                    currency: string;
                    minor: number;
                };
                channel?: string;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                product?: string;
            };
        };
        /** @description One line of a purchase. */
        PurchaseLine: {
            /**
             * @description Amount of the whole line, not of one piece.
             * @example {
             *       "currency": "USD",
             *       "minor": 1177
             *     }
             */
            amount: components["schemas"]["Money"];
            /**
             * @description What was bought.
             * @example blue-lamp
             */
            product: string;
            /**
             * @description How much of it: pieces, litres, ...
             * @example 2
             */
            quantity: number;
        };
        /** @description Data of `tenure.customer.PurchaseRecorded.v1`. */
        PurchaseRecordedV1: {
            amount: {
                currency: string;
                minor: number;
            };
            channel?: string;
            lines?: {
                amount: {
                    currency: string;
                    minor: number;
                };
                product: string;
                quantity: number;
            }[];
            orderId: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            product?: string;
            quantity?: number;
        };
        /** @description Data of `tenure.customer.PurchaseReturned.v1`. */
        PurchaseReturnedV1: {
            amount: {
                currency: string;
                minor: number;
            };
            orderId: string | null;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            product?: string;
            reason?: string;
            returnId: string;
        };
        /** @description Data of `tenure.customer.PurchaseReturned.v2`. */
        PurchaseReturnedV2: {
            amount: {
                currency: string;
                minor: number;
            };
            orderId: string | null;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                reason?: string;
            };
            product?: string;
            returnId: string;
        };
        /** @description Data of `tenure.customer.PurchaseVoided.v1`. */
        PurchaseVoidedV1: {
            orderId: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            reason: string;
            was: {
                amount: {
                    currency: string;
                    minor: number;
                };
                channel?: string;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                product?: string;
            };
        };
        /** @description Data of `tenure.customer.PurchaseVoided.v2`. */
        PurchaseVoidedV2: {
            orderId: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                reason?: string;
            };
            was: {
                amount: {
                    currency: string;
                    minor: number;
                };
                channel?: string;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                product?: string;
            };
        };
        Rebuild: {
            check: boolean;
            etaSeconds: number | null;
            /** @description Folded so far; null where the log cannot count. */
            events: number | null;
            id: string;
            /** @description Null: every projection. */
            projection: string | null;
            reason?: string;
            result?: {
                /** @description Of a check: where read models say something else than their events, the first of each; possible tampering. */
                differences?: {
                    /** @enum {string} */
                    change: "changed" | "added" | "removed";
                    customerId: string | null;
                    field: string;
                    projection: string;
                }[];
                digest?: string;
                events: number | null;
                eventsPerSecond: number | null;
                /** @description Of a check: whether live and rebuilt are the same bytes. */
                identical?: boolean;
                seconds: number;
                verified?: {
                    /** @description Events of the log that are what was recorded. */
                    events: number;
                    /** @description How many of them have nothing to tell by. */
                    unchecked: number;
                };
            };
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "running" | "done" | "failed" | "cancelled";
            totalEvents: number | null;
        };
        /** @description What to rebuild. */
        RebuildRequest: {
            /** @description Rebuild beside the live one and compare the bytes, instead of taking its place. */
            check?: boolean;
            /**
             * @description One projection; every one if left out.
             * @example retention
             */
            projection?: string;
        };
        /** @description A purchase, as a total, as lines, or both. */
        RecordPurchase: {
            /**
             * @description Total. May be left out when there are lines: then it is their sum.
             * @example {
             *       "currency": "USD",
             *       "minor": 1177
             *     }
             */
            amount?: components["schemas"]["Money"];
            /**
             * @description Where it was bought.
             * @example web
             */
            channel?: string;
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /** @description What was bought, line by line, in one currency. */
            lines?: components["schemas"]["PurchaseLine"][];
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description Your number of the order; the command id if left out. One order id is recorded once.
             * @example A-1001
             */
            orderId?: string;
            /**
             * @description What was bought, where lines would be too much.
             * @example blue-lamp
             */
            product?: string;
            /**
             * @description How much of it.
             * @example 1
             */
            quantity?: number;
        };
        /** @description Goods or money that went back: all or part of a purchase. */
        RecordReturn: {
            /**
             * @description What went back to the customer, as a positive amount.
             * @example {
             *       "currency": "USD",
             *       "minor": 1177
             *     }
             */
            amount: components["schemas"]["Money"];
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description The purchase it belongs to; leave it out only for a purchase from before your records here.
             * @example A-1001
             */
            orderId?: string;
            /**
             * @description What went back, called as the purchase calls it.
             * @example blue-lamp
             */
            product?: string;
            /**
             * @description Why it went back. Kept with the personal data.
             * @example too small
             */
            reason?: string;
            /**
             * @description Your number of the return; the command id if left out. One return id is recorded once.
             * @example R-77
             */
            returnId?: string;
        };
        /** @description An answer to a survey. */
        RecordSatisfaction: {
            /**
             * @description What was asked about: a survey, an order, a complaint.
             * @example survey-2026-spring
             */
            about?: string;
            /**
             * @description The customer's own words. Kept with the personal data.
             * @example Friendly people.
             */
            comment?: string;
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Highest answer possible; needed for a scale only.
             * @example 7
             */
            max?: number;
            /**
             * @description nps (0 to 10), csat (1 to 5) or scale (with min and max).
             * @example nps
             * @enum {string}
             */
            metric: "nps" | "csat" | "scale";
            /**
             * @description Lowest answer possible; needed for a scale only.
             * @example 1
             */
            min?: number;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description Your number of the answer; the command id if left out. One satisfaction id is recorded once.
             * @example N-12
             */
            satisfactionId?: string;
            /**
             * @description The answer.
             * @example 9
             */
            score: number;
        };
        /** @description A meeting or another contact with the customer: what about, with what result, by what channel, where. */
        RecordVisit: {
            /**
             * @description How: in person, telephone, video, ...
             * @example in-person
             */
            channel?: string;
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description Where. Kept with the personal data.
             * @example Hamburg office
             */
            place?: string;
            /**
             * @description With what result. Kept with the personal data.
             * @example wants an offer
             */
            result?: string;
            /**
             * @description What about. Kept with the personal data.
             * @example yearly contract
             */
            subject?: string;
            /**
             * @description Your number of the visit; the command id if left out. One visit id is recorded once.
             * @example V-9
             */
            visitId?: string;
        };
        RecurringRevenueAnswer: {
            asOf: components["schemas"]["AsOf"];
            definition: {
                confidence: number;
                /**
                 * Format: date
                 * @description First day covered
                 */
                from: string | null;
                /** @enum {string} */
                granularity: "month" | "week";
                name: string;
                /** @description For how many periods customers are followed, the named one being the last */
                over: number;
                /** @description The day at which knowledge ends, and why that one: latest-fact, now or asked */
                present: {
                    /** @enum {string} */
                    basis: "latest-fact" | "now" | "asked";
                    /** Format: date */
                    day: string;
                };
                timezone: string;
                /**
                 * Format: date
                 * @description Last day covered
                 */
                to: string | null;
                /** @enum {string} */
                weekStart: "monday" | "sunday";
            };
            /** @description Why there is no figure */
            notEnoughData?: string;
            periods: {
                /** @description The last day of the period */
                closes: string;
                /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                customers: {
                    /** @description With a subscription at the end of the day closes */
                    closing: {
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    } | null;
                    /** @description The same, for the cause involuntary */
                    involuntary: {
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    } | null;
                    /** @description With a subscription at the closing, and the first one since the opening */
                    new: {
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    } | null;
                    /** @description Why there are no rates */
                    noRate?: string;
                    /** @description With a subscription at the end of the day opens */
                    opening: {
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    };
                    /** @description With a subscription at the closing, none at the opening, and one before that */
                    reactivated: {
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    } | null;
                    /** @description Of these, with one at the end of the day closes */
                    retained: {
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    } | null;
                    /** @description Of customers, retained / opening (logo retention), with its 95 % interval (Wilson) */
                    retention: {
                        /** @description Upper end of the 95 % interval of retention */
                        high: number;
                        /** @description Lower end of the 95 % interval of retention */
                        low: number;
                        /** @description retained / opening */
                        rate: number;
                    } | null;
                    /** @description Of the opening, gone at the closing: the last subscription was cancelled for any cause but involuntary */
                    voluntary: {
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    } | null;
                };
                /**
                 * @description The period is not over: only its opening is known
                 * @constant
                 */
                inProgress?: true;
                /** @description The day at whose end the opening is taken: the last one before the first of the periods */
                opens: string;
                /** @description The month, as 2026-03, or the day on which the week starts */
                period: string;
                /** @description What subscriptions bring in a month, by currency */
                revenue: {
                    /** @description With a subscription at the end of the day closes */
                    closing: {
                        /** @description Their money in the cell, a month. Of a customer in a list: what the customer adds to it; null without currency */
                        amount: {
                            /** @description ISO 4217; in rows without one all customers are counted */
                            currency: string;
                            /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                            minor: number | string;
                        };
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    } | null;
                    /** @description What retained customers bring less */
                    contraction: {
                        /** @description Their money in the cell, a month. Of a customer in a list: what the customer adds to it; null without currency */
                        amount: {
                            /** @description ISO 4217; in rows without one all customers are counted */
                            currency: string;
                            /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                            minor: number | string;
                        };
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    } | null;
                    /** @description ISO 4217; in rows without one all customers are counted */
                    currency: string;
                    /** @description What retained customers bring more */
                    expansion: {
                        /** @description Their money in the cell, a month. Of a customer in a list: what the customer adds to it; null without currency */
                        amount: {
                            /** @description ISO 4217; in rows without one all customers are counted */
                            currency: string;
                            /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                            minor: number | string;
                        };
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    } | null;
                    /** @description GRR: what is left of the opening without what was added, at most 1 */
                    grossRetention: number | null;
                    /** @description The same, for the cause involuntary */
                    involuntary: {
                        /** @description Their money in the cell, a month. Of a customer in a list: what the customer adds to it; null without currency */
                        amount: {
                            /** @description ISO 4217; in rows without one all customers are counted */
                            currency: string;
                            /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                            minor: number | string;
                        };
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    } | null;
                    /** @description NRR: the same with expansion */
                    netRetention: number | null;
                    /** @description With a subscription at the closing, and the first one since the opening */
                    new: {
                        /** @description Their money in the cell, a month. Of a customer in a list: what the customer adds to it; null without currency */
                        amount: {
                            /** @description ISO 4217; in rows without one all customers are counted */
                            currency: string;
                            /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                            minor: number | string;
                        };
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    } | null;
                    /** @description Why there are no rates */
                    noRate?: string;
                    /** @description With a subscription at the end of the day opens */
                    opening: {
                        /** @description Their money in the cell, a month. Of a customer in a list: what the customer adds to it; null without currency */
                        amount: {
                            /** @description ISO 4217; in rows without one all customers are counted */
                            currency: string;
                            /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                            minor: number | string;
                        };
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    };
                    /** @description With a subscription at the closing, none at the opening, and one before that */
                    reactivated: {
                        /** @description Their money in the cell, a month. Of a customer in a list: what the customer adds to it; null without currency */
                        amount: {
                            /** @description ISO 4217; in rows without one all customers are counted */
                            currency: string;
                            /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                            minor: number | string;
                        };
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    } | null;
                    /** @description Of the opening, gone at the closing: the last subscription was cancelled for any cause but involuntary */
                    voluntary: {
                        /** @description Their money in the cell, a month. Of a customer in a list: what the customer adds to it; null without currency */
                        amount: {
                            /** @description ISO 4217; in rows without one all customers are counted */
                            currency: string;
                            /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                            minor: number | string;
                        };
                        /** @description How many customers are in the cell */
                        count: number;
                        /** @description Of a period: customers, whatever they pay with. Of a cell: the list of its customers, on the same terms */
                        customers: string;
                    } | null;
                }[];
            }[];
        };
        RecurringRevenueCustomersAnswer: {
            asOf: components["schemas"]["AsOf"];
            definition: {
                /** @description The last day of the period */
                closes: string;
                /** @description ISO 4217; in rows without one all customers are counted */
                currency: string | null;
                /** @enum {string} */
                granularity: "month" | "week";
                /**
                 * @description Which cell the list is about
                 * @enum {string}
                 */
                movement: "opening" | "retained" | "contraction" | "voluntary" | "involuntary" | "expansion" | "new" | "reactivated" | "closing";
                name: string;
                /** @description The day at whose end the opening is taken: the last one before the first of the periods */
                opens: string;
                /** @description For how many periods customers are followed, the named one being the last */
                over: number;
                /** @description The month, as 2026-03, or the day on which the week starts */
                period: string;
                /** @description The day at which knowledge ends, and why that one: latest-fact, now or asked */
                present: {
                    /** @enum {string} */
                    basis: "latest-fact" | "now" | "asked";
                    /** Format: date */
                    day: string;
                };
                timezone: string;
                /** @enum {string} */
                weekStart: "monday" | "sunday";
            };
            items: {
                /** @description Their money in the cell, a month. Of a customer in a list: what the customer adds to it; null without currency */
                amount: {
                    /** @description ISO 4217; in rows without one all customers are counted */
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                } | null;
                customerId: string;
                /** @description What subscriptions bring in a month, by currency */
                revenue: {
                    /** @description The same at the end of the day `closes` */
                    closing: {
                        /** @description ISO 4217; in rows without one all customers are counted */
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                    /** @description What the customer brought in a month at the end of the day `opens` */
                    opening: {
                        /** @description ISO 4217; in rows without one all customers are counted */
                        currency: string;
                        /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                        minor: number | string;
                    };
                }[];
            }[];
            next: string | null;
            /** @description Count and amount of the cell, on all pages */
            total: {
                /** @description Their money in the cell, a month. Of a customer in a list: what the customer adds to it; null without currency */
                amount: {
                    /** @description ISO 4217; in rows without one all customers are counted */
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                } | null;
                /** @description How many customers are in the cell */
                count: number;
            };
        };
        /** @description Makes a customer known. */
        RegisterCustomer: {
            /**
             * @description Facts that are not personal, to slice figures by.
             * @example {
             *       "region": "north",
             *       "vip": true
             *     }
             */
            attributes?: {
                [key: string]: string | number | boolean;
            };
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description Who the customer is: a person if left out.
             * @example person
             * @enum {string}
             */
            party?: "person" | "organisation" | "household";
            /** @description Personal details. */
            personal?: components["schemas"]["Personal"];
        };
        /** @description An active subscription goes on for another period. */
        RenewSubscription: {
            /**
             * @description What was paid, if known.
             * @example {
             *       "currency": "EUR",
             *       "minor": 999
             *     }
             */
            amount?: components["schemas"]["Money"];
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description Which subscription.
             * @example S-42
             */
            subscriptionId: string;
            /**
             * @description Until when it is paid, RFC 3339.
             * @example 2026-04-01T00:00:00Z
             */
            until?: string | unknown | unknown;
        };
        /** @description A resolved complaint was not settled after all. */
        ReopenComplaint: {
            /**
             * @description Which complaint.
             * @example K-7
             */
            complaintId: string;
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description Why. Kept with the personal data.
             * @example the second parcel was late too
             */
            reason: string;
        };
        /** @description Takes a closed customer back. */
        ReopenCustomer: {
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description Why. Kept with the personal data.
             * @example came back
             */
            reason: string;
        };
        Replay: {
            asOf: components["schemas"]["AsOf"];
            events: number;
            readModels: {
                digest: string;
                documents: number;
                name: string;
            }[];
            seconds: number;
        };
        /** @description Data of `tenure.system.RepublicationRequested.v1`. */
        RepublicationRequestedV1: {
            reason: string;
        };
        /** @description An open complaint has been settled. */
        ResolveComplaint: {
            /**
             * @description What the customer was given for the trouble.
             * @example {
             *       "currency": "USD",
             *       "minor": 500
             *     }
             */
            compensation?: components["schemas"]["Money"];
            /**
             * @description Which complaint.
             * @example K-7
             */
            complaintId: string;
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description How it was settled. Kept with the personal data.
             * @example sent again by express
             */
            resolution: string;
        };
        /** @description What a customer is known by: one of these. */
        ResolveCustomerRequest: {
            /**
             * @description The number of a bank account, such as an IBAN.
             * @example DE02120300000000202051
             */
            account?: string;
            /**
             * @description An e-mail address, in any spelling.
             * @example ada@example.com
             */
            email?: string;
            /**
             * @description A telephone number, best with its country code.
             * @example +49 171 1234567
             */
            phone?: string;
            /**
             * @description An id, an address or a number as a file has it, whichever it is. What can be several is an id if there is such a customer.
             * @example 0171 1234567
             */
            value?: string;
        };
        RetentionAnswer: {
            asOf: components["schemas"]["AsOf"];
            cohorts: {
                cells: ({
                    /** @description Customers of the cohort who were retained */
                    count: number;
                    /** @description Upper end of the 95 % interval */
                    high: number;
                    /** @description Lower end of the 95 % interval */
                    low: number;
                    /** @description Periods after that of the cohort; the first one of a bracket */
                    period: number;
                    /** @description count / size */
                    rate: number;
                    /** @description The last period of a bracket; in rows of any cell */
                    through?: number;
                } | null)[];
                /** @description The month, as 1997-01, or the day on which the week starts, or the day */
                cohort: string;
                /** @description Customers of the curve: events + censored; of a row, a cohort or a cell the address of the list of its customers */
                customers: string;
                /** @description With by: the value; null where it is not known */
                group?: string | number | boolean | null;
                /** @description Customers of the cohort */
                size: number;
            }[];
            definition: {
                brackets: number[] | null;
                by: string | null;
                confidence: number;
                /**
                 * Format: date
                 * @description First day covered
                 */
                from: string | null;
                /**
                 * @description Length of a period
                 * @enum {string}
                 */
                granularity: "day" | "week" | "month";
                /** @enum {string} */
                kind: "first-time" | "recurring";
                /** @enum {string} */
                mode: "on" | "on-or-after" | "bracket";
                name: string;
                /** @description The day at which knowledge ends, and why that one: latest-fact, now or asked */
                present: {
                    /** @enum {string} */
                    basis: "latest-fact" | "now" | "asked";
                    /** Format: date */
                    day: string;
                };
                /** @description The zone that periods begin in at midnight */
                timezone: string;
                /**
                 * Format: date
                 * @description Last day covered
                 */
                to: string | null;
                /** @enum {string} */
                weekStart: "monday" | "sunday";
                /** @enum {string} */
                window: "calendar" | "rolling";
            };
            /** @description With by: the weighted average of each value */
            groups?: {
                /** @description With by: the value; null where it is not known */
                group: string | number | boolean | null;
                /** @description Customers of the cohort */
                size: number;
                /** @description Per period: counts and sizes of the cohorts for which it is over, added up */
                weightedAverage: ({
                    cohorts: number;
                    /** @description Customers of the cohort who were retained */
                    count: number;
                    /** @description Upper end of the 95 % interval */
                    high: number;
                    /** @description Lower end of the 95 % interval */
                    low: number;
                    /** @description Periods after that of the cohort; the first one of a bracket */
                    period: number;
                    /** @description count / size */
                    rate: number;
                    /** @description Customers of the cohort */
                    size: number;
                    /** @description The last period of a bracket; in rows of any cell */
                    through?: number;
                } | null)[];
            }[];
            /** @description With by: where there are more values than can be shown, so many of those with the fewest customers are added up as (other) */
            otherGroups?: number;
            /** @description Per period: counts and sizes of the cohorts for which it is over, added up */
            weightedAverage: ({
                cohorts: number;
                /** @description Customers of the cohort who were retained */
                count: number;
                /** @description Upper end of the 95 % interval */
                high: number;
                /** @description Lower end of the 95 % interval */
                low: number;
                /** @description Periods after that of the cohort; the first one of a bracket */
                period: number;
                /** @description count / size */
                rate: number;
                /** @description Customers of the cohort */
                size: number;
                /** @description The last period of a bracket; in rows of any cell */
                through?: number;
            } | null)[];
        };
        /** @description A campaign that offers customers an incentive to stay. Money in major units of the currency of the reports, the same for every customer. */
        RetentionCampaign: {
            /**
             * @description The share of customers who would have left that take the offer, and stay. The others contacted all take it, and would have stayed without.
             * @example 0.3
             */
            acceptance: number;
            /**
             * @description Cost of contacting a customer, whatever comes of it.
             * @example 1
             */
            contactCost: number;
            /**
             * @description Cost of the incentive to each customer who takes it.
             * @example 10
             */
            offerCost: number;
            /**
             * @description What a customer who would have left is worth, once kept.
             * @example 200
             */
            valueKept: number;
        };
        RetentionCustomersAnswer: {
            asOf: components["schemas"]["AsOf"];
            /** @description Customers on all pages, each once: the count of the cell, or the size of the cohort */
            count: number;
            definition: {
                brackets: number[] | null;
                by: string | null;
                /** @description The cohort asked for; null for all that have a number in the period */
                cohort: string | null;
                /**
                 * Format: date
                 * @description First day covered
                 */
                from: string | null;
                /**
                 * @description Length of a period
                 * @enum {string}
                 */
                granularity: "day" | "week" | "month";
                /** @description With by: the value; null where it is not known */
                group?: string | number | boolean | null;
                /** @enum {string} */
                kind: "first-time" | "recurring";
                /** @enum {string} */
                mode: "on" | "on-or-after" | "bracket";
                name: string;
                /** @description The period of the cell asked for, the first one of a bracket; null for the whole cohort */
                period: number | null;
                /** @description The day at which knowledge ends, and why that one: latest-fact, now or asked */
                present: {
                    /** @enum {string} */
                    basis: "latest-fact" | "now" | "asked";
                    /** Format: date */
                    day: string;
                };
                /** @description The zone that periods begin in at midnight */
                timezone: string;
                /**
                 * Format: date
                 * @description Last day covered
                 */
                to: string | null;
                /** @enum {string} */
                weekStart: "monday" | "sunday";
                /** @enum {string} */
                window: "calendar" | "rolling";
            };
            items: {
                customerId: string;
                /**
                 * Format: date
                 * @description The day of the first purchase
                 */
                firstPurchase: string;
                /** @description With by: the value; null where it is not known */
                group?: string | number | boolean | null;
                /**
                 * Format: date
                 * @description The day of the latest purchase known at the present
                 */
                lastPurchase: string;
                /** @description Purchases that count */
                purchases: number;
            }[];
            next: string | null;
        };
        RetentionProjectionAnswer: {
            asOf: components["schemas"]["AsOf"];
            cohorts: {
                cells: {
                    /** @description Customers of the cohort who were retained */
                    count: number;
                    /** @description Of a cohort the model that projects it, with parameters and why it was taken; of a cell the share of new customers who are there by it */
                    curve: number | null;
                    /** @description The address of the list of the customers counted; null in a projected cell */
                    customers: string | null;
                    /** @description Upper end of the 95 % interval */
                    high: number;
                    /** @description Lower end of the 95 % interval */
                    low: number;
                    /** @description Upper end of the 95 % interval of the expected rate; null in a counted cell */
                    modelHigh: number | null;
                    /** @description Lower end of the 95 % interval of the expected rate; null in a counted cell */
                    modelLow: number | null;
                    /** @description Periods after that of the cohort; the first one of a bracket */
                    period: number;
                    /** @description Whether the cell is expected, not counted */
                    projected: boolean;
                    /** @description count / size */
                    rate: number;
                }[];
                /** @description The month, as 1997-01, or the day on which the week starts, or the day */
                cohort: string;
                /** @description Of a cohort the model that projects it, with parameters and why it was taken; of a cell the share of new customers who are there by it */
                curve: {
                    aic: number;
                    boundary: string | null;
                    margin: number | null;
                    /** @enum {string} */
                    model: "sbg" | "bdw";
                    /**
                     * @description What is about purchases or subscriptions; of a curve, the cohorts it is fitted to
                     * @enum {string}
                     */
                    of: "own" | "all-cohorts";
                    parameters: {
                        [key: string]: number;
                    };
                    standardErrors: {
                        [key: string]: number;
                    } | null;
                    why: string;
                } | null;
                /** @description Why nothing is projected */
                noProjection: string | null;
                /** @description Customers of the cohort */
                size: number;
            }[];
            definition: {
                /** @description Periods that are projected */
                ahead: number;
                confidence: number;
                /**
                 * Format: date
                 * @description First day covered
                 */
                from: string | null;
                /**
                 * @description Length of a period
                 * @enum {string}
                 */
                granularity: "day" | "week" | "month";
                /** @description What the intervals of projected cells are of */
                intervals: string;
                name: string;
                /**
                 * @description What is about purchases or subscriptions; of a curve, the cohorts it is fitted to
                 * @enum {string}
                 */
                of: "purchases" | "subscriptions";
                /** @description The day at which knowledge ends, and why that one: latest-fact, now or asked */
                present: {
                    /** @enum {string} */
                    basis: "latest-fact" | "now" | "asked";
                    /** Format: date */
                    day: string;
                };
                /** @description Whole periods without a purchase after which a customer has left; null for subscriptions */
                silence: number | null;
                /** @description When a customer is there */
                stays: string;
                /** @description The zone that periods begin in at midnight */
                timezone: string;
                /**
                 * Format: date
                 * @description Last day covered
                 */
                to: string | null;
                /** @enum {string} */
                weekStart: "monday" | "sunday";
            };
            /** @description Why there is no figure */
            notEnoughData?: string;
        };
        RetentionProjectionCustomersAnswer: {
            asOf: components["schemas"]["AsOf"];
            /** @description Customers on all pages: the count of the cell */
            count: number;
            definition: {
                /** @description The cohort of the customer; in definition the one asked for */
                cohort: string | null;
                /**
                 * Format: date
                 * @description First day covered
                 */
                from: string | null;
                /**
                 * @description Length of a period
                 * @enum {string}
                 */
                granularity: "day" | "week" | "month";
                name: string;
                /**
                 * @description Purchases or subscriptions
                 * @enum {string}
                 */
                of: "purchases" | "subscriptions";
                /** @description They were there in this period of the cohort or later */
                period: number;
                /** @description The day at which knowledge ends, and why that one: latest-fact, now or asked */
                present: {
                    /** @enum {string} */
                    basis: "latest-fact" | "now" | "asked";
                    /** Format: date */
                    day: string;
                };
                /** @description Whole periods without a purchase after which a customer has left; null for subscriptions */
                silence: number | null;
                /** @description The zone that periods begin in at midnight */
                timezone: string;
                /**
                 * Format: date
                 * @description Last day covered
                 */
                to: string | null;
                /** @enum {string} */
                weekStart: "monday" | "sunday";
            };
            items: {
                /** @description The cohort of the customer; in definition the one asked for */
                cohort: string;
                customerId: string;
                /** @description The last period of the cohort in which the customer was there; null where they are not known to have left */
                lastPeriod: number | null;
            }[];
            next: string | null;
        };
        RetentionSurvivalAnswer: {
            asOf: components["schemas"]["AsOf"];
            curves: {
                /** @description In definition: who is without the event at the present; in rows: so many of them were observed no longer */
                censored: number;
                /** @description Of a curve: events + censored; of a row: the address of the list of those at risk in it, which outcome= narrows */
                customers: number;
                /** @description Customers with the event in this row */
                events: number;
                /** @description With by: the value; null where it is not known */
                group?: string | number | boolean | null;
                /** @description Days until one half has had the event, with a 95 % interval; high is null where its upper limit is not reached */
                median: {
                    /** @description Days from the beginning to the end of the row */
                    days: number;
                    /** @description Upper end of the 95 % interval */
                    high: number | null;
                    /** @description Lower end of the 95 % interval */
                    low: number;
                } | null;
                /** @description Why there is no median */
                noMedian: string | null;
                rows: {
                    /** @description Customers observed without the event up to this row: those of the row before less its events and censored */
                    atRisk: number;
                    /** @description In definition: who is without the event at the present; in rows: so many of them were observed no longer */
                    censored: number;
                    /** @description Of a curve: events + censored; of a row: the address of the list of those at risk in it, which outcome= narrows */
                    customers: string;
                    /** @description Days from the beginning to the end of the row */
                    days: number;
                    /** @description Customers with the event in this row */
                    events: number;
                    /** @description Share with the event by then, by cause */
                    happened: {
                        boughtAgain?: number;
                        involuntary?: number;
                        voluntary?: number;
                    };
                    /** @description Upper end of the 95 % interval */
                    high: number | null;
                    /** @description Lower end of the 95 % interval */
                    low: number | null;
                    /** @description Periods after that of the cohort; the first one of a bracket */
                    period: number;
                    /** @description Of survival, after Greenwood */
                    standardError: number;
                    /** @description Share without the event by then */
                    survival: number;
                }[];
            }[];
            definition: {
                /** @description From when on a customer is observed */
                begins: string;
                by: string | null;
                /** @description In definition: who is without the event at the present; in rows: so many of them were observed no longer */
                censored: string;
                confidence: number;
                /** @description The event */
                ends: string;
                /**
                 * Format: date
                 * @description First day covered
                 */
                from: string | null;
                /**
                 * @description Length of a period
                 * @enum {string}
                 */
                granularity: "day" | "week" | "month";
                name: string;
                /**
                 * @description What the survival curve is about
                 * @enum {string}
                 */
                of: "second-purchase" | "subscriptions";
                /** @description The day at which knowledge ends, and why that one: latest-fact, now or asked */
                present: {
                    /** @enum {string} */
                    basis: "latest-fact" | "now" | "asked";
                    /** Format: date */
                    day: string;
                };
                /** @description The zone that periods begin in at midnight */
                timezone: string;
                /**
                 * Format: date
                 * @description Last day covered
                 */
                to: string | null;
            };
            /** @description Why there is no figure */
            notEnoughData?: string;
            /** @description With by: where there are more values than can be shown, so many of those with the fewest customers are added up as (other) */
            otherGroups?: number;
        };
        RetentionSurvivalCustomersAnswer: {
            asOf: components["schemas"]["AsOf"];
            /** @description Customers on all pages: the number that the row of the curve has */
            count: number;
            definition: {
                by: string | null;
                /**
                 * Format: date
                 * @description First day covered
                 */
                from: string | null;
                /**
                 * @description Length of a period
                 * @enum {string}
                 */
                granularity: "day" | "week" | "month";
                /** @description With by: the value; null where it is not known */
                group?: string | number | boolean | null;
                name: string;
                /**
                 * @description What the survival curve is about
                 * @enum {string}
                 */
                of: "second-purchase" | "subscriptions";
                /** @description How the observation ended: the cause, or censored */
                outcome: ("event" | "boughtAgain" | "voluntary" | "involuntary" | "censored") | null;
                /** @description Of a customer the row in which the observation ends; in definition the row asked for */
                period: number | null;
                /** @description The day at which knowledge ends, and why that one: latest-fact, now or asked */
                present: {
                    /** @enum {string} */
                    basis: "latest-fact" | "now" | "asked";
                    /** Format: date */
                    day: string;
                };
                /** @description The zone that periods begin in at midnight */
                timezone: string;
                /**
                 * Format: date
                 * @description Last day covered
                 */
                to: string | null;
            };
            items: {
                /**
                 * Format: date
                 * @description The day of the beginning
                 */
                began: string;
                customerId: string;
                /** @description Days for which the customer was observed */
                days: number;
                /**
                 * Format: date
                 * @description The day of the event; without one the present
                 */
                ended: string;
                /** @description With by: the value; null where it is not known */
                group?: string | number | boolean | null;
                /**
                 * @description How the observation ended: the cause, or censored
                 * @enum {string}
                 */
                outcome: "boughtAgain" | "voluntary" | "involuntary" | "censored";
                /** @description Of a customer the row in which the observation ends; in definition the row asked for */
                period: number;
            }[];
            next: string | null;
        };
        /** @description Take a promotion back: figures are scored with the latest fit on everything again. */
        RetireModel: {
            /**
             * @description Of a model of spend: in which currency.
             * @example EUR
             */
            currency?: string;
            /**
             * @description Which model.
             * @example mbg-nbd
             */
            model: string;
            /**
             * @description Why, in clear: name nobody.
             * @example predicts worse than the one before
             */
            reason?: string;
        };
        /** @description Data of `tenure.customer.ReturnCorrected.v1`. */
        ReturnCorrectedV1: {
            now: {
                amount: {
                    currency: string;
                    minor: number;
                };
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                orderId: string | null;
                product?: string;
                reason?: string | null;
            };
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            reason: string;
            returnId: string;
            was: {
                amount: {
                    currency: string;
                    minor: number;
                };
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                orderId: string | null;
                product?: string;
            };
        };
        /** @description Data of `tenure.customer.ReturnCorrected.v2`. */
        ReturnCorrectedV2: {
            now: {
                amount: {
                    currency: string;
                    minor: number;
                };
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                orderId: string | null;
                product?: string;
            };
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                reason?: string;
                returnReason?: string | null;
            };
            returnId: string;
            was: {
                amount: {
                    currency: string;
                    minor: number;
                };
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                orderId: string | null;
                product?: string;
            };
        };
        /** @description Data of `tenure.customer.ReturnVoided.v1`. */
        ReturnVoidedV1: {
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            reason: string;
            returnId: string;
            was: {
                amount: {
                    currency: string;
                    minor: number;
                };
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                orderId: string | null;
                product?: string;
            };
        };
        /** @description Data of `tenure.customer.ReturnVoided.v2`. */
        ReturnVoidedV2: {
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                reason?: string;
            };
            returnId: string;
            was: {
                amount: {
                    currency: string;
                    minor: number;
                };
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                orderId: string | null;
                product?: string;
            };
        };
        /** @description Why a key is taken away. */
        RevokeKeyRequest: {
            /**
             * @description Kept in the history of the key, in clear: name nobody.
             * @example left in a public repository
             */
            reason: string;
        };
        /** @description Data of `tenure.customer.SatisfactionCorrected.v1`. */
        SatisfactionCorrectedV1: {
            now: {
                about?: string;
                max: number;
                /** @enum {string} */
                metric: "nps" | "csat" | "scale";
                min: number;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                score: number;
            };
            /** @description Left out where there is none. */
            personal?: {
                comment?: string;
                note?: string;
            };
            reason: string;
            satisfactionId: string;
            was: {
                about?: string;
                max: number;
                /** @enum {string} */
                metric: "nps" | "csat" | "scale";
                min: number;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                score: number;
            };
        };
        /** @description Data of `tenure.customer.SatisfactionCorrected.v2`. */
        SatisfactionCorrectedV2: {
            now: {
                about?: string;
                max: number;
                /** @enum {string} */
                metric: "nps" | "csat" | "scale";
                min: number;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                score: number;
            };
            /** @description Left out where there is none. */
            personal?: {
                comment?: string;
                note?: string;
                reason?: string;
            };
            satisfactionId: string;
            was: {
                about?: string;
                max: number;
                /** @enum {string} */
                metric: "nps" | "csat" | "scale";
                min: number;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                score: number;
            };
        };
        /** @description Data of `tenure.customer.SatisfactionRecorded.v1`. */
        SatisfactionRecordedV1: {
            about?: string;
            max: number;
            /** @enum {string} */
            metric: "nps" | "csat" | "scale";
            min: number;
            /** @description Left out where there is none. */
            personal?: {
                comment?: string;
                note?: string;
            };
            /** @description Left out by version 0.1.0. */
            satisfactionId?: string;
            score: number;
        };
        /** @description Data of `tenure.customer.SatisfactionVoided.v1`. */
        SatisfactionVoidedV1: {
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            reason: string;
            satisfactionId: string;
            was: {
                about?: string;
                max: number;
                /** @enum {string} */
                metric: "nps" | "csat" | "scale";
                min: number;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                score: number;
            };
        };
        /** @description Data of `tenure.customer.SatisfactionVoided.v2`. */
        SatisfactionVoidedV2: {
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                reason?: string;
            };
            satisfactionId: string;
            was: {
                about?: string;
                max: number;
                /** @enum {string} */
                metric: "nps" | "csat" | "scale";
                min: number;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                score: number;
            };
        };
        /** @description Data of `tenure.customer.ScoringObjectionRaised.v1`. */
        ScoringObjectionRaisedV1: {
            channel?: string;
            /** @enum {string} */
            objectedBy?: "customer" | "representative";
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                statement?: string;
            };
        };
        /** @description Data of `tenure.customer.ScoringObjectionWithdrawn.v1`. */
        ScoringObjectionWithdrawnV1: {
            channel?: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                statement?: string;
            };
        };
        SentCommand: {
            /** @enum {string} */
            command: "RegisterCustomer" | "ChangeCustomerDetails" | "CloseCustomer" | "ReopenCustomer" | "RecordPurchase" | "CorrectPurchase" | "VoidPurchase" | "RecordReturn" | "CorrectReturn" | "VoidReturn" | "StartSubscription" | "ChangeSubscription" | "RenewSubscription" | "CancelSubscription" | "RecordVisit" | "CorrectVisit" | "VoidVisit" | "LogComplaint" | "AcknowledgeComplaint" | "ResolveComplaint" | "ReopenComplaint" | "CorrectComplaint" | "VoidComplaint" | "RecordSatisfaction" | "CorrectSatisfaction" | "VoidSatisfaction" | "ObjectToScoring" | "WithdrawScoringObjection" | "OverrideChurnLikelihood" | "WithdrawChurnOverride" | "PromoteModel" | "RetireModel" | "StateMargin" | "StateDiscountRate" | "StateHorizon" | "StateCost" | "WithdrawTerm";
            correlationId?: string;
            /** @description What the command takes: of a `RecordVisit` a `RecordVisit`, and so on. */
            data: components["schemas"]["RegisterCustomer"] | components["schemas"]["ChangeCustomerDetails"] | components["schemas"]["CloseCustomer"] | components["schemas"]["ReopenCustomer"] | components["schemas"]["RecordPurchase"] | components["schemas"]["CorrectPurchase"] | components["schemas"]["VoidPurchase"] | components["schemas"]["RecordReturn"] | components["schemas"]["CorrectReturn"] | components["schemas"]["VoidReturn"] | components["schemas"]["StartSubscription"] | components["schemas"]["ChangeSubscription"] | components["schemas"]["RenewSubscription"] | components["schemas"]["CancelSubscription"] | components["schemas"]["RecordVisit"] | components["schemas"]["CorrectVisit"] | components["schemas"]["VoidVisit"] | components["schemas"]["LogComplaint"] | components["schemas"]["AcknowledgeComplaint"] | components["schemas"]["ResolveComplaint"] | components["schemas"]["ReopenComplaint"] | components["schemas"]["CorrectComplaint"] | components["schemas"]["VoidComplaint"] | components["schemas"]["RecordSatisfaction"] | components["schemas"]["CorrectSatisfaction"] | components["schemas"]["VoidSatisfaction"] | components["schemas"]["ObjectToScoring"] | components["schemas"]["WithdrawScoringObjection"] | components["schemas"]["OverrideChurnLikelihood"] | components["schemas"]["WithdrawChurnOverride"] | components["schemas"]["PromoteModel"] | components["schemas"]["RetireModel"] | components["schemas"]["StateMargin"] | components["schemas"]["StateDiscountRate"] | components["schemas"]["StateHorizon"] | components["schemas"]["StateCost"] | components["schemas"]["WithdrawTerm"];
            /** @description Only if the customer, or what else the command is about, is at this revision. */
            expectedRevision?: number;
            /** @description The idempotency key. */
            id: string;
        };
        /** @description A browser that is to be signed in. */
        SignInRequest: {
            /**
             * @description The one-time code behind `#code=` in the address that `tenure start` prints.
             * @example vJ0s…
             */
            code: string;
        };
        /** @description The customer subscribes to something that renews. */
        StartSubscription: {
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * Format: duration
             * @description How long one paid period is, ISO 8601.
             * @example P1M
             */
            interval: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description The plan.
             * @example basic
             */
            plan: string;
            /**
             * @description Price for one interval, all of the quantity.
             * @example {
             *       "currency": "EUR",
             *       "minor": 999
             *     }
             */
            price: components["schemas"]["Money"];
            /**
             * @description Seats, lines, boxes, ...; 1 if left out.
             * @example 1
             */
            quantity?: number;
            /**
             * @description Your number of the subscription; the command id if left out. Each start has an id of its own.
             * @example S-42
             */
            subscriptionId?: string;
        };
        /** @description State from a day on what each complaint or visit of a customer costs, or winning the customer: it lessens what the customer has brought. */
        StateCost: {
            /**
             * @description Of each, 0 or more. Values in another currency do not take it off, and say so.
             * @example {
             *       "currency": "USD",
             *       "minor": 2500
             *     }
             */
            amount: components["schemas"]["Money"];
            /**
             * @description The figure that the terms are of.
             * @example lifetime-value
             */
            figure: string;
            /**
             * Format: date
             * @description The first day on which it holds; it may lie in the past or in the future.
             * @example 2026-01-01
             */
            from: string;
            /**
             * @description Of what: of each complaint, of each visit, or once of each customer who bought.
             * @example complaint
             * @enum {string}
             */
            of: "complaint" | "visit" | "acquisition";
            /**
             * @description Why, in clear: name nobody.
             * @example as the accounts of 2025 say
             */
            reason: string;
            /**
             * @description Of complaints of this severity alone; left out: of every severity without a cost of its own.
             * @example high
             * @enum {string}
             */
            severity?: "low" | "medium" | "high" | "critical";
        };
        /** @description State the discount rate from a day on: by how much money of a year later is worth less. */
        StateDiscountRate: {
            /**
             * @description The figure that the terms are of.
             * @example lifetime-value
             */
            figure: string;
            /**
             * Format: date
             * @description The first day on which it holds; it may lie in the past or in the future.
             * @example 2026-01-01
             */
            from: string;
            /**
             * @description Per year, 0 to 1.
             * @example 0.12
             */
            rate: number;
            /**
             * @description Why, in clear: name nobody.
             * @example as the accounts of 2025 say
             */
            reason: string;
        };
        /** @description State the horizon from a day on: how far ahead the value of a customer looks. */
        StateHorizon: {
            /**
             * @description The figure that the terms are of.
             * @example lifetime-value
             */
            figure: string;
            /**
             * Format: date
             * @description The first day on which it holds; it may lie in the past or in the future.
             * @example 2026-01-01
             */
            from: string;
            /**
             * @description ISO 8601 duration from P1D to P3Y, a year of 365 days; or infinite.
             * @example P2Y
             */
            horizon: string;
            /**
             * @description Why, in clear: name nobody.
             * @example as the accounts of 2025 say
             */
            reason: string;
        };
        /** @description State the margin from a day on: the share of the price that is kept, of all purchases in a currency or of one product. */
        StateMargin: {
            /**
             * @description Of purchases in this currency. ISO 4217.
             * @example USD
             */
            currency: string;
            /**
             * @description The figure that the terms are of.
             * @example lifetime-value
             */
            figure: string;
            /**
             * Format: date
             * @description The first day on which it holds; it may lie in the past or in the future.
             * @example 2026-01-01
             */
            from: string;
            /**
             * @description Of purchases of this product alone, as purchases name it; left out: of every product without a margin of its own.
             * @example blue-lamp
             */
            product?: string;
            /**
             * @description Why, in clear: name nobody.
             * @example as the accounts of 2025 say
             */
            reason: string;
            /**
             * @description The share of the price, 0 to 1.
             * @example 0.35
             */
            share: number;
        };
        Status: {
            data: string;
            /** @description Why nothing can be recorded or taken in, or found out; null when all is well. */
            failure: string | null;
            /** @description What SQLite's quick check has found; null until it has. */
            fileCheck?: {
                checkedAt: string;
                log: string[];
            } | null;
            log: {
                events: number | null;
                /** @description Of this log: its read models know it. */
                id?: string;
                journalMode?: string;
                leader?: string | null;
                nodes?: {
                    address: string;
                    alive: boolean;
                    state: string;
                }[];
                position: string | null;
                /** Format: date-time */
                recordedAt: string | null;
                /** @description From backups, the latest first. */
                restores?: {
                    backupMadeAt: string | null;
                    position: string;
                    /** Format: date-time */
                    restoredAt: string;
                    upTo: string | null;
                }[];
                sqlite?: string;
                synchronous?: string;
            };
            /** @description How long requests lately had to wait for the event loop, at most, in milliseconds. */
            loopLagMs: number;
            /** @enum {string} */
            profile: "embedded" | "distributed";
            projections: {
                building: {
                    customers?: number;
                    done?: boolean;
                    events?: number;
                    seconds?: number;
                } | null;
                /** @description How far behind the log; null where the log cannot count. */
                lagEvents: number | null;
                lagMs: number;
                /** @description Customers whose event could not be folded: see /v1/operations/parked. */
                parked: number;
                position: string | null;
                projection: string;
                version: number;
            }[];
            rebuilding: boolean;
            relay?: {
                holder: string | null;
                position: string | null;
                publication: string | null;
            };
            /** @description The log is verified in the background; null in a process that does not, or when it is switched off. */
            scrub?: {
                damaged: {
                    position: string;
                    revision: number;
                    stream: string;
                    type: string;
                }[];
                /** @description Verified in this pass. */
                events: number;
                failure: string | null;
                lastCompletedAt: string | null;
                passes: number;
                position: string | null;
            } | null;
            /** @description Read models that did not belong to the log when the engine started, and where they are kept; null when they did. */
            setAside?: {
                /** Format: date-time */
                at: string;
                keptAs: string;
                reason: string;
            } | null;
            threads?: {
                failedStarts: number;
                lastEnd: string | null;
                name: string;
                restarts: number;
                /** @enum {string} */
                state: "idle" | "running" | "restarting";
            }[];
            /** @description not-begun: nothing personal has been recorded yet. */
            vault?: {
                /** @description Why sealed data cannot be opened, and what to do; null when it can. */
                failure: string | null;
                place: string;
                /** @enum {string} */
                state: "not-begun" | "at-hand" | "missing" | "another" | "unreachable";
            };
            version: string;
            warning: string | null;
        };
        /** @description Data of `tenure.customer.SubscriptionCancelled.v1`. */
        SubscriptionCancelledV1: {
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            reason?: string;
            /** @enum {string} */
            reasonCode: "pricing" | "inconvenience" | "core-service-failure" | "encounter-failure" | "response-to-failure" | "competition" | "ethics" | "involuntary" | "other";
            subscriptionId: string;
        };
        /** @description Data of `tenure.customer.SubscriptionCancelled.v2`. */
        SubscriptionCancelledV2: {
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                reason?: string;
            };
            /** @enum {string} */
            reasonCode: "pricing" | "inconvenience" | "core-service-failure" | "encounter-failure" | "response-to-failure" | "competition" | "ethics" | "involuntary" | "other";
            subscriptionId: string;
        };
        /** @description Data of `tenure.customer.SubscriptionChanged.v1`. */
        SubscriptionChangedV1: {
            /** Format: duration */
            interval?: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            plan?: string;
            price?: {
                currency: string;
                minor: number;
            };
            quantity?: number;
            subscriptionId: string;
        };
        /** @description Data of `tenure.customer.SubscriptionRenewed.v1`. */
        SubscriptionRenewedV1: {
            amount?: {
                currency: string;
                minor: number;
            };
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            subscriptionId: string;
            until?: string;
        };
        /** @description Data of `tenure.customer.SubscriptionStarted.v1`. */
        SubscriptionStartedV1: {
            /** Format: duration */
            interval: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            plan: string;
            price: {
                currency: string;
                minor: number;
            };
            quantity: number;
            subscriptionId: string;
        };
        /** @description Data of `tenure.system.TermWithdrawn.v1`. */
        TermWithdrawnV1: {
            /** @description Of a margin. */
            currency: string | null;
            /**
             * Format: date
             * @description The first day on which it holds.
             */
            from: string;
            /** @description Null: of every product without a margin of its own. */
            product: string | null;
            /** @description Why, in clear. */
            reason: string;
            /** @description Of complaints; null: of every severity without a cost of its own. */
            severity?: ("low" | "medium" | "high" | "critical") | null;
            /** @enum {string} */
            term: "margin" | "discount-rate" | "horizon" | "complaint-cost" | "visit-cost" | "acquisition-cost";
        };
        TermsAnswer: {
            /**
             * Format: date
             * @description The day on which they are in force
             */
            about: string;
            asOf: components["schemas"]["AsOf"];
            /** @description The figure that the terms are of: lifetime-value */
            figure: string;
            items: {
                /** @description Of a cost: of each complaint or visit, or of each customer won; in rows amountMinor and amountCurrency */
                amount: {
                    /** @description Of a margin: of purchases in this currency; null for the others */
                    currency: string;
                    minor: number;
                } | null;
                /** @description Of a margin: of purchases in this currency; null for the others */
                currency: string | null;
                /**
                 * Format: date
                 * @description The first day on which it holds
                 */
                from: string;
                /** @description How far ahead values look: ISO 8601, a year of 365 days, or infinite */
                horizon: string | null;
                /** @description Of the statement in the log */
                position: string;
                /** @description Of a margin: of this product alone; null for all without a margin of their own */
                product: string | null;
                /** @description The discount rate per year */
                rate: number | null;
                /** @description Why, as it was given */
                reason: string;
                /** @description Of the cost of complaints: of this severity alone; null for all without a cost of their own */
                severity: ("low" | "medium" | "high" | "critical") | null;
                /** @description The margin, as a share of the price */
                share: number | null;
                /** @description When it was recorded */
                statedAt: string;
                /** @description The key that sent it */
                statedBy: string;
                /**
                 * @description margin, discount-rate, horizon, complaint-cost, visit-cost or acquisition-cost
                 * @enum {string}
                 */
                term: "margin" | "discount-rate" | "horizon" | "complaint-cost" | "visit-cost" | "acquisition-cost";
                /** @description In the history: true where the term is withdrawn from that day on */
                withdrawn: boolean;
            }[];
            next: null;
        };
        TermsHistoryAnswer: {
            asOf: components["schemas"]["AsOf"];
            /** @description The figure that the terms are of: lifetime-value */
            figure: string;
            items: {
                /** @description Of a cost: of each complaint or visit, or of each customer won; in rows amountMinor and amountCurrency */
                amount: {
                    /** @description Of a margin: of purchases in this currency; null for the others */
                    currency: string;
                    minor: number;
                } | null;
                /** @description Of a margin: of purchases in this currency; null for the others */
                currency: string | null;
                /**
                 * Format: date
                 * @description The first day on which it holds
                 */
                from: string;
                /** @description How far ahead values look: ISO 8601, a year of 365 days, or infinite */
                horizon: string | null;
                /** @description Of the statement in the log */
                position: string;
                /** @description Of a margin: of this product alone; null for all without a margin of their own */
                product: string | null;
                /** @description The discount rate per year */
                rate: number | null;
                /** @description Why, as it was given */
                reason: string;
                /** @description Of the cost of complaints: of this severity alone; null for all without a cost of their own */
                severity: ("low" | "medium" | "high" | "critical") | null;
                /** @description The margin, as a share of the price */
                share: number | null;
                /** @description When it was recorded */
                statedAt: string;
                /** @description The key that sent it */
                statedBy: string;
                /**
                 * @description margin, discount-rate, horizon, complaint-cost, visit-cost or acquisition-cost
                 * @enum {string}
                 */
                term: "margin" | "discount-rate" | "horizon" | "complaint-cost" | "visit-cost" | "acquisition-cost";
                /** @description In the history: true where the term is withdrawn from that day on */
                withdrawn: boolean;
            }[];
            next: null;
        };
        TotalsAnswer: {
            asOf: components["schemas"]["AsOf"];
            closed: number;
            customers: number;
            parties: {
                household: number;
                organisation: number;
                person: number;
            };
            totals: {
                currency: string;
                net: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                purchases: number;
                returned: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
                returns: number;
                spend: {
                    currency: string;
                    /** @description Whole minor units; as a decimal string beyond 2^53 - 1, where a JSON number would not be exact */
                    minor: number | string;
                };
            }[];
        };
        /** @description Data of `tenure.system.VaultBegun.v1`. */
        VaultBegunV1: {
            /** @description The id that the vault holds, too. */
            vault: string;
        };
        /** @description Data of `tenure.customer.VisitCorrected.v1`. */
        VisitCorrectedV1: {
            now: {
                channel?: string | null;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
                place?: string | null;
                result?: string | null;
                subject?: string | null;
            };
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            reason: string;
            visitId: string;
            was: {
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
            };
        };
        /** @description Data of `tenure.customer.VisitCorrected.v2`. */
        VisitCorrectedV2: {
            now: {
                channel?: string | null;
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
            };
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                place?: string | null;
                reason?: string;
                result?: string | null;
                subject?: string | null;
            };
            visitId: string;
            was: {
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
            };
        };
        /** @description Data of `tenure.customer.VisitRecorded.v1`. */
        VisitRecordedV1: {
            channel?: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            place?: string;
            result?: string;
            subject?: string;
            visitId: string;
        };
        /** @description Data of `tenure.customer.VisitRecorded.v2`. */
        VisitRecordedV2: {
            channel?: string;
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                place?: string;
                result?: string;
                subject?: string;
            };
            visitId: string;
        };
        /** @description Data of `tenure.customer.VisitVoided.v1`. */
        VisitVoidedV1: {
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
            };
            reason: string;
            visitId: string;
            was: {
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
            };
        };
        /** @description Data of `tenure.customer.VisitVoided.v2`. */
        VisitVoidedV2: {
            /** @description Left out where there is none. */
            personal?: {
                note?: string;
                reason?: string;
            };
            visitId: string;
            was: {
                /** @description As it was recorded: a day, or RFC 3339 in UTC. */
                occurredAt: string;
            };
        };
        /** @description Takes a complaint back that never was, with all its steps; its complaint id may be logged again. */
        VoidComplaint: {
            /**
             * @description Which complaint: its complaint id, or the id of the command that logged it.
             * @example K-7
             */
            complaintId: string;
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description Why it is taken back or corrected; shown in the history. Kept with the personal data.
             * @example typed twice
             */
            reason: string;
        };
        /** @description Takes a purchase back that never was; its order id may be recorded again. Its returns are voided first. */
        VoidPurchase: {
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description Which purchase: its order id, or the id of the command that recorded it.
             * @example A-1001
             */
            orderId: string;
            /**
             * @description Why it is taken back or corrected; shown in the history. Kept with the personal data.
             * @example typed twice
             */
            reason: string;
        };
        /** @description Takes a return back that never was; its return id may be recorded again. */
        VoidReturn: {
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description Why it is taken back or corrected; shown in the history. Kept with the personal data.
             * @example typed twice
             */
            reason: string;
            /**
             * @description Which return: its return id, or the id of the command that recorded it.
             * @example R-77
             */
            returnId: string;
        };
        /** @description Takes an answer back that never was; its satisfaction id may be recorded again. */
        VoidSatisfaction: {
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description Why it is taken back or corrected; shown in the history. Kept with the personal data.
             * @example typed twice
             */
            reason: string;
            /**
             * @description Which answer: its satisfaction id, or the id of the command that recorded it.
             * @example N-12
             */
            satisfactionId: string;
        };
        /** @description Takes a visit back that never was; its visit id may be recorded again. */
        VoidVisit: {
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description Why it is taken back or corrected; shown in the history. Kept with the personal data.
             * @example typed twice
             */
            reason: string;
            /**
             * @description Which visit: its visit id, or the id of the command that recorded it.
             * @example V-9
             */
            visitId: string;
        };
        /** @description Ends the override of the likelihood of leaving before it expires. */
        WithdrawChurnOverride: {
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description Why, in free words. Kept with the personal data.
             * @example the contract was cancelled
             */
            reason?: string;
        };
        /** @description The customer withdraws the objection to automated scoring: scores are shown again. */
        WithdrawScoringObjection: {
            /**
             * @description How the withdrawal was received: letter, e-mail, telephone, ...
             * @example e-mail
             */
            channel?: string;
            /**
             * @description Your own number or name for the customer; the customer's history is kept under it.
             * @example C-1001
             */
            customerId: string;
            /**
             * @description Free text for whoever reads the history. Kept with the personal data.
             * @example asked at the counter
             */
            note?: string;
            /**
             * @description When it happened: an RFC 3339 time, or a day such as 2026-03-01, which no time zone moves; the moment of recording if left out.
             * @example 2026-03-01T12:30:00Z
             */
            occurredAt?: string | unknown | unknown;
            /**
             * @description What was said, in free words. Kept with the personal data.
             * @example wants offers again
             */
            statement?: string;
        };
        /** @description Withdraw a term from a day on: nothing is stated then, until another statement holds. To take one back entirely, withdraw it from its own day. */
        WithdrawTerm: {
            /**
             * @description Of a margin: its currency.
             * @example USD
             */
            currency?: string;
            /**
             * @description The figure that the terms are of.
             * @example lifetime-value
             */
            figure: string;
            /**
             * Format: date
             * @description The first day on which it holds; it may lie in the past or in the future.
             * @example 2026-01-01
             */
            from: string;
            /**
             * @description Of a margin of one product: the product.
             * @example blue-lamp
             */
            product?: string;
            /**
             * @description Why, in clear: name nobody.
             * @example as the accounts of 2025 say
             */
            reason: string;
            /**
             * @description Of the cost of complaints of one severity: the severity.
             * @example high
             * @enum {string}
             */
            severity?: "low" | "medium" | "high" | "critical";
            /**
             * @description Which term.
             * @example margin
             * @enum {string}
             */
            term: "margin" | "discount-rate" | "horizon" | "complaint-cost" | "visit-cost" | "acquisition-cost";
        };
    };
    responses: {
        /** @description The request cannot be read: `errors` names each field or parameter with the remedy. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than is taken at once. */
        BodyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The key lacks the role. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is nothing under this path. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A problem, RFC 9457. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A rule refused the command, or its key belongs to another one; `code` says which. */
        Rejected: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The customer, or what else the command is about, has another revision than `If-Match` says. */
        RevisionMismatch: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No valid key was sent. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The Content-Type or Content-Encoding is not understood here. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            default: components["responses"]["Problem"];
        };
    };
    getAssetsByFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the part. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Style or script. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/css": string;
                    "text/javascript": string;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    getAsyncapiJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AsyncAPI 3. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            default: components["responses"]["Problem"];
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            default: components["responses"]["Problem"];
        };
    };
    getDocsProblems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            default: components["responses"]["Problem"];
        };
    };
    getDocsByFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the part. */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Style, script or icon. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                    "text/css": string;
                    "text/javascript": string;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    getFaviconSvg: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An icon. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            400: components["responses"]["BadRequest"];
            default: components["responses"]["Problem"];
        };
    };
    getHealthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "live";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            default: components["responses"]["Problem"];
        };
    };
    getHealthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They will. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How long requests lately had to wait for the event loop, at most, in milliseconds. */
                        loopLagMs: number;
                        /** @enum {string} */
                        status: "ready";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            default: components["responses"]["Problem"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the text format of Prometheus. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getOpenapiJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            default: components["responses"]["Problem"];
        };
    };
    getV1Access: {
        parameters: {
            query?: {
                /** @description From this day, time or position on. Default: the last seven days. */
                since?: string;
                /** @description Behind this position; wins over `since`. */
                after?: string;
                /** @description Only these. */
                kind?: "login" | "denial" | "key" | "export" | "import" | "reveal";
                /** @description Only of this actor. */
                actor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of records. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: components["schemas"]["AsOf"];
                        items: components["schemas"]["AccessRecord"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1ChurnLikelihood: {
        parameters: {
            query?: {
                /** @description ISO 8601 duration from P1D to P3Y; a year is 365 days (P90D) */
                horizon?: string;
                /** @description The day that scores are about (the latest day of any fact that the figure reads, so that an old data set does not look as if all had left). Today at the latest */
                about?: string;
                /**
                 * @deprecated
                 * @description Older name of about
                 */
                asOf?: string;
                /** @description nbd, bg-nbd, mbg-nbd, pareto-nbd, hazard (the one promoted last; else hazard where it told later outcomes better than the model of purchases, else the model of purchases with the lowest AIC) */
                model?: "nbd" | "bg-nbd" | "mbg-nbd" | "pareto-nbd" | "hazard";
                /** @description value-at-risk, or probability (value-at-risk; probability while there is no model of spend, and noValueAtRisk says what is missing) */
                order?: "value-at-risk" | "probability";
                /** @description ISO 4217: of the values. When given, only customers who had bought in it are listed (the reporting currency if spend in it has a model, else that of most customers with one) */
                currency?: string;
                /** @description Totals by channel or product of the first purchase, or by a customer attribute */
                by?: string;
                /** @description Leave out customers who are less probably still active, 0 to 1 (0.5; 0 when order=probability is asked for) */
                minActive?: number;
                /** @description List only customers at least so likely to leave, 0 to 1 (0) */
                minProbability?: number;
                /** @description Customers on a page, 1 to 1000 (100) */
                limit?: number;
                /** @description The `next` of the page before. It holds the models, the order, the currency, the day and the horizon fixed: a model that is fitted again meanwhile ends the list (cursor-mismatch), unless its fit was promoted; a customer whose own history changes between two pages may move. */
                cursor?: string;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    /** @description Where the next page is, while there is one: `rel="next"`. */
                    Link?: string;
                    /** @description Its cursor. Absent on the last page. */
                    "Tenure-Next"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChurnLikelihoodAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1ChurnLikelihoodByCustomerId: {
        parameters: {
            query?: {
                /** @description ISO 8601 duration from P1D to P3Y; a year is 365 days (P90D) */
                horizon?: string;
                /** @description The day that scores are about (the latest day of any fact that the figure reads, so that an old data set does not look as if all had left). Today at the latest */
                about?: string;
                /**
                 * @deprecated
                 * @description Older name of about
                 */
                asOf?: string;
                /** @description nbd, bg-nbd, mbg-nbd, pareto-nbd, hazard (the one promoted last; else hazard where it told later outcomes better than the model of purchases, else the model of purchases with the lowest AIC) */
                model?: "nbd" | "bg-nbd" | "mbg-nbd" | "pareto-nbd" | "hazard";
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the customer */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerChurnLikelihoodAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    getV1ChurnLikelihoodByCustomerIdExplanation: {
        parameters: {
            query?: {
                /** @description ISO 8601 duration from P1D to P3Y; a year is 365 days (P90D) */
                horizon?: string;
                /** @description The day that scores are about (the latest day of any fact that the figure reads, so that an old data set does not look as if all had left). Today at the latest */
                about?: string;
                /**
                 * @deprecated
                 * @description Older name of about
                 */
                asOf?: string;
                /** @description nbd, bg-nbd, mbg-nbd, pareto-nbd, hazard (the one promoted last; else hazard where it told later outcomes better than the model of purchases, else the model of purchases with the lowest AIC) */
                model?: "nbd" | "bg-nbd" | "mbg-nbd" | "pareto-nbd" | "hazard";
                /** @description The language of the texts: en or zh (en) */
                language?: "en" | "zh";
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the customer */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerChurnExplanationAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    postV1Commands: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["SentCommand"];
            };
        };
        responses: {
            /** @description One answer a line, in order. `status` is 201 (accepted), 200 (was accepted before) or that of the problem in `error`. */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["CommandLine"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            default: components["responses"]["Problem"];
        };
    };
    AcknowledgeComplaint: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeComplaint"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    postV1CommandsBacktestModel: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the model is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BacktestModel"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The new revision of the model, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        backtest: components["schemas"]["ModelBacktest"];
                        commandId: string;
                        events: {
                            /** Format: uuid */
                            eventId: string;
                            revision: number;
                            type: string;
                        }[];
                        model: string;
                        position: string;
                        revision: number;
                    };
                };
            };
            /** @description Tested, recorded and durable. */
            201: {
                headers: {
                    /** @description The new revision of the model, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        backtest: components["schemas"]["ModelBacktest"];
                        commandId: string;
                        events: {
                            /** Format: uuid */
                            eventId: string;
                            revision: number;
                            type: string;
                        }[];
                        model: string;
                        position: string;
                        revision: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    CancelSubscription: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelSubscription"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    ChangeCustomerDetails: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCustomerDetails"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    ChangeSubscription: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSubscription"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    CloseCustomer: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseCustomer"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    CorrectComplaint: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectComplaint"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    CorrectPurchase: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectPurchase"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    CorrectReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectReturn"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    CorrectSatisfaction: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectSatisfaction"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    CorrectVisit: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectVisit"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    postV1CommandsFitModel: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the model is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FitModel"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The new revision of the model, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedModelCommand"];
                };
            };
            /** @description Recorded and durable. */
            201: {
                headers: {
                    /** @description The new revision of the model, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedModelCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    LogComplaint: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogComplaint"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    ObjectToScoring: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectToScoring"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    OverrideChurnLikelihood: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideChurnLikelihood"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    postV1CommandsPromoteModel: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the model is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromoteModel"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The new revision of the model, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedModelCommand"];
                };
            };
            /** @description Recorded and durable. */
            201: {
                headers: {
                    /** @description The new revision of the model, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedModelCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    RecordPurchase: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordPurchase"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    RecordReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordReturn"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    RecordSatisfaction: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordSatisfaction"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    RecordVisit: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordVisit"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    RegisterCustomer: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterCustomer"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    RenewSubscription: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewSubscription"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    ReopenComplaint: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenComplaint"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    ReopenCustomer: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenCustomer"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    ResolveComplaint: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveComplaint"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    postV1CommandsRetireModel: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the model is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetireModel"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The new revision of the model, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedModelCommand"];
                };
            };
            /** @description Recorded and durable. */
            201: {
                headers: {
                    /** @description The new revision of the model, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedModelCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    StartSubscription: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartSubscription"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    postV1CommandsStateCost: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the terms is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateCost"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The new revision of the terms, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedTermsCommand"];
                };
            };
            /** @description Recorded and durable. */
            201: {
                headers: {
                    /** @description The new revision of the terms, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedTermsCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    postV1CommandsStateDiscountRate: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the terms is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateDiscountRate"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The new revision of the terms, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedTermsCommand"];
                };
            };
            /** @description Recorded and durable. */
            201: {
                headers: {
                    /** @description The new revision of the terms, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedTermsCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    postV1CommandsStateHorizon: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the terms is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateHorizon"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The new revision of the terms, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedTermsCommand"];
                };
            };
            /** @description Recorded and durable. */
            201: {
                headers: {
                    /** @description The new revision of the terms, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedTermsCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    postV1CommandsStateMargin: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the terms is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateMargin"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The new revision of the terms, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedTermsCommand"];
                };
            };
            /** @description Recorded and durable. */
            201: {
                headers: {
                    /** @description The new revision of the terms, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedTermsCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    VoidComplaint: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidComplaint"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    VoidPurchase: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidPurchase"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    VoidReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidReturn"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    VoidSatisfaction: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidSatisfaction"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    VoidVisit: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidVisit"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    WithdrawChurnOverride: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawChurnOverride"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    WithdrawScoringObjection: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the customer is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawScoringObjection"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            /** @description Accepted and durable. */
            201: {
                headers: {
                    /** @description The customer's new revision, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    postV1CommandsWithdrawTerm: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key": string;
                /** @description Only if the terms is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawTerm"];
            };
        };
        responses: {
            /** @description Accepted earlier; this repeats the original answer. */
            200: {
                headers: {
                    /** @description The new revision of the terms, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedTermsCommand"];
                };
            };
            /** @description Recorded and durable. */
            201: {
                headers: {
                    /** @description The new revision of the terms, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedTermsCommand"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    getV1Complaints: {
        parameters: {
            query?: {
                /** @description IANA name */
                timezone?: string;
                /** @description First day: 1997-01-31, or 1997-01 for its first day */
                from?: string;
                /** @description Last day: 1997-01-31, or 1997-01 for its last day */
                to?: string;
                /** @description open, acknowledged, reopened, resolved, or unresolved for the first three */
                status?: "open" | "acknowledged" | "reopened" | "resolved" | "unresolved";
                /** @description low, medium, high or critical */
                severity?: "low" | "medium" | "high" | "critical";
                /** @description oldest or newest, by when it was opened (oldest) */
                order?: "oldest" | "newest";
                /** @description Complaints on a page, 1 to 1000 (100) */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    /** @description Where the next page is, while there is one: `rel="next"`. */
                    Link?: string;
                    /** @description Its cursor. Absent on the last page. */
                    "Tenure-Next"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintsAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1ComplaintsSummary: {
        parameters: {
            query?: {
                /** @description IANA name */
                timezone?: string;
                /** @description First day: 1997-01-31, or 1997-01 for its first day */
                from?: string;
                /** @description Last day: 1997-01-31, or 1997-01 for its last day */
                to?: string;
                /** @description Of the summary: month */
                granularity?: "month";
                /** @description Of the summary: now for today, or a day: what is dated after it does not count (the day of the latest step) */
                present?: string;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintsSummaryAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1Customers: {
        parameters: {
            query?: {
                /** @description person, organisation or household */
                party?: "person" | "organisation" | "household";
                /** @description active or closed */
                status?: "active" | "closed";
                /** @description Customers on a page, 1 to 1000 (100) */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    /** @description Where the next page is, while there is one: `rel="next"`. */
                    Link?: string;
                    /** @description Its cursor. Absent on the last page. */
                    "Tenure-Next"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomersAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    postV1CustomersResolve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveCustomerRequest"];
            };
        };
        responses: {
            /** @description The id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customerId: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            default: components["responses"]["Problem"];
        };
    };
    getV1CustomersByCustomerId: {
        parameters: {
            query?: {
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the customer */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    getV1CustomersByCustomerIdEvents: {
        parameters: {
            query?: {
                /** @description From this revision on. */
                from?: number;
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description At most so many. */
                limit?: number;
                /** @description Wins over `Accept`. */
                format?: "json" | "ndjson";
            };
            header?: never;
            path: {
                /** @description Id of the customer. */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: components["schemas"]["AsOf"];
                        items: components["schemas"]["CloudEvent"][];
                        next: string | null;
                    };
                    "application/x-ndjson": components["schemas"]["CloudEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    getV1Definitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Name, title and summary of each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DefinitionLine"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1DefinitionsByName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the figure, as `/v1/definitions` lists it. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The definition. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Definition"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    getV1Events: {
        parameters: {
            query?: {
                /** @description Behind this position; from the beginning without it. */
                after?: string;
                /** @description Only these event types, with a comma between, e.g. `PurchaseRecorded,ComplaintLogged`. */
                types?: string;
                /** @description Only those recorded by this actor, as events name it. */
                actor?: string;
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description At most so many. */
                limit?: number;
                /** @description Wins over `Accept`. */
                format?: "json" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: components["schemas"]["AsOf"];
                        items: components["schemas"]["CloudEvent"][];
                        next: string | null;
                    };
                    "application/x-ndjson": components["schemas"]["CloudEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1EventsStream: {
        parameters: {
            query?: {
                /** @description Behind this position, or `beginning`. */
                after?: string;
                /** @description Only these event types, with a comma between, e.g. `PurchaseRecorded,ComplaintLogged`. */
                types?: string;
            };
            header?: {
                /** @description Wins over `after`. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endless stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1ExportByReadModel: {
        parameters: {
            query?: {
                /** @description IANA name. Taken by lifecycle, retention, complaints, recurring-revenue, purchases. */
                timezone?: string;
                /** @description monday or sunday (monday). Taken by lifecycle, retention, recurring-revenue. */
                weekStart?: "monday" | "sunday";
                /** @description First day: periods from the one it lies in. 1997-01-31, or 1997-01 for its first day. Taken by lifecycle, retention, complaints, recurring-revenue, purchases. */
                from?: string;
                /** @description Last day: periods up to the one it lies in. 1997-01-31, or 1997-01 for its last day. Taken by lifecycle, retention, complaints, recurring-revenue, purchases. */
                to?: string;
                /** @description now for today, or a day: purchases dated after it do not count (the day of the latest purchase). Taken by lifecycle, retention, recurring-revenue. */
                present?: string;
                /** @description week or month (month). Taken by recurring-revenue. */
                granularity?: "month" | "week";
                /** @description For how many periods customers are followed: 12 with months compares each month with the same one a year before, 1 to 60 (1). Taken by recurring-revenue. */
                over?: number;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "ndjson" | "csv";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path: {
                /** @description What to export. `/v1/definitions/<name>` says what its columns mean. */
                readModel: "customer-file" | "lifecycle" | "retention" | "churn-likelihood" | "lifetime-value" | "complaints" | "model-fits" | "recurring-revenue" | "terms" | "purchases";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One row a line, in a fixed order. */
            200: {
                headers: {
                    /** @description Its manifest. */
                    Link?: string;
                    /** @description Id of this export. */
                    "Tenure-Export"?: string;
                    /** @description How far behind the log. */
                    "Tenure-Lag-Ms"?: string;
                    /** @description Position the rows stand at. */
                    "Tenure-Position"?: string;
                    /** @description When that was recorded. */
                    "Tenure-Recorded-At"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    getV1ExportsByExportId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As the header `Tenure-Export` of the export gave it. */
                exportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went out under this id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportManifest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    getV1ImportsPresets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every preset. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportPreset"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    postV1ImportsByKind: {
        parameters: {
            query?: {
                /** @description Where each field is, a column name or a number from 1: `customer_id=Nr,amount=4`, or the same as a JSON object. Default: by the names of columns. */
                map?: string;
                /** @description An export known by its columns, see `/v1/imports/presets`; `none` for no such. Default: found out. */
                preset?: string;
                /** @description Which rows are meant: `Status=paid,refunded`, `Country!=US`; several as a JSON array of such texts. */
                where?: string;
                /** @description Default: by name and first line. A workbook is known by its bytes. */
                format?: "csv" | "ndjson" | "columns";
                /** @description Helps to recognise the format. */
                fileName?: string;
                /** @description E.g. `gb18030` or `windows-1252`. Default: found out from the whole file, and said where it is a guess. */
                encoding?: string;
                /** @description Of a workbook: its name, or its number from 1. Default: the first that is not hidden. */
                sheet?: string;
                /** @description Lines above the header that are passed over. Default: found out. */
                skipLines?: number;
                /** @description Between cells of CSV; `tab` for a tab. Default: found out. */
                delimiter?: string;
                /** @description Whether the first line names the columns. Default: found out. */
                header?: boolean;
                /** @description Of every date: `dd/MM/yyyy HH:mm`, `yyyyMMdd`, `day-first`, `month-first`, `unix`, `unix-ms`, `excel`, `excel-1904`. Default: found out. */
                dateFormat?: string;
                /** @description IANA name, of times that carry none. Default: the engine's. */
                timeZone?: string;
                /** @description The mark of every number. Default: found out. */
                decimal?: "." | ",";
                /** @description ISO 4217, of amounts without a currency column. */
                currency?: string;
                /** @description Check everything, record nothing. */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description What the rows are about. */
                kind: "purchases" | "customers" | "complaints" | "visits" | "satisfaction" | "objections";
            };
            cookie?: never;
        };
        /** @description The file. */
        requestBody: {
            content: {
                "application/gzip": string;
                "application/octet-stream": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/x-ndjson": {
                    [key: string]: unknown;
                };
                "text/csv": string;
                "text/plain": string;
                "text/tab-separated-values": string;
            };
        };
        responses: {
            /** @description How the file is read, progress, refused rows, result. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["ImportLine"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            default: components["responses"]["Problem"];
        };
    };
    getV1Keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Also those revoked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Key"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    postV1Keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKeyRequest"];
            };
        };
        responses: {
            /** @description With `token`, which is shown this once and kept nowhere. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            default: components["responses"]["Problem"];
        };
    };
    postV1KeysByKeyIdRevoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the key: its first part, which the list of keys shows. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeKeyRequest"];
            };
        };
        responses: {
            /** @description It opens nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            default: components["responses"]["Problem"];
        };
    };
    getV1Lifecycle: {
        parameters: {
            query?: {
                /** @description IANA name */
                timezone?: string;
                /** @description monday or sunday (monday) */
                weekStart?: "monday" | "sunday";
                /** @description First day: periods from the one it lies in. 1997-01-31, or 1997-01 for its first day */
                from?: string;
                /** @description Last day: periods up to the one it lies in. 1997-01-31, or 1997-01 for its last day */
                to?: string;
                /** @description now for today, or a day: purchases dated after it do not count (the day of the latest purchase) */
                present?: string;
                /** @description day, week or month (month) */
                granularity?: "day" | "week" | "month";
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifecycleAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1LifetimeValue: {
        parameters: {
            query?: {
                /** @description ISO 8601 duration from P1D to P3Y; a year is 365 days; or infinite, with a discountRate above 0 (the one stated for the day, else P3Y) */
                horizon?: string;
                /** @description Per year, 0 to 1 (the one stated for the day, else 0.1) */
                discountRate?: number;
                /** @description Share of spend that is kept, of every product, 0 to 1 (the margins stated for the day, else 1) */
                margin?: number;
                /** @description The day that values are about (the latest day of any fact that the figure reads). Today at the latest */
                about?: string;
                /**
                 * @deprecated
                 * @description Older name of about
                 */
                asOf?: string;
                /** @description ISO 4217: which spend is valued (the reporting currency if spend in it has a model, else that of most customers with one) */
                currency?: string;
                /** @description Of purchases: nbd, bg-nbd, mbg-nbd, pareto-nbd (the one promoted last, else the one with the lowest AIC) */
                model?: "nbd" | "bg-nbd" | "mbg-nbd" | "pareto-nbd";
                /** @description Of the list, totals by cohort (month of the first purchase), by channel or product of the first purchase, or by a customer attribute */
                by?: string;
                /** @description The last customer of the list: with the id that lifetime-value/concentration answers, the list and its total are of those customers */
                downTo?: string;
                /** @description Customers on a page, 1 to 1000 (100) */
                limit?: number;
                /** @description The `next` of the page before. It holds the models and the terms fixed: a model that is fitted again meanwhile ends the list (cursor-mismatch), unless its fit was promoted; a customer whose own history changes between two pages may move. */
                cursor?: string;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    /** @description Where the next page is, while there is one: `rel="next"`. */
                    Link?: string;
                    /** @description Its cursor. Absent on the last page. */
                    "Tenure-Next"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifetimeValueAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1LifetimeValueCells: {
        parameters: {
            query?: {
                /** @description ISO 8601 duration from P1D to P3Y; a year is 365 days; or infinite, with a discountRate above 0 (the one stated for the day, else P3Y) */
                horizon?: string;
                /** @description Per year, 0 to 1 (the one stated for the day, else 0.1) */
                discountRate?: number;
                /** @description Share of spend that is kept, of every product, 0 to 1 (the margins stated for the day, else 1) */
                margin?: number;
                /** @description The day that values are about (the latest day of any fact that the figure reads). Today at the latest */
                about?: string;
                /**
                 * @deprecated
                 * @description Older name of about
                 */
                asOf?: string;
                /** @description ISO 4217: which spend is valued (the reporting currency if spend in it has a model, else that of most customers with one) */
                currency?: string;
                /** @description Of purchases: nbd, bg-nbd, mbg-nbd, pareto-nbd (the one promoted last, else the one with the lowest AIC) */
                model?: "nbd" | "bg-nbd" | "mbg-nbd" | "pareto-nbd";
                /** @description Groups by last purchase day, 1 to 10 (3) */
                recency?: number;
                /** @description Groups by repeat purchase days, 1 to 10 (3) */
                frequency?: number;
                /** @description Groups by mean spend per repeat day, 1 to 10 (3) */
                monetary?: number;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifetimeValueCellsAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1LifetimeValueConcentration: {
        parameters: {
            query?: {
                /** @description ISO 8601 duration from P1D to P3Y; a year is 365 days; or infinite, with a discountRate above 0 (the one stated for the day, else P3Y) */
                horizon?: string;
                /** @description Per year, 0 to 1 (the one stated for the day, else 0.1) */
                discountRate?: number;
                /** @description Share of spend that is kept, of every product, 0 to 1 (the margins stated for the day, else 1) */
                margin?: number;
                /** @description The day that values are about (the latest day of any fact that the figure reads). Today at the latest */
                about?: string;
                /**
                 * @deprecated
                 * @description Older name of about
                 */
                asOf?: string;
                /** @description ISO 4217: which spend is valued (the reporting currency if spend in it has a model, else that of most customers with one) */
                currency?: string;
                /** @description Of purchases: nbd, bg-nbd, mbg-nbd, pareto-nbd (the one promoted last, else the one with the lowest AIC) */
                model?: "nbd" | "bg-nbd" | "mbg-nbd" | "pareto-nbd";
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifetimeValueConcentrationAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1LifetimeValueEquity: {
        parameters: {
            query?: {
                /** @description ISO 8601 duration from P1D to P3Y; a year is 365 days; or infinite, with a discountRate above 0 (the one stated for the day, else P3Y) */
                horizon?: string;
                /** @description Per year, 0 to 1 (the one stated for the day, else 0.1) */
                discountRate?: number;
                /** @description Share of spend that is kept, of every product, 0 to 1 (the margins stated for the day, else 1) */
                margin?: number;
                /** @description The day that values are about (the latest day of any fact that the figure reads). Today at the latest */
                about?: string;
                /**
                 * @deprecated
                 * @description Older name of about
                 */
                asOf?: string;
                /** @description ISO 4217: which spend is valued (the reporting currency if spend in it has a model, else that of most customers with one) */
                currency?: string;
                /** @description Of purchases: nbd, bg-nbd, mbg-nbd, pareto-nbd (the one promoted last, else the one with the lowest AIC) */
                model?: "nbd" | "bg-nbd" | "mbg-nbd" | "pareto-nbd";
                /** @description How many ends of months before the day in question, 1 to 36 (12) */
                months?: number;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifetimeValueEquityAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1LifetimeValueByCustomerId: {
        parameters: {
            query?: {
                /** @description ISO 8601 duration from P1D to P3Y; a year is 365 days; or infinite, with a discountRate above 0 (the one stated for the day, else P3Y) */
                horizon?: string;
                /** @description Per year, 0 to 1 (the one stated for the day, else 0.1) */
                discountRate?: number;
                /** @description Share of spend that is kept, of every product, 0 to 1 (the margins stated for the day, else 1) */
                margin?: number;
                /** @description The day that values are about (the latest day of any fact that the figure reads). Today at the latest */
                about?: string;
                /**
                 * @deprecated
                 * @description Older name of about
                 */
                asOf?: string;
                /** @description ISO 4217: which spend is valued (the reporting currency if spend in it has a model, else that of most customers with one) */
                currency?: string;
                /** @description Of purchases: nbd, bg-nbd, mbg-nbd, pareto-nbd (the one promoted last, else the one with the lowest AIC) */
                model?: "nbd" | "bg-nbd" | "mbg-nbd" | "pareto-nbd";
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the customer */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerLifetimeValueAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    getV1LifetimeValueByCustomerIdExplanation: {
        parameters: {
            query?: {
                /** @description ISO 8601 duration from P1D to P3Y; a year is 365 days; or infinite, with a discountRate above 0 (the one stated for the day, else P3Y) */
                horizon?: string;
                /** @description Per year, 0 to 1 (the one stated for the day, else 0.1) */
                discountRate?: number;
                /** @description Share of spend that is kept, of every product, 0 to 1 (the margins stated for the day, else 1) */
                margin?: number;
                /** @description The day that values are about (the latest day of any fact that the figure reads). Today at the latest */
                about?: string;
                /**
                 * @deprecated
                 * @description Older name of about
                 */
                asOf?: string;
                /** @description ISO 4217: which spend is valued (the reporting currency if spend in it has a model, else that of most customers with one) */
                currency?: string;
                /** @description Of purchases: nbd, bg-nbd, mbg-nbd, pareto-nbd (the one promoted last, else the one with the lowest AIC) */
                model?: "nbd" | "bg-nbd" | "mbg-nbd" | "pareto-nbd";
                /** @description The language of the texts: en or zh (en) */
                language?: "en" | "zh";
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the customer */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerValueExplanationAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    getV1Me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key that the request was sent with. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyHolder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1ModelFits: {
        parameters: {
            query?: {
                /** @description nbd, bg-nbd, mbg-nbd, pareto-nbd or gamma-gamma */
                model?: "nbd" | "bg-nbd" | "mbg-nbd" | "pareto-nbd" | "gamma-gamma" | "hazard";
                /** @description in-force, replaced, tried or unusable */
                state?: "in-force" | "replaced" | "tried" | "unusable";
                /** @description Of a model of spend: fits in this currency. ISO 4217 */
                currency?: string;
                /** @description Fits on a page, 1 to 1000 (100) */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    /** @description Where the next page is, while there is one: `rel="next"`. */
                    Link?: string;
                    /** @description Its cursor. Absent on the last page. */
                    "Tenure-Next"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelFitsAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1ModelFitsByState: {
        parameters: {
            query?: {
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelFitsByStateAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1Models: {
        parameters: {
            query?: {
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A fit is null while there is none; a model of spend has an item for each currency. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ListedModel"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1ModelsByModel: {
        parameters: {
            query?: {
                /** @description `latest` (default), `in-force`, or the position of a fit. */
                fit?: string;
                /** @description Of a model of spend, which is fitted in each currency by itself; that of its latest fit if left out. */
                currency?: string;
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
            };
            header?: never;
            path: {
                /** @description Name of the model. */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Parameters, standard errors, likelihood, what it was trained on, and `inForce`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelFit"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    getV1ModelsByModelBacktests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the model. */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AUC, Brier score, lift of the top decile and calibration of each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ModelBacktest"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    postV1ModelsByModelFits: {
        parameters: {
            query?: never;
            header?: {
                /** @description A fresh id for each command, the same for each retry of it; quoted or bare. It never expires. */
                "Idempotency-Key"?: string;
                /** @description Only if the model is at this revision, e.g. `"3"`. */
                "If-Match"?: string;
            };
            path: {
                /** @description Name of the model. */
                model: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FitModelRequest"];
            };
        };
        responses: {
            /** @description The fit that this key made before. */
            200: {
                headers: {
                    /** @description The new revision of the model, quoted. */
                    ETag?: string;
                    /** @description `true` */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelFit"];
                };
            };
            /** @description The new fit. */
            201: {
                headers: {
                    /** @description The new revision of the model, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelFit"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["RevisionMismatch"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Rejected"];
            default: components["responses"]["Problem"];
        };
    };
    getV1OperationsParked: {
        parameters: {
            query?: {
                /** @description Of one projection only. */
                projection?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list; empty is well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkedCustomer"][];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    postV1OperationsParkedByProjectionByCustomerIdDiscard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the read model. */
                projection: string;
                /** @description Id of the customer. */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscardRequest"];
            };
        };
        responses: {
            /** @description Done. The log keeps them. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            default: components["responses"]["Problem"];
        };
    };
    postV1OperationsParkedByProjectionByCustomerIdRetry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the read model. */
                projection: string;
                /** @description Id of the customer. */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `parked` tells whether it stays so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        parked: boolean;
                        reason?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    postV1OperationsPublications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicationRequest"];
            };
        };
        responses: {
            /** @description The relay begins anew; `position` is that of the decision in the log. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            default: components["responses"]["Problem"];
        };
    };
    postV1OperationsRebuilds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RebuildRequest"];
            };
        };
        responses: {
            /** @description State, progress, and once done the result. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rebuild"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            default: components["responses"]["Problem"];
        };
    };
    getV1OperationsRebuildsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the rebuild, as starting it gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description State, progress, and once done the result. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rebuild"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    deleteV1OperationsRebuildsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the rebuild, as starting it gave it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description State, progress, and once done the result. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rebuild"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    getV1RecurringRevenue: {
        parameters: {
            query?: {
                /** @description week or month (month) */
                granularity?: "month" | "week";
                /** @description For how many periods customers are followed: 12 with months compares each month with the same one a year before, 1 to 60 (1) */
                over?: number;
                /** @description IANA name */
                timezone?: string;
                /** @description monday or sunday (monday) */
                weekStart?: "monday" | "sunday";
                /** @description now for today, or a day: the period that it lies in is not over (the day of the latest start, change, renewal or end of a subscription) */
                present?: string;
                /** @description First day: periods from the one it lies in. 1997-01-31, or 1997-01 for its first day */
                from?: string;
                /** @description Last day: periods up to the one it lies in. 1997-01-31, or 1997-01 for its last day */
                to?: string;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringRevenueAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1RecurringRevenueCustomers: {
        parameters: {
            query?: {
                /** @description week or month (month) */
                granularity?: "month" | "week";
                /** @description For how many periods customers are followed: 12 with months compares each month with the same one a year before, 1 to 60 (1) */
                over?: number;
                /** @description IANA name */
                timezone?: string;
                /** @description monday or sunday (monday) */
                weekStart?: "monday" | "sunday";
                /** @description now for today, or a day: the period that it lies in is not over (the day of the latest start, change, renewal or end of a subscription) */
                present?: string;
                /** @description A day of the period, or its month: 1997-01 (the one that is not over at the present) */
                period?: string;
                /** @description Whom: opening, retained, contraction, voluntary, involuntary, expansion, new, reactivated, closing (opening) */
                movement?: "opening" | "retained" | "contraction" | "voluntary" | "involuntary" | "expansion" | "new" | "reactivated" | "closing";
                /** @description ISO 4217: those who are counted in this currency (whatever they pay with) */
                currency?: string;
                /** @description Customers on a page, 1 to 1000 (100) */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    /** @description Where the next page is, while there is one: `rel="next"`. */
                    Link?: string;
                    /** @description Its cursor. Absent on the last page. */
                    "Tenure-Next"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringRevenueCustomersAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1Replay: {
        parameters: {
            query: {
                /** @description A position, an RFC 3339 time of recording, or a day: its end in the reporting time zone. */
                to: string;
                /** @description Of one customer; without it the counts over all. */
                customerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state, folded from the events up to then. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"] | components["schemas"]["CustomerAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1Retention: {
        parameters: {
            query?: {
                /** @description IANA name */
                timezone?: string;
                /** @description monday or sunday (monday) */
                weekStart?: "monday" | "sunday";
                /** @description First day: cohorts from the one it lies in. 1997-01-31, or 1997-01 for its first day */
                from?: string;
                /** @description Last day: cohorts and periods up to those it lies in. 1997-01-31, or 1997-01 for its last day */
                to?: string;
                /** @description now for today, or a day: purchases dated after it do not count (the day of the latest purchase) */
                present?: string;
                /** @description day, week or month (month) */
                granularity?: "day" | "week" | "month";
                /** @description first-time: cohort by first purchase ever; recurring: a customer belongs to the cohort of every period with a purchase (first-time) */
                kind?: "first-time" | "recurring";
                /** @description on, on-or-after or bracket (on) */
                mode?: "on" | "on-or-after" | "bracket";
                /** @description calendar or rolling; rolling goes with first-time (calendar) */
                window?: "calendar" | "rolling";
                /** @description channel or product: of the first purchase (the first line where there are several); or a customer attribute, as known now */
                by?: string;
                /** @description With mode=bracket: where brackets start; the last number ends the last bracket (1,3,7,14,30) */
                brackets?: string;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1RetentionCustomers: {
        parameters: {
            query?: {
                /** @description IANA name */
                timezone?: string;
                /** @description monday or sunday (monday) */
                weekStart?: "monday" | "sunday";
                /** @description First day: cohorts from the one it lies in. 1997-01-31, or 1997-01 for its first day */
                from?: string;
                /** @description Last day: cohorts and periods up to those it lies in. 1997-01-31, or 1997-01 for its last day */
                to?: string;
                /** @description now for today, or a day: purchases dated after it do not count (the day of the latest purchase) */
                present?: string;
                /** @description day, week or month (month) */
                granularity?: "day" | "week" | "month";
                /** @description first-time: cohort by first purchase ever; recurring: a customer belongs to the cohort of every period with a purchase (first-time) */
                kind?: "first-time" | "recurring";
                /** @description on, on-or-after or bracket (on) */
                mode?: "on" | "on-or-after" | "bracket";
                /** @description calendar or rolling; rolling goes with first-time (calendar) */
                window?: "calendar" | "rolling";
                /** @description channel or product: of the first purchase (the first line where there are several); or a customer attribute, as known now */
                by?: string;
                /** @description With mode=bracket: where brackets start; the last number ends the last bracket (1,3,7,14,30) */
                brackets?: string;
                /** @description The cohort, by its name or by any day in it: 1997-01, or 1997-01-31 (all cohorts that have a number in the period) */
                cohort?: string;
                /** @description The cell, by its period; of a bracket the one that it starts at (the whole cohort) */
                period?: number;
                /** @description With by: the cohort of this value, as its link has it; null is "not known" (all groups) */
                group?: string;
                /** @description Customers on a page, 1 to 1000 (100) */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    /** @description Where the next page is, while there is one: `rel="next"`. */
                    Link?: string;
                    /** @description Its cursor. Absent on the last page. */
                    "Tenure-Next"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionCustomersAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1RetentionProjection: {
        parameters: {
            query?: {
                /** @description IANA name */
                timezone?: string;
                /** @description monday or sunday (monday) */
                weekStart?: "monday" | "sunday";
                /** @description First day: cohorts from the one it lies in. 1997-01-31, or 1997-01 for its first day */
                from?: string;
                /** @description Last day: cohorts up to the one it lies in, each with all of its periods. 1997-01-31, or 1997-01 for its last day */
                to?: string;
                /** @description now for today, or a day: purchases dated after it do not count (the day of the latest purchase) */
                present?: string;
                /** @description purchases: cohorts by first purchase, who stay until they are silent; subscriptions: by first start, who stay until the last one has ended (purchases) */
                of?: "purchases" | "subscriptions";
                /** @description week or month (month) */
                granularity?: "month" | "week";
                /** @description With of=purchases: a customer has left who does not buy for so many whole periods, 1 to 24 (3) */
                silence?: number;
                /** @description Periods to project each cohort beyond what is known of it, 1 to 24 (6) */
                ahead?: number;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionProjectionAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1RetentionProjectionCustomers: {
        parameters: {
            query?: {
                /** @description IANA name */
                timezone?: string;
                /** @description monday or sunday (monday) */
                weekStart?: "monday" | "sunday";
                /** @description First day: cohorts from the one it lies in. 1997-01-31, or 1997-01 for its first day */
                from?: string;
                /** @description Last day: cohorts up to the one it lies in, each with all of its periods. 1997-01-31, or 1997-01 for its last day */
                to?: string;
                /** @description now for today, or a day: purchases dated after it do not count (the day of the latest purchase) */
                present?: string;
                /** @description purchases: cohorts by first purchase, who stay until they are silent; subscriptions: by first start, who stay until the last one has ended (purchases) */
                of?: "purchases" | "subscriptions";
                /** @description week or month (month) */
                granularity?: "month" | "week";
                /** @description With of=purchases: a customer has left who does not buy for so many whole periods, 1 to 24 (3) */
                silence?: number;
                /** @description The cohort, by its name or by any day in it: 1997-01, or 1997-01-31 (all cohorts) */
                cohort?: string;
                /** @description Who was there in the cohort's period of this number or later; 0 is all of them (0) */
                period?: number;
                /** @description Customers on a page, 1 to 1000 (100) */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    /** @description Where the next page is, while there is one: `rel="next"`. */
                    Link?: string;
                    /** @description Its cursor. Absent on the last page. */
                    "Tenure-Next"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionProjectionCustomersAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1RetentionSurvival: {
        parameters: {
            query?: {
                /** @description second-purchase: from the first purchase to one on a later day; subscriptions: from the first start to the end of the last (second-purchase) */
                of?: "second-purchase" | "subscriptions";
                /** @description What a row covers: a day, a week of 7 days or a month of 30 days (month) */
                granularity?: "day" | "week" | "month";
                /** @description IANA name */
                timezone?: string;
                /** @description Customers who began on this day or later. 1997-01-31, or 1997-01 for its first day */
                from?: string;
                /** @description Customers who began by this day. 1997-01-31, or 1997-01 for its last day */
                to?: string;
                /** @description now for today, or a day: what is dated after it is not known (the day of the latest purchase, or start or end of a subscription) */
                present?: string;
                /** @description A curve for each channel or product (of the first purchase), or value of a customer attribute, as known now */
                by?: string;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionSurvivalAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1RetentionSurvivalCustomers: {
        parameters: {
            query?: {
                /** @description second-purchase: from the first purchase to one on a later day; subscriptions: from the first start to the end of the last (second-purchase) */
                of?: "second-purchase" | "subscriptions";
                /** @description What a row covers: a day, a week of 7 days or a month of 30 days (month) */
                granularity?: "day" | "week" | "month";
                /** @description IANA name */
                timezone?: string;
                /** @description Customers who began on this day or later. 1997-01-31, or 1997-01 for its first day */
                from?: string;
                /** @description Customers who began by this day. 1997-01-31, or 1997-01 for its last day */
                to?: string;
                /** @description now for today, or a day: what is dated after it is not known (the day of the latest purchase, or start or end of a subscription) */
                present?: string;
                /** @description A curve for each channel or product (of the first purchase), or value of a customer attribute, as known now */
                by?: string;
                /** @description With by: the curve of this value, as its link has it; null is "not known" (all curves) */
                group?: string;
                /** @description The row of the curve: who is at risk in it; with outcome, whose observation ends in it (all rows) */
                period?: number;
                /** @description How the observation ended: event for any cause, boughtAgain, voluntary, involuntary or censored (all) */
                outcome?: "event" | "boughtAgain" | "voluntary" | "involuntary" | "censored";
                /** @description Customers on a page, 1 to 1000 (100) */
                limit?: number;
                /** @description The `next` of the page before */
                cursor?: string;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    /** @description Where the next page is, while there is one: `rel="next"`. */
                    Link?: string;
                    /** @description Its cursor. Absent on the last page. */
                    "Tenure-Next"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionSurvivalCustomersAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    postV1SignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description With `token`, which is shown this once and kept nowhere. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            default: components["responses"]["Problem"];
        };
    };
    getV1Status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the engine. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1StreamsByKindEvents: {
        parameters: {
            query?: {
                /** @description From this revision on. */
                from?: number;
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description At most so many. */
                limit?: number;
                /** @description Wins over `Accept`. */
                format?: "json" | "ndjson";
            };
            header?: never;
            path: {
                /** @description The kind of stream, such as `model`. */
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: components["schemas"]["AsOf"];
                        items: components["schemas"]["CloudEvent"][];
                        next: string | null;
                    };
                    "application/x-ndjson": components["schemas"]["CloudEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    getV1StreamsByKindByIdEvents: {
        parameters: {
            query?: {
                /** @description From this revision on. */
                from?: number;
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description At most so many. */
                limit?: number;
                /** @description Wins over `Accept`. */
                format?: "json" | "ndjson";
            };
            header?: never;
            path: {
                /** @description The kind of stream, such as `model`. */
                kind: string;
                /** @description Which stream of the kind, such as the name of a model. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: components["schemas"]["AsOf"];
                        items: components["schemas"]["CloudEvent"][];
                        next: string | null;
                    };
                    "application/x-ndjson": components["schemas"]["CloudEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Problem"];
        };
    };
    getV1Terms: {
        parameters: {
            query?: {
                /** @description Of which figure (lifetime-value) */
                figure?: "lifetime-value";
                /** @description The day on which they are in force (today); it may lie in the future */
                about?: string;
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1TermsHistory: {
        parameters: {
            query?: {
                /** @description Of which figure (lifetime-value) */
                figure?: "lifetime-value";
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsHistoryAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
    getV1Totals: {
        parameters: {
            query?: {
                /** @description Answer from a state that holds at least this position, e.g. that of your own command. */
                minPosition?: string;
                /** @description How long to wait for `minPosition`: milliseconds or an ISO 8601 duration, at most a minute. */
                timeout?: string;
                /** @description `fail` answers 503, `stale` answers with what there is. */
                onTimeout?: "fail" | "stale";
                /** @description As recorded by this position, RFC 3339 time, or end of this day in the reporting time zone. */
                asAt?: string;
                /** @description Wins over `Accept`. */
                format?: "json" | "csv" | "ndjson";
                /** @description CSV for programs: cells as they are. Without it a text that a spreadsheet would run as a formula gets an apostrophe in front. */
                raw?: boolean;
                /** @description CSV with a byte order mark, by which spreadsheets know UTF-8. */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with `asOf`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotalsAnswer"];
                    "application/x-ndjson": {
                        [key: string]: string | number | boolean | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Problem"];
        };
    };
}
