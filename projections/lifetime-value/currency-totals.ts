import { type MoneyTotal, moneyTotal } from '@tenure/customer';
import { addAmount, type Limbs, noLimbs, wholeOf } from '../shared/money/limbs.js';
import { dayOfFact, type ValueDocument } from './document.js';
import type { KnownBy } from './spend.js';

/** Shown next to a value: purchases and returns known by a day, in one currency. Returns of no known order are listed separately. */
export interface CurrencyTotals {
  readonly currency: string;
  readonly purchases: number;
  readonly spend: MoneyTotal;
  readonly returned: MoneyTotal;
  readonly returnedUntied: MoneyTotal;
}

interface Sums {
  purchases: number;
  readonly spend: Limbs;
  readonly returned: Limbs;
  readonly returnedUntied: Limbs;
}

export function totalsByCurrency({ o: orders, r: returns }: ValueDocument, { until, dayOf }: KnownBy): CurrencyTotals[] {
  const totals = new Map<string, Sums>();
  const of = (currency: string): Sums => {
    let held = totals.get(currency);
    if (held === undefined) {
      held = { purchases: 0, spend: noLimbs(), returned: noLimbs(), returnedUntied: noLimbs() };
      totals.set(currency, held);
    }
    return held;
  };
  const known = new Set<string>();
  for (const order of orders) {
    if (dayOfFact(order, dayOf) > until) continue;
    const [, , orderId, minor, currency] = order;
    known.add(orderId);
    of(currency).purchases += 1;
    addAmount(of(currency).spend, minor);
  }
  for (const returned of returns) {
    if (dayOfFact(returned, dayOf) > until) continue;
    const [, , , orderId, minor, currency] = returned;
    addAmount(of(currency)[orderId !== null && known.has(orderId) ? 'returned' : 'returnedUntied'], minor);
  }
  return [...totals]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, { purchases, spend, returned, returnedUntied }]) => ({
      currency,
      purchases,
      spend: moneyTotal(wholeOf(spend), currency),
      returned: moneyTotal(wholeOf(returned), currency),
      returnedUntied: moneyTotal(wholeOf(returnedUntied), currency),
    }));
}
