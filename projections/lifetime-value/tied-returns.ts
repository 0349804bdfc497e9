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
 * whose amount it gives back whole and of which nothing was given back yet, of the same product where both name one; where
 * it names a product and there is no such order, to the latest one before it of that product which still holds as much.
 * What is left is tied to none.
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
    const [, , , , minor, , product] = one;
    const latest = (fits: (order: Order, back: number | undefined) => boolean): number =>
      orders.findLastIndex((order, at) => fits(order, byOrder.get(at)) && isBefore(order, one, dayOf));
    let place = latest((order, back) => back === undefined && order[3] === minor && mayBeOf(order, product));
    if (place === -1 && product !== null) place = latest((order, back = 0) => order[5] === product && order[3] - back >= minor);
    if (place === -1) untied += minor;
    else byOrder.set(place, (byOrder.get(place) ?? 0) + minor);
  }
  return { byOrder, untied };
}

/** Of two that both name a product it is the same. */
const mayBeOf = (order: Order, product: string | null): boolean => order[5] === null || product === null || order[5] === product;

/** Of a day and an instant on it either may come first. */
function isBefore(order: Order, returned: Return, dayOf: DayOf): boolean {
  return order[1] === 0 && returned[1] === 0 ? order[0] <= returned[0] : dayOfFact(order, dayOf) <= dayOfFact(returned, dayOf);
}
