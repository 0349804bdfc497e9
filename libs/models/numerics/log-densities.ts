/**
 * Logarithms of densities relative to their peak, computed without subtracting large numbers: shapes may be as large as 1e12
 * (customers who are all alike).
 */

/** Log-density of ln y where y is gamma(shape), at a distance from ln shape. */
export const gammaDensity =
  (shape: number) =>
  (d: number): number =>
    shape * (d - Math.expm1(d));

/** Log-density of the log-odds of a beta(a, b), at a distance from ln(a/b). */
export function betaDensity(a: number, b: number): (d: number) => number {
  const p = a / (a + b);
  return (d) => -a * Math.log1p((1 - p) * Math.expm1(-d)) - b * Math.log1p(p * Math.expm1(d));
}
