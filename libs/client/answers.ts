/** Answers of the API, as far as its users in this repository look into them. */
export interface AsOf {
  readonly position: string | null;
  readonly recordedAt: string | null;
  readonly lagMs: number;
}

export interface Money {
  /** A decimal string beyond 2^53 - 1, where a number would not be exact. */
  readonly minor: number | string;
  readonly currency: string;
}

export interface AcceptedCommand {
  readonly commandId: string;
  readonly customerId: string;
  readonly revision: number;
  readonly position: string;
  readonly events: readonly { readonly eventId: string; readonly type: string; readonly revision: number }[];
}

/** One line of the answer to many commands. */
export interface CommandAnswer {
  readonly line: number;
  readonly id: string | null;
  /** 201 accepted, 200 accepted before, else the status of the problem in `error`. */
  readonly status: number;
  readonly customerId?: string;
  readonly revision?: number;
  readonly position?: string;
  readonly error?: { readonly code: string; readonly detail: string; readonly retryable: boolean };
}

export interface EventEnvelope {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly recordedtime: string;
  readonly sequence: string;
  readonly revision: number;
  readonly precision?: 'day';
  readonly actor: string;
  readonly onbehalfof?: string;
  readonly commandid: string;
  readonly importid?: string;
  readonly checksum?: string;
  readonly causationid?: string;
  readonly correlationid?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Where the knowledge behind a figure ends. */
export interface Present {
  readonly day: string;
  readonly basis: 'latest-fact' | 'now' | 'asked';
}

export interface RetentionCell {
  readonly period: number;
  readonly through?: number;
  readonly count: number;
  readonly rate: number;
}

export interface Retention {
  readonly definition: {
    readonly granularity: string;
    readonly kind: string;
    readonly mode: string;
    readonly window: string;
    readonly timezone: string;
    readonly by: string | null;
    /** With mode=bracket: first period of each bracket; the last ends the last one. */
    readonly brackets: readonly number[] | null;
    readonly present: Present;
  };
  readonly cohorts: readonly {
    readonly cohort: string;
    readonly group?: string | number | boolean | null;
    readonly size: number;
    readonly cells: readonly (RetentionCell | null)[];
  }[];
  readonly weightedAverage: readonly ((RetentionCell & { readonly size: number }) | null)[];
  readonly asOf: AsOf;
}

export interface Lifecycle {
  readonly definition: { readonly granularity: string; readonly timezone: string; readonly present: Present };
  readonly periods: readonly {
    readonly start: string;
    readonly new: number;
    readonly returning: number;
    readonly resurrecting: number;
    readonly dormant: number | null;
    readonly active: number;
    readonly inProgress?: true;
  }[];
  readonly asOf: AsOf;
}

/** Why there is no figure, and how much is missing for one. */
export interface NotEnoughData {
  readonly notEnoughData: string;
  readonly needed?: { readonly customers: number; readonly repeatPurchaseDays: number };
  readonly there?: { readonly customers: number; readonly repeatPurchaseDays: number };
  readonly fitPending?: boolean;
}

export interface ChurnLikelihood extends Partial<NotEnoughData> {
  readonly customerId: string;
  readonly probability: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly horizon: string;
  readonly about: string;
  readonly probabilityAlive?: number;
  readonly reasons?: readonly { readonly text: string; readonly contribution: number }[];
  readonly facts?: { readonly purchases: number; readonly lastPurchase: string; readonly daysSinceLastPurchase: number };
  readonly model?: { readonly name: string; readonly position: string };
}

export interface CustomerAtRisk extends ChurnLikelihood {
  readonly name?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly value: Money | null;
  readonly valueAtRisk: Money | null;
  readonly group?: string | number | boolean | null;
}

export interface ChurnList extends Partial<NotEnoughData> {
  readonly items: readonly CustomerAtRisk[];
  readonly next: string | null;
  readonly about: string;
  readonly horizon: string;
  readonly order: 'value-at-risk' | 'probability';
  readonly currency: string | null;
  readonly otherCurrencies: readonly { readonly currency: string; readonly customers: number }[];
  readonly minActive: number;
  readonly by: string | null;
  readonly customers?: number;
  readonly leftOut?: Readonly<Record<'closed' | 'noPurchase' | 'noPurchaseInCurrency' | 'probablyGone' | 'lessLikely', number>>;
  readonly groups?: readonly {
    readonly group: string | number | boolean | null;
    readonly customers: number;
    readonly probablyGone: number;
    readonly meanProbability: number | null;
    readonly value: Money | null;
    readonly valueAtRisk: Money | null;
  }[];
  readonly noValueAtRisk?: NotEnoughData;
  readonly noContacts?: string;
}

export interface LifetimeValue extends Partial<NotEnoughData> {
  readonly customerId: string;
  readonly value: Money | null;
  readonly expectedPurchases?: number;
  readonly probabilityAlive?: number;
  readonly expectedSpend?: { readonly amount: Money; readonly priorMean: Money; readonly ownMean: Money | null; readonly ownWeight: number };
  readonly horizon: string;
  readonly discountRate: number;
  readonly margin: number;
  readonly about: string;
  readonly facts?: { readonly purchases: number; readonly firstPurchase: string; readonly lastPurchase: string };
}

/** The customers of lifetime value, the most valuable first. */
export interface LifetimeValueList extends Partial<NotEnoughData> {
  readonly items: readonly LifetimeValue[];
  readonly next: string | null;
  readonly horizon: string;
  readonly about: string;
  readonly currency: string | null;
  readonly otherCurrencies: readonly { readonly currency: string; readonly customers: number }[];
  readonly by: string | null;
  readonly groups?: readonly (ValueClass & { readonly group: string | number | boolean | null })[];
}

interface ValueClass {
  readonly customers: number;
  readonly meanValue: Money | null;
  readonly totalValue: Money;
}

export interface LifetimeValueCells extends Partial<NotEnoughData> {
  readonly cells: readonly (ValueClass & { readonly recency: number; readonly frequency: number; readonly monetary: number })[];
  readonly noRepeat: ValueClass | null;
  readonly leftOut: number;
  readonly horizon: string;
}

export interface Complaint {
  readonly customerId: string;
  readonly complaintId: string;
  readonly status: string;
  readonly severity: string;
  readonly subject: string;
  readonly openedAt: string;
  readonly resolvedAt: string | null;
}

export interface FittedModel {
  readonly model: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly standardErrors: Readonly<Record<string, number>> | null;
  readonly logLikelihood: number | null;
  readonly customers: number;
  readonly transactions: number;
  readonly timeUnit: string | null;
  readonly trainedTo: string;
  readonly converged: boolean;
  readonly boundary: string | null;
  readonly currency: string | null;
  readonly inForce: boolean;
  readonly notInForce: string | null;
  readonly fittedAt: string;
  readonly position: string;
}

export interface Rebuild {
  readonly id: string;
  readonly projection: string | null;
  readonly check: boolean;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** Null where the log cannot count. */
  readonly events: number | null;
  readonly totalEvents: number | null;
  readonly etaSeconds: number | null;
  readonly reason?: string;
  readonly result?: {
    readonly identical?: boolean;
    readonly verified?: { readonly events: number; readonly unchecked: number };
    readonly digest?: string;
    readonly events: number | null;
    readonly seconds: number;
    readonly eventsPerSecond: number | null;
  };
}

export interface ApiKey {
  readonly keyId: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly revoked: { readonly at: string; readonly by: string; readonly reason: string } | null;
  /** Only in the answer that makes it. */
  readonly token?: string;
}

export interface ParkedCustomer {
  readonly projection: string;
  readonly customerId: string;
  readonly revision: number;
  readonly eventType: string;
  readonly reason: string;
  readonly parkedAt: string;
}
