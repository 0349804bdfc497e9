import { emptyEvaluation, type Objective } from './maximise.js';

/** theta = base + columns x free: fewer parameters than the likelihood has, as many as there are columns. */
export interface LinearMap {
  readonly base: readonly number[];
  readonly columns: ReadonlyArray<readonly number[]>;
}

/** ln of the value used for a parameter without bound: the likelihoods and every prediction keep their digits there. */
export const endless = Math.log(1e12);

/** The full parameters for given free ones. */
export function placeOn({ base, columns }: LinearMap, free: ArrayLike<number>): Float64Array {
  return Float64Array.from(base, (at, i) => columns.reduce((sum, column, j) => sum + column[i]! * free[j]!, at));
}

/** A likelihood in its free parameters, with gradient and Hessian by the chain rule. */
export function alongMap(objective: Objective, map: LinearMap): Objective {
  const { base, columns } = map;
  const size = base.length;
  const whole = emptyEvaluation(size);
  return (free, into) => {
    objective(placeOn(map, free), whole);
    into.value = whole.value;
    columns.forEach((left, i) => {
      into.gradient[i] = dot(left, whole.gradient, 0);
      columns.forEach((right, j) => {
        into.hessian[i * columns.length + j] = left.reduce(
          (sum, weight, row) => (weight === 0 ? sum : sum + weight * dot(right, whole.hessian, row * size)),
          0,
        );
      });
    });
  };
}

/** A column has few entries other than 0, and where one is 0 the derivative may be NaN (ln 0). */
function dot(column: readonly number[], values: Float64Array, offset: number): number {
  return column.reduce((sum, weight, i) => (weight === 0 ? sum : sum + weight * values[offset + i]!), 0);
}
