import { negligibleFall, ruleFor } from '../numerics/falling-integrand.js';

const panel = 11; // of steepness, as `ruleFor` counts it

/**
 * P(n purchases and then leaving, both within t), for rates gamma(r, alpha) and hazards of leaving gamma(s, beta):
 *   integral over 0 < u < t of P(N(u) = n) s/(beta+u) (1+u/beta)^-s du,  N(u) negative binomial.
 * Fader & Hardie (2006, "Deriving an Expression for P(X(t) = x) Under the Pareto/NBD Model") give it as an alternating
 * sum of 2F1, which may fall below zero. Here by panels of Gauss-Legendre in w = ln(m + u), m the smaller of alpha and
 * beta, from where (u/(alpha+u))^n begins to count.
 */
export function probabilityOfCountAndLeft(n: number, r: number, alpha: number, s: number, beta: number, t: number): number {
  if (t === 0) return 0;
  let logConstant = Math.log(s);
  for (let j = 0; j < n; j += 1) logConstant += Math.log((r + j) / (j + 1));
  const fall = r * Math.log1p(t / alpha) + s * Math.log1p(t / beta);
  const share = (t / (alpha + t)) * Math.exp(-(negligibleFall + fall) / n);
  const start = (alpha * share) / (1 - share);
  const near = Math.min(alpha, beta);
  const length = Math.log1p((t - start) / (near + start));
  const rise = n === 0 ? 0 : negligibleFall + fall;
  const panels = Math.ceil((rise + fall + 2.5 * length) / panel);
  const { at, weight } = ruleFor(panel, 0);
  let sum = 0;
  for (let i = 0; i < panels; i += 1) {
    for (let j = 0; j < at.length; j += 1) {
      const w = (length * (i + at[j]!)) / panels;
      const jacobian = (near + start) * Math.exp(w);
      const u = start + (near + start) * Math.expm1(w);
      const logDensity = -n * Math.log1p(alpha / u) - r * Math.log1p(u / alpha) - s * Math.log1p(u / beta);
      sum += (weight[j]! * jacobian * Math.exp(logConstant + logDensity)) / (beta + u);
    }
  }
  return (length / panels) * sum;
}
