import { invertPositiveDefinite } from '../numerics/cholesky.js';
import { emptyEvaluation, maximise } from '../numerics/maximise.js';

/** ln-odds of the outcome = intercept + slope x predicted ln-odds: 0 and 1 where probabilities are right (Cox 1958). */
export interface CalibrationLine {
  readonly intercept: number;
  readonly slope: number;
  readonly interceptError: number;
  readonly slopeError: number;
  /** Between intercept and slope. */
  readonly covariance: number;
}

/**
 * Fits level and slope by maximum likelihood (logistic regression with one variable). Above a slope of 1 probabilities were
 * too close to one half, below it too close to 0 and 1. `happened`: 1 or 0. Null where there is no finite optimum: it
 * happened to all or to nobody, probabilities do not differ, or they separate both kinds without error. `ridge`: draws level and slope
 * towards 0 and 1, as much as so many further customers would, so that there is an optimum where kinds are separated.
 */
export function calibrationLine(logOdds: ArrayLike<number>, happened: ArrayLike<number>, ridge = 0): CalibrationLine | null {
  const count = logOdds.length;
  const objective = (theta: Float64Array, into: ReturnType<typeof emptyEvaluation>): void => {
    const [level, slope] = theta as unknown as [number, number];
    let value = 0,
      byLevel = 0,
      bySlope = 0;
    let levelLevel = 0,
      levelSlope = 0,
      slopeSlope = 0;
    for (let i = 0; i < count; i += 1) {
      const x = logOdds[i]!;
      const z = level + slope * x;
      value += happened[i]! * z - softplus(z);
      const p = 1 / (1 + Math.exp(-z));
      const rest = happened[i]! - p;
      const spread = p * (1 - p);
      byLevel += rest;
      bySlope += rest * x;
      levelLevel -= spread;
      levelSlope -= spread * x;
      slopeSlope -= spread * x * x;
    }
    into.value = (value - (ridge / 2) * (level ** 2 + (slope - 1) ** 2)) / count;
    into.gradient.set([(byLevel - ridge * level) / count, (bySlope - ridge * (slope - 1)) / count]);
    into.hessian.set([(levelLevel - ridge) / count, levelSlope / count, levelSlope / count, (slopeSlope - ridge) / count]);
  };
  const found = maximise(objective, Float64Array.of(0, 1));
  if (!found.converged || found.atEdge) return null;
  const covariance = invertPositiveDefinite(
    found.hessian.map((entry) => -entry * count),
    2,
  );
  if (covariance === null || !(covariance[0]! + covariance[3]! < 1e6)) return null;
  return {
    intercept: found.theta[0]!,
    slope: found.theta[1]!,
    interceptError: Math.sqrt(covariance[0]!),
    slopeError: Math.sqrt(covariance[3]!),
    covariance: covariance[1]!,
  };
}

/** ln(1 + e^z), from the side that does not overflow. */
export const softplus = (z: number): number => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));
