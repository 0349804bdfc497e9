import { type PurchaseHistory, parameterDrawCount } from '@tenure/models';
import type { DiscountedPurchases } from './discounted-purchases.js';
import { PurchaseDraws } from './purchase-draws.js';
import type { ValueFits } from './question.js';
import { SpendDraws } from './spend-draws.js';
import type { ValueParts } from './value-parts.js';

/** Expected values of customers with one history, added up, in major units of money: what their own mean spend makes of it, and the rest. */
export interface SplitValue {
  own: number;
  rest: number;
}

/** Values at each draw of the parameters of both fits, which are independent of each other. */
export class ValueDraws {
  private constructor(
    private readonly purchases: PurchaseDraws,
    private readonly spend: SpendDraws,
  ) {}

  /** A sentence where one of the fits has no draws. */
  static of(fits: ValueFits, discounted: DiscountedPurchases): ValueDraws | string {
    const purchases = PurchaseDraws.of(fits.purchases, discounted);
    if (typeof purchases === 'string') return purchases;
    const spend = SpendDraws.of(fits.spend);
    return typeof spend === 'string' ? spend : new ValueDraws(purchases, spend);
  }

  /** Adds the values of customers with one history. `repeats`: their repeat days in the currency. */
  add(into: Float64Array, history: PurchaseHistory, repeats: number, { own, rest }: SplitValue): void {
    if (own + rest === 0) return; // expected to bring nothing, which parameters do not change
    const purchases = this.purchases.multiples(history);
    const spend = this.spend.multiples(repeats);
    for (let draw = 0; draw < into.length; draw += 1) into[draw]! += purchases[draw]! * (own * spend.own[draw]! + rest * spend.rest[draw]!);
  }

  /** The value of one customer at each draw. */
  of(parts: ValueParts): Float64Array {
    const values = new Float64Array(parameterDrawCount);
    this.add(values, parts.history, parts.repeats, splitOf(parts));
    return values;
  }
}

export function splitOf({ value, spend: { spend, weight, ownMean } }: ValueParts): SplitValue {
  const own = spend === 0 ? 0 : value * ((weight * ownMean) / spend);
  return { own, rest: value - own };
}
