import type { Fit, Parameters } from '../fit.js';
import { betaBinomialInterval } from '../numerics/beta-binomial.js';
import type { RetentionModel } from './retention-model.js';

/** Of `alive` customers, how many are expected to be there some periods later. All are counts of customers. */
export interface ForetoldSurvivors {
  readonly expected: number;
  /** 95 % interval of what will be counted: parameters that are not known exactly, and chance. Whole numbers. */
  readonly low: number;
  readonly high: number;
  /** 95 % interval of `expected`: what the parameters leave open. */
  readonly modelLow: number;
  readonly modelHigh: number;
}

const z = 1.959963984540054;
/** Of a log-parameter, for central differences. */
const step = 1e-4;
/** Nearer to 0 or 1 a share says that nobody stays, or nobody leaves. */
const extreme = 1e-9;
/** A share below this may be 0 at the parameters next to the estimate: then its log-odds have no difference. */
const least = 1e-200;

/**
 * Foretells 1, 2, ..., `periods` more periods of `alive` customers who have renewed `age` times. The share who stay has an uncertainty by
 * the delta method, normal in its log-odds; the count is beta-binomial, with a beta whose log-odds have nearly that variance:
 * 1/a + 1/b. Null where the fit has no covariance, or has everybody or nobody stay of those who have renewed once: it then has no interval.
 */
export function foretellSurvivors(model: RetentionModel, fit: Fit, alive: number, age: number, periods: number): ForetoldSurvivors[] | null {
  const { parameters, logCovariance } = fit;
  if (logCovariance === null) return null;
  const second = model.survival(parameters, 1, 1);
  if (second < extreme || second > 1 - extreme) return null;
  return Array.from({ length: periods }, (_, i) => {
    const share = model.survival(parameters, i + 1, age);
    if (share < least || share > 1 - extreme) return certain(alive, share);
    return intervals(alive, share, varianceOfLogOdds(model, parameters, logCovariance, i + 1, age));
  });
}

/** So near to 0 or 1 rounding leaves nothing of the uncertainty. */
function certain(alive: number, share: number): ForetoldSurvivors {
  const expected = alive * share;
  return { expected, low: Math.round(expected), high: Math.round(expected), modelLow: expected, modelHigh: expected };
}

function intervals(alive: number, share: number, variance: number): ForetoldSurvivors {
  const odds = Math.log(share / (1 - share));
  const at = (logOdds: number): number => alive / (1 + Math.exp(-logOdds));
  const certainty = Math.min(1e12, 1 / (variance * share * (1 - share))); // a + b
  return {
    expected: alive * share,
    ...betaBinomialInterval(alive, certainty * share, certainty * (1 - share)),
    modelLow: at(odds - z * Math.sqrt(variance)),
    modelHigh: at(odds + z * Math.sqrt(variance)),
  };
}

function varianceOfLogOdds(model: RetentionModel, parameters: Parameters, covariance: NonNullable<Fit['logCovariance']>, periods: number, age: number): number {
  const logOdds = (name: string, by: number): number => {
    const share = model.survival({ ...parameters, [name]: parameters[name]! * Math.exp(by) }, periods, age);
    return Math.log(share / (1 - share));
  };
  const slopes = model.parameterNames.map((name, i) => (covariance[i]![i] === 0 ? 0 : (logOdds(name, step) - logOdds(name, -step)) / (2 * step)));
  return covariance.reduce((sum, row, i) => sum + row.reduce((inner, entry, j) => inner + slopes[i]! * entry * slopes[j]!, 0), 0);
}
