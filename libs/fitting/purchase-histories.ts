import type { DailySpend } from '@tenure/models';

/**
 * What the models learn from: each customer's days and spend in one currency, in chunks, from wherever they are kept. Can be
 * read more than once.
 */
export interface PurchaseHistories {
  /** As known by a day since 1970, that day included; all there is when left out. */
  read(until?: number): AsyncIterable<Iterable<DailySpend>>;
}
