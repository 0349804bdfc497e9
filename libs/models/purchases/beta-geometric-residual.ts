import { betaDensity, gammaDensity } from '../numerics/log-densities.js';
import { negligible, trapezoidNodes } from '../numerics/trapezoid-nodes.js';
import { discountedStay } from './discounted-stay.js';

/**
 * Discounted purchases expected from now on without end, for a customer alive now, whose rate is gamma(shape, age) and
 * whose chance p to leave at a purchase is beta(a, b). Given both, purchases come at rate * exp(-rate p t): the rate
 * times the discounted stay at the hazard rate * p. Fader, Hardie & Lee (2005, "RFM and CLV") give the same for
 * Pareto/NBD in closed form. Here the mean over rate and p is computed by the trapezoid rule in ln(rate) and logit(p), to
 * some ten digits.
 */
export function residualWhileAlive(a: number, b: number, shape: number, age: number, periodLength: number, discountRate: number): number {
  if (a === 0) return ((shape / age) * periodLength) / discountRate; // nobody leaves: a perpetuity
  const rates = trapezoidNodes(Math.log(shape + 1), 1 / Math.sqrt(shape + 1), gammaDensity(shape + 1)); // ln(rate age), weighted by the rate
  const scale = rates.at.map((y) => (Math.exp(y) / age) * periodLength);
  const flatBelow = Math.log((negligible * Math.min(1, discountRate)) / scale.reduce((most, each) => Math.max(most, each)));
  const chances = trapezoidNodes(Math.log(a / b), Math.sqrt(1 / a + 1 / b), betaDensity(a, b), flatBelow, -Math.log(negligible));
  const p = chances.at.map((l) => 1 / (1 + Math.exp(-l)));

  let sum = 0;
  scale.forEach((most, i) => {
    let mean = 0;
    for (let j = 0; j < p.length; j += 1) mean += chances.weight[j]! * discountedStay(most * p[j]!, discountRate);
    sum += rates.weight[i]! * mean;
  });
  return (shape / age) * periodLength * sum;
}
