/**
 * What is known of a subscription from one moment on: it started, its price or interval changed, or it ended. `stamp` says when, and
 * orders the steps in whatever order they arrived. A price or an interval is null where the step leaves it as it was.
 */
export type Step = [stamp: number, what: StepKind, minor: number | null, currency: string | null, interval: string | null];

export const stepKinds = { started: 0, changed: 1, ended: 2, endedInvoluntarily: 3 } as const;
export type StepKind = (typeof stepKinds)[keyof typeof stepKinds];

/** Its steps, ascending. */
export type StoredSubscription = [subscriptionId: string, steps: Step[]];

export interface RecurringRevenueDocument {
  /** Ascending by id. */
  s: StoredSubscription[];
  /** The latest fact of all, renewals among them: of instants (seconds since 1970) and of days (since 1970); null without one. */
  l: [instant: number | null, day: number | null];
}
