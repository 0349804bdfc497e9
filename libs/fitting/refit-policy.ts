import { isEnoughToFit, type SampleSize } from '@tenure/models';
import type { FittedModel } from '@tenure/querying';

const GROWTH = 1.2;
/** This many purchase days at once are an import; once it has ended, the log is still again. */
const AN_IMPORT = 100;

/** `settled`: nothing new for some seconds; `quiet`: nothing new for a minute. */
export type Stillness = 'settled' | 'quiet';

/** Current data: of purchases, or of spend in one currency, and the checksum of all purchases and returns (for the hazard model, of all that it learns from). */
export interface KnownNow extends SampleSize {
  readonly checksum: number;
}

/**
 * When a model is fitted without a request: as soon as there is enough data, and again once the data have grown by a fifth since
 * the last such fit, once an import has ended, and once the log is quiet and the fit has missed any purchase, return or correction
 * of one. So one log has one fit on all of it, whatever a fit during an import has seen.
 * A fit that somebody tried on an earlier day or on some customers does not count.
 */
export function fitIsDue(known: KnownNow, lastFit: Pick<FittedModel, 'purchaseDays' | 'checksum'> | null, stillness: Stillness): boolean {
  if (!isEnoughToFit(known)) return false;
  if (lastFit === null || known.purchaseDays >= lastFit.purchaseDays * GROWTH) return true;
  if (Math.abs(known.purchaseDays - lastFit.purchaseDays) >= AN_IMPORT) return true;
  return stillness === 'quiet' && known.checksum !== lastFit.checksum;
}
