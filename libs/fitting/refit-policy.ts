import { isEnoughToFit, type SampleSize } from '@tenure/models';
import type { FittedModel } from '@tenure/querying';

const GROWTH = 1.2;
/** Purchase days that come in at once are an import; the log is still again once it has ended. */
const AN_IMPORT = 100;

/** `settled`: nothing new for some seconds; `quiet`: nothing new for a minute. */
export type Stillness = 'settled' | 'quiet';

/** What there is now: of purchases, or of spend in one currency, and the checksum of all purchases and returns. */
export interface KnownNow extends SampleSize {
  readonly checksum: number;
}

/**
 * When a model is fitted without being asked: as soon as there is enough to learn from, and again once that has grown by a
 * fifth since the last such fit, once an import has ended, and once the log is quiet and the fit has missed any purchase or
 * return, or a correction of one. So one log has one fit on all of it, whatever a fit in the midst of an import has seen.
 * A fit somebody tried on an earlier day or on some customers does not count.
 */
export function fitIsDue(known: KnownNow, lastFit: Pick<FittedModel, 'purchaseDays' | 'checksum'> | null, stillness: Stillness): boolean {
  if (!isEnoughToFit(known)) return false;
  if (lastFit === null || known.purchaseDays >= lastFit.purchaseDays * GROWTH) return true;
  if (Math.abs(known.purchaseDays - lastFit.purchaseDays) >= AN_IMPORT) return true;
  return stillness === 'quiet' && known.checksum !== lastFit.checksum;
}
