/**
 * How often a customer was closed less how often reopened: 1 or 0, because a customer is closed once until reopened.
 * Counting needs no times, which two facts of one day do not have.
 */
export type Closings = number;

export function countClosing(held: Closings, { type }: { readonly type: string }): Closings {
  if (type === 'CustomerClosed') return held + 1;
  return type === 'CustomerReopened' ? held - 1 : held;
}

export const isClosed = (held: Closings): boolean => held > 0;
