/** Nodes and weights on (0, 1): the integral of f over it is sum weight[i] f(at[i]). */
export interface QuadratureRule {
  readonly at: Float64Array;
  readonly weight: Float64Array;
}

/**
 * Gauss-Legendre with n nodes, exact for polynomials up to degree 2n - 1 (Abramowitz & Stegun 25.4.30): the roots of P_n
 * by Newton's method.
 */
export function gaussLegendre(n: number): QuadratureRule {
  const at = new Float64Array(n);
  const weight = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    let y = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let step = 0; step < 10; step += 1) {
      let before = 1,
        legendre = y;
      for (let k = 2; k <= n; k += 1) [before, legendre] = [legendre, ((2 * k - 1) * y * legendre - (k - 1) * before) / k];
      slope = (n * (y * legendre - before)) / (y * y - 1);
      y -= legendre / slope;
    }
    at[n - 1 - i] = (1 + y) / 2;
    weight[n - 1 - i] = 1 / ((1 - y * y) * slope * slope);
  }
  return { at, weight };
}
