import { betaDensity, gammaDensity } from '../numerics/log-densities.js';
import { negligible, trapezoidNodes } from '../numerics/trapezoid-nodes.js';
import { discountedRhythm } from './discounted-rhythm.js';
import { discountedStay } from './discounted-stay.js';

/**
 * Discounted purchases expected from now on without end, for a customer alive now, whose rate is gamma(shape, age) and
 * whose chance p to leave at a purchase is beta(a, b). Given both, purchases come at rate * exp(-rate p t): the rate
 * times the discounted stay at the hazard rate * p. Fader, Hardie & Lee (2005, "RFM and CLV") give the same for
 * Pareto/NBD in closed form. Here the mean over rate and p is computed by the trapezoid rule in ln(rate) and logit(p), to
 * some ten digits. Where a purchase takes several `stages`, `behind` of which are behind the customer (see `stagesBehind`), to some
 * seven.
 */
export function residualWhileAlive(
  a: number,
  b: number,
  shape: number,
  age: number,
  periodLength: number,
  discountRate: number,
  stages: number,
  behind: number,
): number {
  if (a === 0 && stages === 1) return ((shape / age) * periodLength) / discountRate; // nobody leaves: a perpetuity
  // ln(rate age), weighted by the rate. Purchases that keep step with periods make waves, the narrower the more stages.
  const width = Math.min(1 / Math.sqrt(shape + 1), 1.8 / stages);
  const rates = trapezoidNodes(Math.log(shape + 1), width, gammaDensity(shape + 1));
  const scale = rates.at.map((y) => (Math.exp(y) / age) * periodLength);
  const flatBelow = Math.log((negligible * Math.min(1, discountRate)) / scale.reduce((most, each) => Math.max(most, each)));
  const chances = a === 0 ? neverLeaves : chancesToLeave(a, b, flatBelow);

  const { p, weight } = chances;
  let sum = 0;
  scale.forEach((z, i) => {
    let mean = 0;
    if (stages === 1) for (let j = 0; j < p.length; j += 1) mean += weight[j]! * discountedStay(z * p[j]!, discountRate);
    else for (let j = 0; j < p.length; j += 1) mean += weight[j]! * discountedRhythm(z, p[j]!, stages, behind, discountRate);
    sum += rates.weight[i]! * mean;
  });
  return (shape / age) * periodLength * sum;
}

interface Chances {
  readonly p: readonly number[];
  readonly weight: readonly number[];
}

const neverLeaves: Chances = { p: [0], weight: [1] };

function chancesToLeave(a: number, b: number, flatBelow: number): Chances {
  const { at, weight } = trapezoidNodes(Math.log(a / b), Math.sqrt(1 / a + 1 / b), betaDensity(a, b), flatBelow, -Math.log(negligible));
  return { p: at.map((logit) => 1 / (1 + Math.exp(-logit))), weight };
}
