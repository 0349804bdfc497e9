import { enoughToFit, isEnoughToFit, type SampleSize } from '@tenure/models';

/** Why there is no figure, as a sentence, and the needed and the present amount of data, for a program. */
export interface NotEnoughData {
  readonly notEnoughData: string;
  readonly needed?: { readonly customers: number; readonly repeatPurchaseDays: number };
  readonly there?: { readonly customers: number; readonly repeatPurchaseDays: number };
  /** True when there is enough data, and only a fit is missing: the engine makes one by itself within seconds. */
  readonly fitPending?: boolean;
  /** Where no data is missing: the customer objects to automated scoring. */
  readonly code?: 'scoring-objected';
}

/**
 * @param what the kind of model, e.g. `A model of spend in CNY`
 * @param fit the command that fits it, e.g. `tenure model fit gamma-gamma --currency CNY`
 */
export function noFitYet(what: string, fit: string, { customers, repeatPurchaseDays }: SampleSize): NotEnoughData {
  const needed = { ...enoughToFit };
  const there = { customers, repeatPurchaseDays };
  const rule = `${what} is fitted from ${needed.customers} customers and ${needed.repeatPurchaseDays} repeat purchase days on; there are ${customers} and ${repeatPurchaseDays}.`;
  if (isEnoughToFit(there)) {
    return {
      notEnoughData: `${rule} That is enough, but no fit is in force yet: the engine makes one by itself some seconds after an import, or "${fit}" now.`,
      needed,
      there,
      fitPending: true,
    };
  }
  return { notEnoughData: `${rule} Record or import more purchases.`, needed, there };
}

export function isNotEnough(answer: object): answer is NotEnoughData {
  return 'notEnoughData' in answer;
}
