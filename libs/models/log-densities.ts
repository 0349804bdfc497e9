/**
 * Logarithms of densities from their peak on, where nothing large is subtracted: shapes may be as large as 1e12 (customers
 * who are all alike).
 */

/** Of ln y where y is gamma(shape), at a distance from ln shape. */
export const gammaDensity =
  (shape: number) =>
  (d: number): number =>
    shape * (d - Math.expm1(d));

/** Of the log-odds of a beta(a, b), at a distance from ln(a/b). */
export function betaDensity(a: number, b: number): (d: number) => number {
  const p = a / (a + b);
  return (d) => -a * Math.log1p((1 - p) * Math.expm1(-d)) - b * Math.log1p(p * Math.expm1(d));
}
