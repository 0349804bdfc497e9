import { digamma, logGamma } from '../numerics/gamma-functions.js';
import { emptyEvaluation, maximise, type Objective } from '../numerics/maximise.js';
import { gammaGammaObjective } from './gamma-gamma-likelihood.js';
import type { SpendGroups } from './spend-groups.js';

/** A supremum of the Gamma-Gamma likelihood at infinity, represented by finite parameters. */
export interface SpendLimit {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
  /** Log-likelihood per customer; null where it has no bound. */
  readonly value: number | null;
  /** Number of free parameters there: those of a smaller model. */
  readonly free: number;
  /** A sentence that says what rises without bound, and why. */
  readonly boundary: string;
}

/** Represents infinity: the weight of one own repeat day is then 1 to the last cent of any amount. */
const infinite = 1e15;
const chiSquare95 = 3.841458820694124;

/** The same amount for everybody: no spread within a customer or between customers, so p and q have no bound. */
export function onePrice({ mean }: SpendGroups): SpendLimit | null {
  let least = Infinity,
    most = 0;
  for (const each of mean) {
    least = Math.min(least, each);
    most = Math.max(most, each);
  }
  if (!(most - least <= 1e-12 * most)) return null;
  const q = 1e6;
  return {
    p: infinite,
    q,
    gamma: (most * (q - 1)) / infinite,
    value: null,
    free: 1,
    boundary: `Every mean spend is ${most}: p and q rise without end, and the expected spend is that amount.`,
  };
}

/**
 * p without bound: a customer's own spend does not vary, so that the observed means are exact. They are then
 * inverse-gamma(q, p gamma), whose maximum has p gamma = q / mean(1/z) and ln q - digamma(q) = mean(ln z) + ln mean(1/z).
 */
export function steadySpend({ mean, weight }: SpendGroups): SpendLimit {
  const customers = sumOf(weight);
  const scale = weightedMean(mean, weight, customers);
  let logs = 0,
    inverses = 0;
  for (let i = 0; i < mean.length; i += 1) {
    logs += (weight[i]! / customers) * Math.log(mean[i]! / scale);
    inverses += (weight[i]! / customers) * (scale / mean[i]!);
  }
  const spread = logs + Math.log(inverses);
  const q = solveFalling((at) => Math.log(at) - digamma(at) - spread);
  const level = q / inverses;
  const value = q * Math.log(level) - logGamma(q) - (q + 1) * logs - q - Math.log(scale);
  return {
    p: infinite,
    q,
    gamma: (level * scale) / infinite,
    value,
    free: 2,
    boundary: "Each customer's own spend is steady: p rises without end, and the expected spend of a customer with a repeat day is the own mean.",
  };
}

/**
 * q without bound: customers do not differ beyond chance. The mean of x purchases is then gamma(p x) around one mean m for
 * all, with ln p = sum of x (digamma(p x) - ln(x z / m)) over sum of x. The data exclude no q above some bound; the
 * parameters are those of the smallest q within the 95 % interval of the likelihood ratio, so that a customer's actual
 * spend still counts.
 */
export function alikeCustomers(groups: SpendGroups): SpendLimit {
  const { x, mean, weight } = groups;
  const customers = sumOf(weight);
  let purchases = 0,
    spent = 0;
  for (let i = 0; i < x.length; i += 1) {
    purchases += weight[i]! * x[i]!;
    spent += weight[i]! * x[i]! * mean[i]!;
  }
  const common = spent / purchases;
  const slope = (p: number): number => {
    let sum = 0;
    for (let i = 0; i < x.length; i += 1) sum += weight[i]! * x[i]! * (Math.log((p * x[i]! * mean[i]!) / common) - digamma(p * x[i]!));
    return sum;
  };
  const p = solveFalling(slope);
  let value = 0;
  for (let i = 0; i < x.length; i += 1) {
    const shape = p * x[i]!;
    const scaled = (shape * mean[i]!) / common;
    value += (weight[i]! / customers) * (shape * Math.log(scaled) - scaled - logGamma(shape) - Math.log(mean[i]!));
  }
  const least = leastPlausibleQ(groups, p, common, value - chiSquare95 / 2 / customers);
  return {
    ...least,
    value,
    free: 2,
    boundary: `Customers do not differ in what they spend beyond chance: q rises without end. q = ${least.q.toPrecision(3)} is the least that the data allow (95 %).`,
  };
}

/** The smallest q, with the best p and gamma for it, whose log-likelihood per customer is not below `floor`. */
function leastPlausibleQ(groups: SpendGroups, p: number, common: number, floor: number): { p: number; q: number; gamma: number; value: number } {
  const objective = gammaGammaObjective(groups);
  const at = (logQ: number): { p: number; q: number; gamma: number; value: number } => {
    const q = Math.exp(logQ);
    const { theta, value } = maximise(heldAt(objective, logQ), Float64Array.of(Math.log(p), Math.log((common * q) / p)));
    return { p: Math.exp(theta[0]!), q, gamma: Math.exp(theta[1]!), value };
  };
  let low = Math.log(1.01),
    high = Math.log(1e9);
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    if (at(middle).value >= floor) high = middle;
    else low = middle;
  }
  return at(high);
}

/** The likelihood in (ln p, ln gamma) at a given ln q. */
function heldAt(objective: Objective, logQ: number): Objective {
  const whole = emptyEvaluation(3);
  return (theta, into) => {
    objective(Float64Array.of(theta[0]!, logQ, theta[1]!), whole);
    const { gradient, hessian } = whole;
    into.value = whole.value;
    into.gradient.set([gradient[0]!, gradient[2]!]);
    into.hessian.set([hessian[0]!, hessian[2]!, hessian[6]!, hessian[8]!]);
  };
}

/** The positive root of a function that falls through zero, by bisection of its logarithm; an end of 1e-9..1e15 when it lies beyond. */
function solveFalling(slope: (at: number) => number): number {
  let low = Math.log(1e-9),
    high = Math.log(infinite);
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (slope(Math.exp(middle)) > 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

function weightedMean(values: Float64Array, weight: Float64Array, total: number): number {
  return values.reduce((sum, value, i) => sum + (weight[i]! / total) * value, 0);
}
