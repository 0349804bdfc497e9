import { digamma, logGamma, trigamma } from './gamma-functions.js';
import type { Objective } from './maximise.js';
import { clear, perCustomer } from './nbd-likelihood.js';
import type { SpendGroups } from './spend-groups.js';

/** The groups of one x: the only place where the data meet the parameters is gamma + x * mean. */
interface SpendLevel {
  readonly x: number;
  readonly sums: Float64Array;
  readonly weights: Float64Array;
  readonly customers: number;
  readonly logSums: number;
  readonly logMeans: number;
}

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
        share2 = 0;
      for (let i = 0; i < sums.length; i += 1) {
        const part = gamma / (gamma + sums[i]!);
        growth -= weights[i]! * Math.log(part);
        share += weights[i]! * part;
        share2 += weights[i]! * part * part;
      }
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
  const rowsOf = new Map<number, number[]>();
  x.forEach((count, i) => {
    const rows = rowsOf.get(count);
    if (rows === undefined) rowsOf.set(count, [i]);
    else rows.push(i);
  });
  return Array.from(rowsOf, ([count, rows]) => {
    const sums = Float64Array.from(rows, (i) => count * mean[i]!);
    const weights = Float64Array.from(rows, (i) => weight[i]!);
    let customers = 0,
      logSums = 0;
    for (let i = 0; i < sums.length; i += 1) {
      customers += weights[i]!;
      logSums += weights[i]! * Math.log(sums[i]!);
    }
    return { x: count, sums, weights, customers, logSums, logMeans: logSums - customers * Math.log(count) };
  });
}
