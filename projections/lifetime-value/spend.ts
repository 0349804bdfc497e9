import { addAmount, type Limbs, noLimbs, wholeOf } from '../shared/money/limbs.js';
import type { ValueDocument } from './document.js';

/**
 * A customer's days with a purchase, and what was spent in one currency, in minor units, less returns. Models reckon with it:
 * a day's spend beyond 2^53 is the nearest that a double holds, the same for the same facts.
 */
export interface DailySpend {
  /** UTC days since 1970, in any currency, ascending, each once. */
  readonly days: number[];
  /** Those of them with a purchase in the currency. */
  readonly spendDays: number[];
  /** Spent on each of `spendDays`: 0 where all was free or given back. */
  readonly minor: number[];
}

/**
 * Reduces orders to days. A return tied to an order lessens the money of that order's day, whenever it came back; one
 * that names none, or none we know, lessens all days of its currency in the same share.
 */
export function dailySpend({ o: orders, r: returns }: ValueDocument, currency: string): DailySpend {
  const days: number[] = [];
  const spendDays: number[] = [];
  const minor: number[] = [];
  const returned = returns.length === 0 ? null : returnedByOrder(returns, currency);
  for (let i = 0; i < orders.length; i += 1) {
    const [day, orderId, amount, paidIn] = orders[i]!;
    if (day !== days[days.length - 1]) days.push(day);
    if (paidIn !== currency) continue;
    if (day !== spendDays[spendDays.length - 1]) {
      spendDays.push(day);
      minor.push(0);
    }
    minor[minor.length - 1]! += amount - (returned?.get(orderId) ?? 0);
    returned?.delete(orderId);
  }
  let untied = 0;
  if (returned !== null) for (const each of returned.values()) untied += each;
  if (untied > 0) lessenInProportion(minor, untied);
  return { days, spendDays, minor };
}

/** Takes an amount off the days that kept money, rounded so that all of it is taken; no day goes below nothing by it. */
function lessenInProportion(minor: number[], amount: number): void {
  let kept = 0;
  for (const each of minor) kept += Math.max(0, each);
  let reached = 0,
    taken = 0;
  for (let i = 0; i < minor.length; i += 1) {
    if (minor[i]! <= 0) continue;
    reached += minor[i]!;
    const upTo = amount >= kept ? reached : Math.round(amount * (reached / kept));
    minor[i]! -= upTo - taken;
    taken = upTo;
  }
}

/** Of the orders in one currency; what is tied to none is under null. */
function returnedByOrder(returns: ValueDocument['r'], currency: string): Map<string | null, number> {
  const byOrder = new Map<string | null, number>();
  for (const [, orderId, minor, paidIn] of returns) {
    if (paidIn === currency) byOrder.set(orderId, (byOrder.get(orderId) ?? 0) + minor);
  }
  return byOrder;
}

/** Totals to show beside a value. Returns tied to no known order are given apart. */
export interface CurrencyTotals {
  readonly currency: string;
  readonly purchases: number;
  readonly spend: bigint;
  readonly returned: bigint;
  readonly returnedUntied: bigint;
}

export function totalsByCurrency({ o: orders, r: returns }: ValueDocument, about: number): CurrencyTotals[] {
  const totals = new Map<string, { purchases: number; readonly spend: Limbs; readonly returned: Limbs; readonly returnedUntied: Limbs }>();
  const of = (currency: string) => {
    let held = totals.get(currency);
    if (held === undefined) {
      held = { purchases: 0, spend: noLimbs(), returned: noLimbs(), returnedUntied: noLimbs() };
      totals.set(currency, held);
    }
    return held;
  };
  const known = new Set<string>();
  for (const [day, orderId, minor, currency] of orders) {
    known.add(orderId);
    if (day > about) continue;
    of(currency).purchases += 1;
    addAmount(of(currency).spend, minor);
  }
  for (const [, orderId, minor, currency] of returns) {
    addAmount(of(currency)[orderId !== null && known.has(orderId) ? 'returned' : 'returnedUntied'], minor);
  }
  return [...totals]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, { purchases, spend, returned, returnedUntied }]) => ({
      currency,
      purchases,
      spend: wholeOf(spend),
      returned: wholeOf(returned),
      returnedUntied: wholeOf(returnedUntied),
    }));
}
