import type { DayOf } from '../shared/calendar/zone-days.js';
import { dayOfFact, type Order, type ValueDocument } from './document.js';
import { tieReturns } from './tied-returns.js';

/** What is known by the end of a day, in the zone in which days are counted. `until`: a day since 1970; Infinity for everything. */
export interface KnownBy {
  readonly until: number;
  readonly dayOf: DayOf;
}

/** The days with a purchase in any currency, ascending, each once; those in one currency, and the spend on each, in its minor units. */
export interface SpendByDay {
  readonly days: readonly number[];
  readonly spendDays: readonly number[];
  readonly minor: readonly number[];
}

/**
 * Reduces the orders known by a day to days with a purchase, and the spend on each in one currency, in minor units. Models compute
 * with it: a day's spend beyond 2^53 is the nearest double, the same for the same facts. A return tied to an order (see
 * `tieReturns`) reduces the money of that order's day; an untied one reduces all days of its currency by the same share. What is
 * dated later changes nothing.
 */
export function dailySpend(document: ValueDocument, currency: string, known: KnownBy): SpendByDay {
  const { all, paid, untied } = keptOrders(document, currency, known);
  const days: number[] = [];
  const spendDays: number[] = [];
  const minor: number[] = [];
  for (const { day } of all) if (day !== days[days.length - 1]) days.push(day);
  for (const { day, kept } of paid) {
    if (day !== spendDays[spendDays.length - 1]) {
      spendDays.push(day);
      minor.push(0);
    }
    minor[minor.length - 1]! += kept;
  }
  if (untied > 0) lessenInProportion(minor, untied);
  return { days, spendDays, minor };
}

interface KeptOrders {
  /** In whatever currency, ascending by day. */
  readonly all: readonly DatedOrder[];
  /** Those in the currency, each with what is left after the returns that are tied to it, in minor units. */
  readonly paid: ReadonlyArray<DatedOrder & { readonly kept: number }>;
  /** What was returned in the currency and is tied to no order. */
  readonly untied: number;
}

/** The orders known by a day, less the returns known by then. */
export function keptOrders({ o: orders, r: returns }: ValueDocument, currency: string, { until, dayOf }: KnownBy): KeptOrders {
  const all = datedOrders(orders, until, dayOf);
  const paid = all.filter(({ order }) => order[4] === currency);
  const { byOrder, untied } = tieReturns(
    paid.map(({ order }) => order),
    returns.filter((each) => each[5] === currency && dayOfFact(each, dayOf) <= until),
    dayOf,
  );
  return { all, paid: paid.map(({ day, order }, place) => ({ day, order, kept: order[3] - (byOrder.get(place) ?? 0) })), untied };
}

interface DatedOrder {
  readonly day: number;
  readonly order: Order;
}

/** Ascending by day: stored in the order of UTC, which for whole days differs from that of another zone. */
function datedOrders(orders: readonly Order[], until: number, dayOf: DayOf): DatedOrder[] {
  const dated: DatedOrder[] = [];
  let ascending = true;
  for (const order of orders) {
    const day = dayOfFact(order, dayOf);
    if (day > until) continue;
    ascending &&= day >= (dated[dated.length - 1]?.day ?? -Infinity);
    dated.push({ day, order });
  }
  return ascending ? dated : dated.sort((left, right) => left.day - right.day);
}

/** Takes an amount off the days with money left, rounded so that all of it is taken; no day becomes negative. */
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
