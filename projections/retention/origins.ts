import { compareFacts } from '../shared/counted/counted-facts.js';
import type { PurchaseChange } from '../shared/occurrences/counted-purchases.js';
import { countOccurrence, firstIn, noOccurrences, type Occurrences } from '../shared/occurrences/occurrences.js';

/**
 * When a customer bought one product by one channel. Every purchase with a channel or a product is kept, because any of them
 * may become the first when earlier ones are taken back; most customers have few such pairs.
 */
export type Origin = [channel: string | null, product: string | null, purchases: Occurrences];

export function countOrigin(origins: Origin[], { channel, product, at }: PurchaseChange, by: 1 | -1): void {
  if (channel === null && product === null) return;
  let place = origins.length;
  while (place > 0 && compare(origins.at(place - 1)!, channel, product) >= 0) place -= 1;
  const held = origins.at(place);
  // Removed from the list while it changes: a long list then knows which of its pages changes.
  const [origin = [channel, product, noOccurrences()]]: Origin[] = held && compare(held, channel, product) === 0 ? origins.splice(place, 1) : [];
  countOccurrence(origin[2], at, by);
  if (!isBlank(origin[2])) origins.splice(place, 0, origin);
}

const compare = ([channel, product]: Origin, otherChannel: string | null, otherProduct: string | null): number =>
  compareFacts([channel, product], [otherChannel, otherProduct]);

const isBlank = (purchases: Occurrences): boolean => purchases.every((numbers) => numbers.every((list) => list.length === 0));

/** Channel and product of the first purchase; of several at one moment always the same one, in whatever order they arrived. */
export function firstOrigin(origins: readonly Origin[], purchases: Occurrences, known: (purchases: Occurrences) => Occurrences): Origin | null {
  const first = firstIn(known(purchases));
  return (
    origins.find(([, , own]) => {
      const candidate = firstIn(known(own));
      return candidate !== null && candidate.occurredAt === first?.occurredAt && candidate.precision === first.precision;
    }) ?? null
  );
}
