import { areaUnderCurve } from '@tenure/models';
import type { TestedCustomer } from './what-happened.js';

/** Rules that a model has to beat. */
export interface NaiveRules {
  /** Customers whose last purchase is oldest are the least likely to buy. `auc`: null where all or none of them bought. */
  readonly recency: { readonly auc: number | null };
  /** Everybody buys as in the year before: expected purchase days, and the mean distance from the actual ones. */
  readonly lastYear: { readonly expected: number; readonly meanError: number };
}

const daysPerYear = 365;

/** `length`: of the horizon in days; `silent`: 1 for each customer who did not buy within it. */
export function naiveRules(customers: readonly TestedCustomer[], length: number, silent: Uint8Array): NaiveRules {
  const silence = Float64Array.from(customers, ({ known }) => known.ageDays - known.recencyDays);
  const expected = customers.map(({ lastYear }) => (lastYear * length) / daysPerYear);
  return {
    recency: { auc: areaUnderCurve(silence, silent) },
    lastYear: {
      expected: expected.reduce((sum, each) => sum + each, 0),
      meanError: customers.reduce((sum, { came }, i) => sum + Math.abs(expected[i]! - came), 0) / customers.length,
    },
  };
}
