/**
 * How long a customer with a constant hazard stays, in periods, the time in each period discounted at `discountRate` from the
 * period's end: a geometric series, with z the hazard per period and q = 1 - e^-z,
 *   q / (z (discountRate + q)).
 * For periods without length it tends to 1 / (delta + hazard), delta the continuous rate.
 */
export function discountedStay(z: number, discountRate: number): number {
  const q = -Math.expm1(-z);
  return q / (z * (discountRate + q));
}
