import type { DayOf } from '../shared/calendar/zone-days.js';
import { dayOfFact, type Order, type Return } from './document.js';

/** What was given back: by place among the orders, and what no order is found for. In minor units, of one currency. */
export interface TiedReturns {
  readonly byOrder: ReadonlyMap<number, number>;
  readonly untied: number;
}

/**
 * Ties returns to orders, both known by the day in question, in one currency. A return that names one of the orders is tied
 * to it. One that names none, or one that we do not know, is tied to the latest order before it, of that day or earlier,
 * whose amount it gives back whole and of which nothing was given back yet; what is left is tied to none.
 */
export function tieReturns(orders: readonly Order[], returns: readonly Return[], dayOf: DayOf): TiedReturns {
  const byOrder = new Map<number, number>();
  let untied = 0;
  if (returns.length === 0) return { byOrder, untied };
  const named = new Map(orders.map(([, , orderId], place) => [orderId, place]));
  const nameless: Return[] = [];
  for (const one of returns) {
    const [, , , orderId, minor] = one;
    const place = orderId === null ? undefined : named.get(orderId);
    if (place === undefined) nameless.push(one);
    else byOrder.set(place, (byOrder.get(place) ?? 0) + minor);
  }
  for (const one of nameless) {
    const place = orders.findLastIndex((order, at) => order[3] === one[4] && !byOrder.has(at) && isBefore(order, one, dayOf));
    if (place === -1) untied += one[4];
    else byOrder.set(place, one[4]);
  }
  return { byOrder, untied };
}

/** Of a day and an instant on it either may come first. */
function isBefore(order: Order, returned: Return, dayOf: DayOf): boolean {
  return order[1] === 0 && returned[1] === 0 ? order[0] <= returned[0] : dayOfFact(order, dayOf) <= dayOfFact(returned, dayOf);
}
