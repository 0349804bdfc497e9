import type { MoneyTotal } from '@tenure/customer';
import { ModelError, middle95 } from '@tenure/models';
import { moneyOf } from '../shared/money/money.js';

/** The 95 % interval of an expected value due to the uncertainty of the parameters of both fits: not that of what a customer will bring. */
export interface ValueInterval {
  readonly low: MoneyTotal;
  readonly high: MoneyTotal;
}

/** Null with a sentence that says why. */
export interface WithInterval {
  readonly interval: ValueInterval | null;
  readonly noInterval?: string;
}

/** `values`: the value at each draw of the parameters, in major units of money; they may refuse with a `ModelError`. */
export function intervalFrom(values: () => Float64Array, currency: string): WithInterval {
  try {
    const { low, high } = middle95(values());
    return { interval: { low: moneyOf(low, currency), high: moneyOf(high, currency) } };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { interval: null, noInterval: error.message };
  }
}
