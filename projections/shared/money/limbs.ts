import type { CellAmount } from '@tenure/read-store';
import { type CellKey, cellKey, currency, whole } from '../cells/cell-key.js';

/**
 * A whole number of any size in three limbs: low + middle x 2^26 + high x 2^52, with low and middle from 0 to 2^26 - 1 and the
 * sign in high, so that each number has one form. Limbs are summed separately: their sums are sums of small integers, in any
 * order and over any partitions, exact for up to 2^27 summands.
 */
export type Limbs = [low: number, middle: number, high: number];

const BASE = 2 ** 26;

export const noLimbs = (): Limbs => [0, 0, 0];

export function limbsOf(amount: number): Limbs {
  const limbs = noLimbs();
  addAmount(limbs, amount);
  return limbs;
}

/** Adds an amount, a safe integer, in place. */
export function addAmount(limbs: Limbs, amount: number): void {
  // Dividing by a power of two is exact, and so are the following steps.
  const rest = Math.floor(amount / BASE);
  const high = Math.floor(rest / BASE);
  const low = limbs[0] + (amount - rest * BASE);
  const middle = limbs[1] + (rest - high * BASE) + Math.floor(low / BASE);
  limbs[0] = low % BASE;
  limbs[1] = middle % BASE;
  limbs[2] += high + Math.floor(middle / BASE);
}

export const isNothing = (limbs: Limbs): boolean => limbs.every((limb) => limb === 0);

/** The value of a limb, also of a sum without carry. `at`: 0 for low. */
export const worth = (limb: number, at: number): bigint => BigInt(limb) << BigInt(26 * at);

export const wholeOf = (limbs: Limbs): bigint => limbs.reduce((sum, limb, at) => sum + worth(limb, at), 0n);

/** The cells of totals by currency: `mUSD.0` to `mUSD.2`. */
export const totalKey = (letter: string): TotalKey => cellKey(letter, currency, '.', whole);
export type TotalKey = CellKey<[currency: string, limb: number]>;

/** The contribution of a document to a total: a cell for each limb that is not 0. */
export function limbCells(key: TotalKey, currency: string, limbs: Limbs): CellAmount[] {
  return limbs.flatMap((limb, at): CellAmount[] => (limb === 0 ? [] : [[key.of(currency, at), limb]]));
}

/** The total in the cells of its limbs. */
export function totalIn(sums: ReadonlyMap<string, number>, key: TotalKey, currency: string): bigint {
  return wholeOf([0, 1, 2].map((at) => sums.get(key.of(currency, at)) ?? 0) as Limbs);
}
