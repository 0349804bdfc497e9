import type { Evaluation, Objective } from '../numerics/maximise.js';
import { type DropoutData, type DropoutSums, dropoutLevels, type FirstChance, sumLevel } from './dropout-levels.js';
import type { LikelihoodData } from './grouped-likelihood.js';
import { addNbd, clear, perCustomer } from './nbd-likelihood.js';

/**
 * The log-likelihood of BG/NBD and MBG/NBD per customer, in (ln r, ln alpha, ln a, ln b), with gradient and Hessian.
 * It differs from the NBD likelihood by the terms of dropout, with m = x + firstChance chances survived:
 *   ln B(a, b+m)/B(a, b) + ln(1 + e^d),  d = (r+x) ln((alpha+T)/(alpha+tx)) + ln a - ln(b+m-1),
 * and d = -infinity when m = 0 (Fader, Hardie & Lee 2005, eq. 6; Batislam et al. 2007).
 */
export function betaGeometricObjective(data: LikelihoodData, firstChance: FirstChance): Objective {
  const levels = dropoutLevels(data, firstChance);
  const chances = customersByChance(data, firstChance);
  const sums = { gain: 0, lost: 0, p: 0, pG: 0, pD: 0, pCurve: 0, s: 0, sG: 0, sD: 0, sGG: 0, sGD: 0, sDD: 0 };
  return (theta, into) => {
    const r = Math.exp(theta[0]!),
      alpha = Math.exp(theta[1]!),
      a = Math.exp(theta[2]!),
      b = Math.exp(theta[3]!);
    clear(into);
    addNbd(data, r, alpha, into);
    addSurvivedChances(chances, a, b, into);
    addDropout(levels, sums, firstChance, r, alpha, a, b, into);
    perCustomer(into, data.customers);
  };
}

/** At j: customers who have survived more than j chances to leave, or left at that chance. */
export function customersByChance({ customers, tail }: LikelihoodData, firstChance: FirstChance): Float64Array {
  if (firstChance === 0) return tail;
  const all = new Float64Array(tail.length + 1);
  all[0] = customers;
  all.set(tail, 1);
  return all;
}

/** ln B(a, b+m)/B(a, b) = -sum_{j<m} ln(1 + a/(b+j)), summed over customers: `chances[j]` have m > j. No lnGamma. */
export function addSurvivedChances(chances: Float64Array, a: number, b: number, into: Evaluation): void {
  const { gradient, hessian } = into;
  for (let j = 0; j < chances.length; j += 1) {
    const count = chances[j]!;
    const shareA = a / (a + b + j);
    const shareB = b / (a + b + j);
    const aloneB = b / (b + j);
    into.value -= count * Math.log1p(a / (b + j));
    gradient[2]! -= count * shareA;
    gradient[3]! += count * (aloneB - shareB);
    hessian[10]! -= count * shareA * (1 - shareA);
    hessian[11]! += count * shareA * shareB;
    hessian[14]! += count * shareA * shareB;
    hessian[15]! += count * (aloneB * (1 - aloneB) - shareB * (1 - shareB));
  }
}

/**
 * ln(1 + e^d) over customers. With p = e^d / (1 + e^d) its gradient is p grad d and its Hessian p hess d +
 * p (1-p) grad d grad d'; within one x the derivatives of d are those of the time terms times constants, so that the
 * inner loop only sums (dropout-levels.ts).
 */
function addDropout(data: DropoutData, sums: DropoutSums, firstChance: FirstChance, r: number, alpha: number, a: number, b: number, into: Evaluation): void {
  const { gradient, hessian } = into;
  let gR = 0,
    gAlpha = 0,
    gA = 0,
    gB = 0;
  let hRR = 0,
    hRAlpha = 0,
    hRA = 0,
    hRB = 0,
    hAlphaAlpha = 0,
    hAlphaA = 0,
    hAlphaB = 0,
    hAA = 0,
    hAB = 0,
    hBB = 0;
  sums.gain = 0;
  sums.lost = 0;
  data.place(alpha);
  for (const { x, from, to } of data.levels) {
    const shape = r + x;
    const last = b + x + firstChance - 1;
    sumLevel(data, from, to, shape, Math.log(a / last), sums);
    const dB = -b / last; // derivative of d by ln b; by ln a it is 1
    gR += r * sums.pG;
    gAlpha += shape * sums.pD;
    gA += sums.p;
    gB += dB * sums.p;
    hRR += r * r * sums.sGG + r * sums.pG;
    hRAlpha += r * shape * sums.sGD + r * sums.pD;
    hRA += r * sums.sG;
    hRB += r * dB * sums.sG;
    hAlphaAlpha += shape * shape * sums.sDD + shape * sums.pCurve;
    hAlphaA += shape * sums.sD;
    hAlphaB += shape * dB * sums.sD;
    hAA += sums.s;
    hAB += dB * sums.s;
    hBB += dB * dB * sums.s + dB * (1 + dB) * sums.p;
  }
  into.value += sums.gain;
  addTo(gradient, [gR, gAlpha, gA, gB]);
  addTo(hessian, [hRR, hRAlpha, hRA, hRB, hRAlpha, hAlphaAlpha, hAlphaA, hAlphaB, hRA, hAlphaA, hAA, hAB, hRB, hAlphaB, hAB, hBB]);
}

function addTo(totals: Float64Array, terms: readonly number[]): void {
  for (let i = 0; i < totals.length; i += 1) totals[i]! += terms[i]!;
}
