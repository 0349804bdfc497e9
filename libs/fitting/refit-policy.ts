import type { SampleSize } from './sample-size.js';

/**
 * When a model is fitted without being asked: as soon as there is enough to learn from, and again whenever that has
 * grown by a fifth. Below this, parameters say more about chance than about customers (Simon & Adler, 2021).
 */
export const ENOUGH = { customers: 200, repeatPurchaseDays: 200 } as const;
const GROWTH = 1.2;

export function fitIsDue(known: SampleSize, lastFit: { readonly purchaseDays: number } | null): boolean {
  if (known.customers < ENOUGH.customers || known.purchaseDays - known.customers < ENOUGH.repeatPurchaseDays) return false;
  return lastFit === null || known.purchaseDays >= lastFit.purchaseDays * GROWTH;
}
