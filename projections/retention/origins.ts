import { compareFacts } from '../counted/counted-facts.js';
import type { PurchaseChange } from '../occurrences/counted-purchases.js';
import { countOccurrence, firstIn, noOccurrences, type Occurrences } from '../occurrences/occurrences.js';

/**
 * When a customer bought by one channel one product. Every purchase with a channel or a product is kept, because any
 * may become the first when those before it are taken back; customers mostly have few such pairs.
 */
export type Origin = [channel: string | null, product: string | null, purchases: Occurrences];

export function countOrigin(origins: Origin[], { channel, product, at }: PurchaseChange, by: 1 | -1): void {
  if (channel === null && product === null) return;
  let place = origins.length;
  while (place > 0 && compare(origins[place - 1]!, channel, product) > 0) place -= 1;
  const held = origins[place - 1];
  const origin: Origin = held && compare(held, channel, product) === 0 ? held : [channel, product, noOccurrences()];
  if (origin !== held) origins.splice(place, 0, origin);
  countOccurrence(origin[2], at, by);
  if (isBlank(origin[2])) origins.splice(origins.indexOf(origin), 1);
}

const compare = ([channel, product]: Origin, otherChannel: string | null, otherProduct: string | null): number =>
  compareFacts([channel, product], [otherChannel, otherProduct]);

const isBlank = (purchases: Occurrences): boolean => purchases.every((numbers) => numbers.every((list) => list.length === 0));

/** Channel and product of the first purchase; of several at one moment the same one whatever came first. */
export function firstOrigin(origins: readonly Origin[], purchases: Occurrences): Origin | null {
  const first = firstIn(purchases);
  return (
    origins.find(([, , own]) => {
      const candidate = firstIn(own);
      return candidate !== null && candidate.occurredAt === first?.occurredAt && candidate.precision === first.precision;
    }) ?? null
  );
}
