import { seenBy } from '../numerics/seen-by.js';
import type { CustomerRecord } from './customer-record.js';

/** Times of one customer on one day, in days. */
export interface Moment {
  readonly day: number;
  /** Purchase days by then, at least one. */
  readonly purchases: number;
  /** Purchase days after the first. */
  readonly repeats: number;
  readonly age: number;
  /** Since the last purchase. */
  readonly silence: number;
  /** Mean time between purchases; 0 for one who has bought once. */
  readonly gap: number;
}

/** Null where nothing had been bought by the day. */
export function momentOf({ purchases }: Pick<CustomerRecord, 'purchases'>, day: number): Moment | null {
  const seen = seenBy(purchases, day);
  if (seen === 0) return null;
  const first = purchases[0]!;
  const last = purchases[seen - 1]!;
  const repeats = seen - 1;
  return { day, purchases: seen, repeats, age: day - first, silence: day - last, gap: repeats === 0 ? 0 : (last - first) / repeats };
}
