import { levelsOf, type LikelihoodData } from './grouped-likelihood.js';
import type { Evaluation, Objective } from './maximise.js';
import { addNbd, clear, perCustomer } from './nbd-likelihood.js';

/**
 * How many chances to leave a customer has had besides one per repeat purchase: 0 in BG/NBD, 1 in MBG/NBD, where the
 * first purchase is a chance too.
 */
export type FirstChance = 0 | 1;

/**
 * The log-likelihood of BG/NBD and MBG/NBD per customer, in (ln r, ln alpha, ln a, ln b), with gradient and Hessian.
 * Of the NBD likelihood it differs by what dropout adds, with m = x + firstChance chances survived:
 *   ln B(a, b+m)/B(a, b) + ln(1 + e^d),  d = (r+x) ln((alpha+T)/(alpha+tx)) + ln a - ln(b+m-1),
 * and d = -infinity when m = 0. The beta ratio is a sum over chances, so no lnGamma is called; ln(1 + e^d) is taken so
 * that it does not overflow (an overflow here once made a fit of three equal parameters look converged).
 */
export function betaGeometricObjective(data: LikelihoodData, firstChance: FirstChance): Objective {
  const { groups, customers, ages } = data;
  const exposed = Array.from(groups.x.keys()).filter((i) => groups.x[i]! + firstChance > 0);
  const x = Int32Array.from(exposed, (i) => groups.x[i]!);
  const weight = Float64Array.from(exposed, (i) => groups.weight[i]!);
  const ageOf = Int32Array.from(exposed, (i) => ages.of[i]!);
  const recencies = levelsOf(Float64Array.from(exposed, (i) => groups.tx[i]!));
  const chances = firstChance === 0 ? data.tail : Float64Array.of(customers, ...data.tail);
  const growthAtAge = new Float64Array(ages.values.length);
  const shareAtAge = new Float64Array(ages.values.length);
  const growthAtRecency = new Float64Array(recencies.values.length);
  const shareAtRecency = new Float64Array(recencies.values.length);
  const logAt = new Float64Array(chances.length);

  return (theta, into) => {
    const r = Math.exp(theta[0]!), alpha = Math.exp(theta[1]!), a = Math.exp(theta[2]!), b = Math.exp(theta[3]!);
    clear(into);
    addNbd(data, r, alpha, into);
    addSurvivedChances(chances, a, b, into);
    growth(ages.values, alpha, growthAtAge, shareAtAge);
    growth(recencies.values, alpha, growthAtRecency, shareAtRecency);
    for (let j = 0; j < logAt.length; j += 1) logAt[j] = theta[2]! - Math.log(b + j);

    let value = 0, lost = 0; // Neumaier's sum would gain nothing: all terms are positive, Kahan's suffices
    let gR = 0, gAlpha = 0, gA = 0, gB = 0;
    let hRR = 0, hRAlpha = 0, hRA = 0, hRB = 0, hAlphaAlpha = 0, hAlphaA = 0, hAlphaB = 0, hAA = 0, hAB = 0, hBB = 0;
    for (let i = 0; i < x.length; i += 1) {
      const purchases = x[i]!;
      const atAge = ageOf[i]!, atRecency = recencies.of[i]!;
      const last = purchases + firstChance - 1;
      const shape = r + purchases;
      const silence = growthAtAge[atAge]! - growthAtRecency[atRecency]!;
      const d = shape * silence + logAt[last]!;
      const small = Math.exp(-Math.abs(d));
      const gone = d > 0 ? 1 / (1 + small) : small / (1 + small);
      const w = weight[i]!;

      const term = w * (Math.max(d, 0) + Math.log1p(small)) - lost;
      const sum = value + term;
      lost = sum - value - term;
      value = sum;

      // first derivatives of d by ln r, ln alpha, ln b; by ln a it is 1
      const shareT = shareAtAge[atAge]!, sharetx = shareAtRecency[atRecency]!;
      const dR = r * silence;
      const dAlpha = shape * (sharetx - shareT);
      const dB = -b / (b + last);
      const p = w * gone;
      const spread = p * (1 - gone);
      gR += p * dR;
      gAlpha += p * dAlpha;
      gA += p;
      gB += p * dB;
      hRR += spread * dR * dR + p * dR;
      hRAlpha += spread * dR * dAlpha + p * r * (sharetx - shareT);
      hRA += spread * dR;
      hRB += spread * dR * dB;
      hAlphaAlpha += spread * dAlpha * dAlpha + p * shape * (shareT * (1 - shareT) - sharetx * (1 - sharetx));
      hAlphaA += spread * dAlpha;
      hAlphaB += spread * dAlpha * dB;
      hAA += spread;
      hAB += spread * dB;
      hBB += spread * dB * dB - p * -dB * (1 + dB);
    }
    into.value += value;
    addTo(into.gradient, [gR, gAlpha, gA, gB]);
    addTo(into.hessian, [
      hRR, hRAlpha, hRA, hRB,
      hRAlpha, hAlphaAlpha, hAlphaA, hAlphaB,
      hRA, hAlphaA, hAA, hAB,
      hRB, hAlphaB, hAB, hBB,
    ]);
    perCustomer(into, customers);
  };
}

/** ln B(a, b+m)/B(a, b) = -sum_{j<m} ln(1 + a/(b+j)), summed over customers: `chances[j]` have m > j. */
function addSurvivedChances(chances: Float64Array, a: number, b: number, into: Evaluation): void {
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

/** ln(1 + t/alpha) and t/(alpha + t) of each time. */
function growth(times: Float64Array, alpha: number, logs: Float64Array, shares: Float64Array): void {
  for (let i = 0; i < times.length; i += 1) {
    logs[i] = Math.log1p(times[i]! / alpha);
    shares[i] = times[i]! / (alpha + times[i]!);
  }
}

function addTo(sums: Float64Array, terms: readonly number[]): void {
  for (let i = 0; i < sums.length; i += 1) sums[i]! += terms[i]!;
}
