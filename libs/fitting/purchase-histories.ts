import type { DailySpend } from '@tenure/models';

/**
 * The data that models learn from: each customer's days and spend in one currency, in chunks, wherever they are kept. Can be
 * read more than once.
 */
export interface PurchaseHistories {
  /** The data known by a day since 1970, that day included; all data if left out. */
  read(until?: number): AsyncIterable<Iterable<DailySpend>>;
}
