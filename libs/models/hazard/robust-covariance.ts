import { invertPositiveDefinite } from '../numerics/cholesky.js';
import { matrixProduct, transposed } from '../numerics/matrix-product.js';
import type { DesignRows } from './standardised-design.js';

export interface Search {
  readonly iterations: number;
  /** Largest derivative of the mean penalised log-likelihood by a standardised coefficient, at the optimum. */
  readonly gradientNorm: number;
}

/** `theta`: of standardised columns, the intercept first. */
export interface Optimum extends Search {
  readonly theta: Float64Array;
  /** Lower triangle of the negative second derivatives of the log-likelihood, without the penalty. */
  readonly information: Float64Array;
}

/**
 * Covariance of the coefficients of a penalised logistic regression where rows of one customer are not independent (the sandwich of White 1982,
 * with the scores of a customer added up: Liang & Zeger 1986). Row-major; those at their bound do not vary. Null where it has none.
 */
export function robustCovariance(
  design: Float64Array,
  { happened, customer }: Pick<DesignRows, 'happened' | 'customer'>,
  { theta, information }: Pick<Optimum, 'theta' | 'information'>,
  penalties: Float64Array,
  allowed: readonly number[],
): Float64Array | null {
  const size = theta.length;
  const free = Array.from(theta.keys()).filter((i) => allowed[i] === 0 || theta[i] !== 0);
  const penalised = Float64Array.from({ length: free.length ** 2 }, (_, at) => {
    const [i, j] = [free[Math.floor(at / free.length)]!, free[at % free.length]!];
    return information[Math.max(i, j) * size + Math.min(i, j)]! + (i === j ? penalties[i]! : 0);
  });
  const bread = invertPositiveDefinite(penalised, free.length);
  if (bread === null) return null;
  const customers = customer.reduce((most, each) => Math.max(most, each), 0) + 1;
  const scores = new Float64Array(customers * free.length);
  for (let row = 0, at = 0; row < happened.length; row += 1, at += size) {
    let logOdds = 0;
    for (let i = 0; i < size; i += 1) logOdds += theta[i]! * design[at + i]!;
    const rest = happened[row]! - 1 / (1 + Math.exp(-logOdds));
    const into = customer[row]! * free.length;
    for (let i = 0; i < free.length; i += 1) scores[into + i]! += rest * design[at + free[i]!]!;
  }
  const meat = matrixProduct(transposed(scores, free.length), scores, scores.length / free.length);
  const within = matrixProduct(matrixProduct(bread, meat, free.length), bread, free.length);
  const covariance = new Float64Array(size * size);
  free.forEach((i, a) => {
    free.forEach((j, b) => {
      covariance[i * size + j] = within[a * free.length + b]!;
    });
  });
  return covariance;
}
