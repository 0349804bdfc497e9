import type { Maximum } from '../numerics/maximise.js';

const chiSquare95 = 5.99; // 2 degrees of freedom; conservative at a boundary

/** The sentence for a model with dropout that exceeds `floor`, the NBD, by no more than chance; null where it exceeds it by more. */
export function noDropout(maximum: Maximum, floor: Maximum, customers: number): string | null {
  const gain = 2 * customers * (maximum.value - floor.value);
  if (!(gain < chiSquare95)) return null;
  return (
    `Dropout is not identifiable: a model in which nobody leaves fits as well (likelihood ratio ${Math.max(0, gain).toFixed(2)}, ` +
    `${chiSquare95} needed). Use nbd, or observe for longer.`
  );
}
