/**
 * How often a customer was closed less how often reopened: 1 or 0, because a customer is closed once until reopened.
 * Counting needs no times, which two facts of one day do not have.
 */
export type Closings = number;

const steps: Readonly<Record<string, 1 | -1>> = { CustomerClosed: 1, CustomerReopened: -1 };

export const closingTypes: readonly string[] = Object.keys(steps);

export const countClosing = (held: Closings, { type }: { readonly type: string }): Closings => held + (steps[type] ?? 0);

export const isClosed = (held: Closings): boolean => held > 0;
