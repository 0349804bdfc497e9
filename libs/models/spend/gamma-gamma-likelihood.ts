import { digamma, logGamma, trigamma } from '../numerics/gamma-functions.js';
import type { Objective } from '../numerics/maximise.js';
import { clear, perCustomer } from '../purchases/nbd-likelihood.js';
import type { SpendGroups } from './spend-groups.js';

/** The groups of one x: the data and the parameters only meet in gamma + x * mean. */
interface SpendLevel {
  readonly x: number;
  readonly sums: Float64Array;
  readonly weights: Float64Array;
  readonly customers: number;
  readonly logSums: number;
  readonly logMeans: number;
}

const smallestProduct = 1e-200; // one part more, and it is still a double

/**
 * The Gamma-Gamma log-likelihood per customer in (ln p, ln q, ln gamma), with gradient and Hessian (Fader & Hardie,
 * note 025, eq. 1a), for x repeat purchases of mean z and sum s = x z:
 *   ln Gamma(px+q) - ln Gamma(px) - ln Gamma(q) + q ln gamma + px ln s - ln z - (px+q) ln(gamma+s).
 * The gamma functions depend on x alone and are evaluated once per different x.
 */
export function gammaGammaObjective(groups: SpendGroups): Objective {
  const levels = spendLevels(groups);
  const customers = levels.reduce((sum, level) => sum + level.customers, 0);

  return (theta, into) => {
    const p = Math.exp(theta[0]!),
      q = Math.exp(theta[1]!),
      gamma = Math.exp(theta[2]!);
    const lnGammaQ = logGamma(q),
      psiQ = digamma(q),
      psiQ1 = trigamma(q);
    clear(into);
    let value = 0,
      gP = 0,
      gQ = 0,
      gG = 0,
      hPP = 0,
      hPQ = 0,
      hPG = 0,
      hQQ = 0,
      hQG = 0,
      hGG = 0;
    for (const { x, sums, weights, customers: n, logSums, logMeans } of levels) {
      // sums over the level's customers of ln((gamma+s)/gamma), gamma/(gamma+s) and its square
      let growth = 0,
        share = 0,
        share2 = 0,
        product = 1; // of most rows, which have weight 1: one logarithm for many
      for (let i = 0; i < sums.length; i += 1) {
        const part = gamma / (gamma + sums[i]!);
        if (weights[i] === 1) product *= part;
        else growth -= weights[i]! * Math.log(part);
        if (product < smallestProduct) {
          growth -= Math.log(product);
          product = 1;
        }
        share += weights[i]! * part;
        share2 += weights[i]! * part * part;
      }
      growth -= Math.log(product);
      const px = p * x;
      const shape = px + q;
      const psi = digamma(shape),
        psi1 = trigamma(shape);
      const rest = logSums - growth - n * theta[2]!; // sum of ln(s / (gamma+s))
      value += n * (logGamma(shape) - logGamma(px) - lnGammaQ) + px * rest - q * growth - logMeans;
      const byP = px * (n * (psi - digamma(px)) + rest);
      const byQ = q * (n * (psi - psiQ) - growth);
      gP += byP;
      gQ += byQ;
      gG += q * n - shape * share;
      hPP += byP + px * px * n * (psi1 - trigamma(px));
      hPQ += px * q * n * psi1;
      hPG -= px * share;
      hQQ += byQ + q * q * n * (psi1 - psiQ1);
      hQG += q * (n - share);
      hGG -= shape * (share - share2);
    }
    into.value = value;
    into.gradient.set([gP, gQ, gG]);
    into.hessian.set([hPP, hPQ, hPG, hPQ, hQQ, hQG, hPG, hQG, hGG]);
    perCustomer(into, customers);
  };
}

function spendLevels({ x, mean, weight }: SpendGroups): SpendLevel[] {
  const sums = mean.map((each, i) => x[i]! * each);
  const levels: SpendLevel[] = [];
  for (let from = 0, to = 0; from < x.length; from = to) {
    let customers = 0,
      logSums = 0;
    for (to = from; x[to] === x[from]; to += 1) {
      customers += weight[to]!;
      logSums += weight[to]! * Math.log(sums[to]!);
    }
    const logMeans = logSums - customers * Math.log(x[from]!);
    levels.push({ x: x[from]!, sums: sums.subarray(from, to), weights: weight.subarray(from, to), customers, logSums, logMeans });
  }
  return levels;
}
