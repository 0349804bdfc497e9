import type { ValueDocument } from './projection.js';

/** What a customer spent by a day, in one currency, in minor units. */
export interface Spend {
  /** UTC days with a purchase in any currency, ascending, each once: the rhythm that purchase models look at. */
  readonly days: number[];
  /** Days after the first one with a purchase in this currency. */
  readonly repeats: number;
  /** What was paid on those, less what was returned of it. */
  readonly repeatMinor: number;
}

/** Reduces orders to days. A return tied to an order lessens the money of that order's day, whenever it came back. */
export function spendOf({ o: orders, r: returns }: ValueDocument, currency: string, about: number): Spend {
  const days: number[] = [];
  let repeats = 0;
  let repeatMinor = 0;
  let lastRepeat = NaN;
  const returned = returns.length === 0 ? null : returnedByOrder(returns, currency);
  for (let i = 0; i < orders.length; i += 1) {
    const [day, orderId, minor, paidIn] = orders[i]!;
    if (day > about) break;
    if (day !== days[days.length - 1]) days.push(day);
    if (paidIn !== currency || day === days[0]) continue;
    if (day !== lastRepeat) repeats += 1;
    lastRepeat = day;
    repeatMinor += minor - (returned?.get(orderId) ?? 0);
  }
  return { days, repeats, repeatMinor };
}

function returnedByOrder(returns: ValueDocument['r'], currency: string): Map<string, number> {
  const byOrder = new Map<string, number>();
  for (const [, orderId, minor, paidIn] of returns) {
    if (orderId !== null && paidIn === currency) byOrder.set(orderId, (byOrder.get(orderId) ?? 0) + minor);
  }
  return byOrder;
}

/** Totals to show beside a value. Returns tied to no known order are given apart: no day can be lessened by them. */
export interface CurrencyTotals {
  readonly currency: string;
  readonly purchases: number;
  readonly spend: number;
  readonly returned: number;
  readonly returnedUntied: number;
}

export function totalsByCurrency({ o: orders, r: returns }: ValueDocument, about: number): CurrencyTotals[] {
  const totals = new Map<string, { purchases: number; spend: number; returned: number; returnedUntied: number }>();
  const of = (currency: string) => {
    let held = totals.get(currency);
    if (held === undefined) totals.set(currency, (held = { purchases: 0, spend: 0, returned: 0, returnedUntied: 0 }));
    return held;
  };
  const known = new Set<string>();
  for (const [day, orderId, minor, currency] of orders) {
    known.add(orderId);
    if (day > about) continue;
    of(currency).purchases += 1;
    of(currency).spend += minor;
  }
  for (const [, orderId, minor, currency] of returns) {
    of(currency)[orderId !== null && known.has(orderId) ? 'returned' : 'returnedUntied'] += minor;
  }
  return [...totals].sort(([left], [right]) => (left < right ? -1 : 1)).map(([currency, held]) => ({ currency, ...held }));
}
