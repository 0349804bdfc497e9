import { softplus } from '../outcomes/calibration-line.js';
import { type Optimum, robustCovariance, type Search } from './robust-covariance.js';
import { type Coefficients, type DesignRows, inOwnUnits, penaltiesOf, scaleOf, standardised } from './standardised-design.js';

export interface LogisticFit extends Coefficients, Search {}

const mostSteps = 50;
const closeEnough = 1e-9;

/**
 * Logistic regression by Newton's method with an L2 penalty (Hoerl & Kennard 1970; le Cessie & van Houwelingen 1992) and signs that
 * coefficients may not cross. The quadratic approximation of each step is minimised by coordinate descent (Friedman, Hastie & Tibshirani
 * 2010), which keeps to the signs. `signs`: 1 at least zero, -1 at most zero, 0 free. Null if the search does not reach an optimum.
 */
export function penalisedLogistic(rows: DesignRows, signs: readonly (1 | -1 | 0)[]): LogisticFit | null {
  const scale = scaleOf(rows);
  const used = signs.flatMap((_, column) => (scale.deviation[column]! > 0 ? [column] : []));
  const design = standardised(rows, used, scale);
  const allowed = [0, ...used.map((column) => signs[column]!)];
  const penalties = penaltiesOf(used, scale);
  const found = optimum(design, rows.happened, penalties, allowed);
  const covariance = found && robustCovariance(design, rows, found, penalties, allowed);
  if (found === null || covariance === null) return null;
  const { iterations, gradientNorm } = found;
  return { ...inOwnUnits(found.theta, covariance, used, scale, rows.columns), iterations, gradientNorm };
}

const rounding = (value: number): number => 1e-12 * Math.abs(value);

/** The largest derivative of the penalised log-likelihood by a coefficient that is not held at its bound. */
function steepest({ gradient }: Step, penalties: Float64Array, theta: Float64Array, allowed: readonly number[]): number {
  return gradient.reduce((most, slope, i) => (allowed[i] !== 0 && theta[i] === 0 ? most : Math.max(most, Math.abs(slope - penalties[i]! * theta[i]!))), 0);
}

interface Step {
  value: number;
  readonly gradient: Float64Array;
  /** Lower triangle of the negative second derivatives. */
  readonly information: Float64Array;
}

function optimum(design: Float64Array, happened: Uint8Array, penalties: Float64Array, allowed: readonly number[]): Optimum | null {
  let theta = new Float64Array(penalties.length);
  let here = evaluate(design, happened, penalties, theta);
  for (let step = 0; step < mostSteps; step += 1) {
    const target = quadraticOptimum(here, penalties, theta, allowed);
    let share = 1;
    let next = target;
    let there = evaluate(design, happened, penalties, next);
    while (there.value < here.value - rounding(here.value) && share > 1e-4) {
      share /= 2;
      next = theta.map((value, i) => value + share * (target[i]! - value));
      there = evaluate(design, happened, penalties, next);
    }
    if (!(there.value >= here.value - rounding(here.value))) return null;
    const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value - theta[i]!)), 0);
    theta = Float64Array.from(next);
    here = there;
    if (moved < closeEnough) {
      return { theta, information: here.information, iterations: step + 1, gradientNorm: steepest(here, penalties, theta, allowed) / happened.length };
    }
  }
  return null;
}

function evaluate(design: Float64Array, happened: Uint8Array, penalties: Float64Array, theta: Float64Array): Step {
  const size = theta.length;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  let value = 0;
  for (let row = 0, at = 0; row < happened.length; row += 1, at += size) {
    let logOdds = 0;
    for (let i = 0; i < size; i += 1) logOdds += theta[i]! * design[at + i]!;
    value += happened[row]! * logOdds - softplus(logOdds);
    const p = 1 / (1 + Math.exp(-logOdds));
    const rest = happened[row]! - p;
    const weight = p * (1 - p);
    for (let i = 0; i < size; i += 1) {
      gradient[i]! += rest * design[at + i]!;
      const weighted = weight * design[at + i]!;
      for (let j = 0; j <= i; j += 1) information[i * size + j]! += weighted * design[at + j]!;
    }
  }
  for (let i = 1; i < size; i += 1) value -= (penalties[i]! / 2) * theta[i]! ** 2;
  return { value, gradient, information };
}

/** Maximises the quadratic approximation at `theta`, penalty included, within the allowed signs. */
function quadraticOptimum({ gradient, information }: Step, penalties: Float64Array, theta: Float64Array, allowed: readonly number[]): Float64Array {
  const size = theta.length;
  const entry = (i: number, j: number): number => (i >= j ? information[i * size + j]! : information[j * size + i]!);
  const aim = Float64Array.from(gradient, (slope, i) => {
    let sum = slope;
    for (let j = 0; j < size; j += 1) sum += entry(i, j) * theta[j]!;
    return sum;
  });
  const next = theta.slice();
  for (let sweep = 0; sweep < 10_000; sweep += 1) {
    let moved = 0;
    for (let i = 0; i < size; i += 1) {
      let rest = aim[i]!;
      for (let j = 0; j < size; j += 1) if (j !== i) rest -= entry(i, j) * next[j]!;
      const free = rest / (entry(i, i) + penalties[i]!);
      const value = free * allowed[i]! < 0 ? 0 : free;
      moved = Math.max(moved, Math.abs(value - next[i]!));
      next[i] = value;
    }
    if (moved < closeEnough / 10) break;
  }
  return next;
}
