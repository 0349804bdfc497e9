import type { DayOf } from '../shared/calendar/zone-days.js';
import { DescendingPlaces } from './descending-places.js';
import { dayOfFact, type Order, type Return } from './document.js';

const twoDays = 2 * 86_400;

/** Amounts given back: by place among the orders, and those without an order. In minor units, of one currency. */
export interface TiedReturns {
  readonly byOrder: ReadonlyMap<number, number>;
  readonly untied: number;
}

/**
 * Ties returns to orders, both known by the day in question, in one currency. A return that names a known order is tied to it. One
 * that names none, or an unknown one, is tied to the latest earlier order, of that day or before, whose amount it gives back in full
 * and of which nothing was given back yet, of the same product where both name one. Without such an order, if the return names a
 * product, it is tied to the latest earlier order of that product which still holds as much.
 * Any other return stays untied.
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
  if (nameless.length > 0) {
    const tie = namelessTies(orders, byOrder, dayOf);
    for (const one of nameless) if (!tie(one)) untied += one[4];
  }
  return { byOrder, untied };
}

/** Ties a return that names no order, and returns whether one was found. It uses look-ups instead of a scan: a customer may have any number of orders. */
function namelessTies(orders: readonly Order[], byOrder: Map<number, number>, dayOf: DayOf): (returned: Return) => boolean {
  const byAmount = new Map<number, DescendingPlaces>();
  const byProduct = new Map<string, DescendingPlaces>();
  orders.forEach((order, place) => {
    placesOf(byAmount, order[3]).add(place);
    if (order[5] !== null) placesOf(byProduct, order[5]).add(place);
  });
  const isTied = (place: number): boolean => byOrder.has(place);
  const isGivenBack = (place: number): boolean => (byOrder.get(place) ?? 0) >= orders[place]![3];
  return (one) => {
    const [second, , , , minor, , product] = one;
    const end = firstAfter(orders, second + twoDays);
    let place = byAmount.get(minor)?.latest(end, isTied, (at) => mayBeOf(orders[at]!, product) && isBefore(orders[at]!, one, dayOf)) ?? -1;
    if (place === -1 && product !== null) {
      const holdsAsMuch = (at: number): boolean => orders[at]![3] - (byOrder.get(at) ?? 0) >= minor && isBefore(orders[at]!, one, dayOf);
      place = byProduct.get(product)?.latest(end, isGivenBack, holdsAsMuch) ?? -1;
    }
    if (place !== -1) byOrder.set(place, (byOrder.get(place) ?? 0) + minor);
    return place !== -1;
  };
}

function placesOf<Key>(places: Map<Key, DescendingPlaces>, key: Key): DescendingPlaces {
  let found = places.get(key);
  if (found === undefined) {
    found = new DescendingPlaces();
    places.set(key, found);
  }
  return found;
}

/** The first place after a second; in any zone, a day begins and ends within two days of it. */
function firstAfter(orders: readonly Order[], second: number): number {
  let low = 0;
  let high = orders.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (orders[middle]![0] <= second) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True unless both name a product and the two differ. */
const mayBeOf = (order: Order, product: string | null): boolean => order[5] === null || product === null || order[5] === product;

/** Of a day and an instant on it either may come first. */
function isBefore(order: Order, returned: Return, dayOf: DayOf): boolean {
  return order[1] === 0 && returned[1] === 0 ? order[0] <= returned[0] : dayOfFact(order, dayOf) <= dayOfFact(returned, dayOf);
}
