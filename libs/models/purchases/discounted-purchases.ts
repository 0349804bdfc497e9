import type { Parameters } from '../fit.js';
import { ModelError } from '../model-error.js';
import type { PurchaseModel } from './purchase-model.js';
import type { PurchaseHistory } from './statistics.js';

export interface Discounting {
  /** How many periods ahead; Infinity for an unlimited horizon, with a rate above zero. */
  readonly periods: number;
  /** Discount rate of one period: an annual rate d is (1 + d)^(1/k) - 1 at k periods a year. */
  readonly discountRatePerPeriod: number;
  /** Length of a period in the unit of the fit; 1 by default. */
  readonly periodLength?: number;
}

/**
 * Purchases expected in the periods ahead, each discounted to now from the END of its period:
 * sum_k (E[Y(k)] - E[Y(k-1)]) / (1+d)^k. Multiplied by the expected spend per purchase and the margin it is a lifetime value.
 */
export function discountedExpectedPurchases(
  model: PurchaseModel,
  parameters: Parameters,
  history: PurchaseHistory,
  { periods, discountRatePerPeriod, periodLength = 1 }: Discounting,
): number {
  const endless = periods === Infinity;
  if (!((endless ? discountRatePerPeriod > 0 : Number.isInteger(periods) && periods >= 0 && discountRatePerPeriod > -1) && periodLength > 0)) {
    throw new ModelError(
      'invalid-input',
      `Cannot discount ${periods} periods of ${periodLength} at ${discountRatePerPeriod}.`,
      'Give a whole number of periods, or Infinity with a rate above zero, a rate such as 0.01, and a period length above zero in the unit of the fit.',
    );
  }
  if (endless) return model.discountedResidualPurchases(parameters, history, periodLength, discountRatePerPeriod);
  let before = 0;
  let discounted = 0;
  let discount = 1;
  for (let k = 1; k <= periods; k += 1) {
    const upTo = model.expectedPurchases(parameters, history, k * periodLength);
    discount /= 1 + discountRatePerPeriod;
    discounted += (upTo - before) * discount;
    before = upTo;
  }
  return discounted;
}
