import { choleskyFactor, choleskySolve } from './cholesky.js';

/** A log-likelihood per customer with its derivatives in log-parameters; `hessian` row-major. */
export interface Evaluation {
  value: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

export type Objective = (theta: Float64Array, into: Evaluation) => void;

export interface Maximum extends Evaluation {
  readonly theta: Float64Array;
  /** Largest component of the gradient, in absolute value. */
  readonly gradientNorm: number;
  readonly converged: boolean;
  readonly iterations: number;
  /** The search reached the edge of the box: the likelihood still rises, or is flat, towards infinity. */
  readonly atEdge: boolean;
}

const tolerance = 1e-9;
const longestStep = 2; // a factor of 7 in a parameter
const box = 12; // a factor of 160,000 from the start: beyond it a parameter is no longer a finite number
const mostIterations = 200;

export function emptyEvaluation(size: number): Evaluation {
  return { value: NaN, gradient: new Float64Array(size), hessian: new Float64Array(size * size) };
}

const hasNumbers = (evaluation: Evaluation): boolean =>
  Number.isFinite(evaluation.value) && evaluation.gradient.every(Number.isFinite) && evaluation.hessian.every(Number.isFinite);

/** Newton direction of an ascent: (-H + shift I)^-1 g with the smallest tried shift that gives one. */
function ascentDirection({ gradient, hessian }: Evaluation): Float64Array | null {
  const size = gradient.length;
  const negative = hessian.map((entry) => -entry);
  const scale = Math.max(...negative.map(Math.abs), 1e-300);
  for (let shift = 0; shift <= 1e3 * scale; shift = shift === 0 ? 1e-10 * scale : shift * 10) {
    const lower = choleskyFactor(negative, size, shift);
    if (lower === null) continue;
    const direction = choleskySolve(lower, size, gradient);
    if (direction.every(Number.isFinite)) return direction;
  }
  return null;
}

/**
 * Newton's method from `start`, with a shifted Cholesky factor where the surface is not concave, capped steps and
 * halving until the value does not fall by more than the rounding of its sum. Convergence means |gradient| <= 1e-9
 * per customer and is reported, never assumed; a start without a finite value comes back unconverged.
 */
export function maximise(objective: Objective, start: Float64Array): Maximum {
  const size = start.length;
  let theta: Float64Array = Float64Array.from(start);
  let current = emptyEvaluation(size);
  let candidate = emptyEvaluation(size);
  objective(theta, current);
  let iterations = 0;
  let atEdge = false;
  let gradientNorm = hasNumbers(current) ? largest(current.gradient) : NaN;
  while (gradientNorm > tolerance && iterations < mostIterations && !atEdge) {
    const direction = ascentDirection(current);
    if (direction === null) break;
    let length = Math.min(1, longestStep / largest(direction));
    const noise = 1e-13 * (1 + Math.abs(current.value));
    let trial: Float64Array | null = null;
    while (length * largest(direction) > 1e-14) {
      trial = theta.map((value, i) => value + length * direction[i]!);
      objective(trial, candidate);
      if (hasNumbers(candidate) && candidate.value >= current.value - noise) break;
      trial = null;
      length /= 2;
    }
    if (trial === null) break;
    theta = trial;
    [current, candidate] = [candidate, current];
    gradientNorm = largest(current.gradient);
    atEdge = theta.some((value, i) => Math.abs(value - start[i]!) > box);
    iterations += 1;
  }
  return { ...current, theta, gradientNorm, converged: gradientNorm <= tolerance, iterations, atEdge };
}

function largest(vector: Float64Array): number {
  let most = 0;
  for (const entry of vector) most = Math.max(most, Math.abs(entry));
  return most;
}
