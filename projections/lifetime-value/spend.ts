import type { ValueDocument } from './projection.js';

/** A customer's days with a purchase, and what was spent on each in one currency, in minor units, less returns. */
export interface DailySpend {
  /** UTC days since 1970, in any currency, ascending, each once. */
  readonly days: number[];
  /** 0 on a day without a purchase in the currency. */
  readonly minor: number[];
  /** Day of the first purchase in the currency; infinite when there is none. */
  readonly firstDayInCurrency: number;
}

/** Reduces orders to days. A return tied to an order lessens the money of that order's day, whenever it came back. */
export function dailySpend({ o: orders, r: returns }: ValueDocument, currency: string): DailySpend {
  const days: number[] = [];
  const minor: number[] = [];
  let firstDayInCurrency = Infinity;
  const returned = returns.length === 0 ? null : returnedByOrder(returns, currency);
  for (let i = 0; i < orders.length; i += 1) {
    const [day, orderId, amount, paidIn] = orders[i]!;
    if (day !== days[days.length - 1]) {
      days.push(day);
      minor.push(0);
    }
    if (paidIn !== currency) continue;
    if (day < firstDayInCurrency) firstDayInCurrency = day;
    minor[minor.length - 1]! += amount - (returned?.get(orderId) ?? 0);
  }
  return { days, minor, firstDayInCurrency };
}

/** What was spent on the `repeats` days after the first. */
export function repeatSpend(minor: readonly number[], repeats: number): number {
  let sum = 0;
  for (let i = 1; i <= repeats; i += 1) sum += minor[i]!;
  return sum;
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
    if (held === undefined) {
      held = { purchases: 0, spend: 0, returned: 0, returnedUntied: 0 };
      totals.set(currency, held);
    }
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
