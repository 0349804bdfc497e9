/**
 * The time for which a customer with a constant hazard stays, of which that spent in each period is discounted at
 * `discountRate` from the period's end, in periods: a geometric series, with z the hazard per period and q = 1 - e^-z,
 *   q / (z (discountRate + q)).
 * For periods without length it tends to 1 / (delta + hazard), delta the continuous rate.
 */
export function discountedStay(z: number, discountRate: number): number {
  const q = -Math.expm1(-z);
  return q / (z * (discountRate + q));
}
