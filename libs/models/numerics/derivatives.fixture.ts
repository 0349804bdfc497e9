import { emptyEvaluation, type Objective } from './maximise.js';

const h = 1e-5;

/** Compares gradient and Hessian of a log-likelihood with central differences of its value and gradient. */
export function expectDerivatives(objective: Objective, point: readonly number[]): void {
  const size = point.length;
  const theta = Float64Array.from(point);
  const at = emptyEvaluation(size),
    up = emptyEvaluation(size),
    down = emptyEvaluation(size);
  objective(theta, at);
  theta.forEach((value, i) => {
    objective(theta.with(i, value + h), up);
    objective(theta.with(i, value - h), down);
    expect((up.value - down.value) / (2 * h)).toBeCloseTo(at.gradient[i]!, 8);
    at.gradient.forEach((_, j) => {
      expect((up.gradient[j]! - down.gradient[j]!) / (2 * h)).toBeCloseTo(at.hessian[i * size + j]!, 7);
    });
  });
}
