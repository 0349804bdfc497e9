import { isEnoughToFit, type SampleSize } from '@tenure/models';

const GROWTH = 1.2;

/**
 * When a model is fitted without being asked: as soon as there is enough to learn from, and again whenever that has
 * grown by a fifth since the last such fit. A fit somebody tried on an earlier day or on some customers does not count.
 */
export function fitIsDue(known: SampleSize, lastFit: { readonly purchaseDays: number } | null): boolean {
  return isEnoughToFit(known) && (lastFit === null || known.purchaseDays >= lastFit.purchaseDays * GROWTH);
}
