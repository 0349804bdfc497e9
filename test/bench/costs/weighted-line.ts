/** A fixed cost, and a cost for each item. */
export interface Line {
  readonly fixed: number;
  readonly each: number;
}

/**
 * The line through points `[size, cost]` with the least squares of relative errors: batches of one count as much as batches of thousands.
 * Neither part of a cost is below zero.
 */
export function weightedLine(points: ReadonlyArray<readonly [size: number, cost: number]>): Line {
  let [weight, sizes, costs, squares, products] = [0, 0, 0, 0, 0];
  for (const [size, cost] of points) {
    const w = 1 / (cost * cost);
    weight += w;
    sizes += w * size;
    costs += w * cost;
    squares += w * size * size;
    products += w * size * cost;
  }
  const each = (weight * products - sizes * costs) / (weight * squares - sizes * sizes);
  const fixed = (costs - each * sizes) / weight;
  if (fixed < 0) return { fixed: 0, each: products / squares };
  if (each < 0) return { fixed: costs / weight, each: 0 };
  return { fixed, each };
}
