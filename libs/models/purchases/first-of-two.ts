import { ruleFor, spanThatCounts } from '../numerics/falling-integrand.js';

/**
 * P(the first of two waits ends within `span`, and before the other), where their hazards are gamma(shape, age) and
 * gamma(otherShape, otherAge) between customers:
 *   integral over 0 < v < span of shape/(age+v) (1 + v/age)^-shape (1 + v/otherAge)^-otherShape dv.
 * With the waits for the next purchase and for leaving, this is all that the predictions of Pareto/NBD need. Fader & Hardie
 * (2005, "A Note on Deriving the Pareto/NBD Model and Related Expressions") give it as a difference of two 2F1, which
 * cancels over short spans and overflows for heavy buyers. Here by Gauss-Legendre in w = ln(1 + v/m), m the smaller age,
 * where the integrand is nearly e^-cw; a dozen digits for any shapes and ages.
 */
export function endsFirst(shape: number, age: number, otherShape: number, otherAge: number, span: number): number {
  const counts = spanThatCounts(shape, age, otherShape, otherAge, span);
  const isNear = age <= otherAge;
  const near = isNear ? age : otherAge;
  const far = isNear ? otherAge : age;
  const nearShape = isNear ? shape : otherShape;
  const farShape = isNear ? otherShape : shape;
  const length = Math.log1p(counts / near);
  const { at, weight } = ruleFor(nearShape * length + farShape * Math.log1p(counts / far), length);
  let sum = 0;
  for (let i = 0; i < at.length; i += 1) {
    const w = length * at[i]!;
    const v = near * (length < 0.1 ? Math.expm1(w) : Math.exp(w) - 1); // half the cost, and exact enough over a long distance
    const lasting = Math.exp(-nearShape * w - farShape * Math.log1p(v / far));
    sum += weight[i]! * (isNear ? lasting : (lasting * (near + v)) / (far + v)); // dv = (near + v) dw
  }
  return shape * length * sum;
}
