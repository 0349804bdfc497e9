import { type Parameters } from '../fit.js';
import { bestOfStarts } from '../numerics/best-of-starts.js';
import { type Maximum, maximise, type Objective } from '../numerics/maximise.js';
import { parameterNames } from './beta-geometric-predictions.js';
import { arrange, type LikelihoodData, meanAge } from './grouped-likelihood.js';
import { noDropout } from './no-dropout.js';
import type { PurchaseGroups } from './statistics.js';

const shapes = [
  [0.5, 1, 2],
  [1, 1, 1],
  [0.5, 0.5, 5],
  [2, 2, 2],
] as const; // r, a, b of the starts, in order of use
const meanAgeOfAlpha = 0.3; // alpha 10 weeks where customers are observed for 33 on average
const worthSampling = 4_000; // groups

/** A likelihood of (ln r, ln alpha, ln a, ln b), where a purchase takes so many stages, each of which ends at the gamma(r, alpha) rate. */
export interface DropoutLikelihood {
  readonly stages: number;
  of(data: LikelihoodData): Objective;
}

/**
 * The best of several starts. The given one, or the usual one, suffices if it converges to an optimum with
 * dropout; otherwise the others are tried too, since a search that starts where dropout has vanished cannot find it.
 */
export function searchWithDropout(
  likelihood: DropoutLikelihood,
  groups: PurchaseGroups,
  data: LikelihoodData,
  floor: Maximum,
  start: Parameters | undefined,
): { readonly maximum: Maximum; readonly objective: Objective } {
  const objective = likelihood.of(data);
  const starts = usualStarts(data, likelihood.stages);
  const first = start ?? startFromSample(likelihood, groups);
  if (first !== null) starts.unshift(parameterNames.map((name) => first[name]!));
  return { objective, maximum: bestOfStarts(objective, starts, (found) => noDropout(found, floor, data.customers) === null) };
}

function usualStarts(data: LikelihoodData, stages: number): number[][] {
  const alpha = (meanAgeOfAlpha * meanAge(data)) / stages;
  return shapes.map(([r, a, b]) => [r, alpha, a, b]);
}

/** Most steps of a search only locate the neighbourhood, for which a sample of many groups suffices. Null for few groups. */
function startFromSample({ of, stages }: DropoutLikelihood, groups: PurchaseGroups): Parameters | null {
  if (groups.weight.length < worthSampling) return null;
  const sample = everyEighth(groups);
  if (sample.x.reduce((repeaters, each) => repeaters + Math.sign(each), 0) <= parameterNames.length) return null;
  const data = arrange(sample, parameterNames.length);
  const { theta, converged } = maximise(of(data), Float64Array.from(usualStarts(data, stages)[0]!, Math.log));
  return converged ? Object.fromEntries(parameterNames.map((name, i) => [name, Math.exp(theta[i]!)])) : null;
}

function everyEighth({ x, tx, T, weight, timeUnit }: PurchaseGroups): PurchaseGroups {
  const size = Math.ceil(x.length / 8);
  const sample = { x: new Int32Array(size), tx: new Float64Array(size), T: new Float64Array(size), weight: new Float64Array(size), timeUnit };
  for (let i = 0; i < size; i += 1) {
    sample.x[i] = x[8 * i]!;
    sample.tx[i] = tx[8 * i]!;
    sample.T[i] = T[8 * i]!;
    sample.weight[i] = weight[8 * i]!;
  }
  return sample;
}
