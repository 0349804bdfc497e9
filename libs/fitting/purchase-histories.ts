import type { DailySpend } from '@tenure/models';

/** What the models learn from: each customer's days and spend in one currency, in chunks, from wherever they are kept. Can be read more than once. */
export interface PurchaseHistories {
  read(): AsyncIterable<Iterable<DailySpend>>;
}
