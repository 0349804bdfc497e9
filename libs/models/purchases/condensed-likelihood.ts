import type { Evaluation, Objective } from '../numerics/maximise.js';
import { addSurvivedChances, customersByChance } from './beta-geometric-likelihood.js';
import { type DropoutData, dropoutLevels, type FirstChance } from './dropout-levels.js';
import type { LikelihoodData } from './grouped-likelihood.js';
import { addNbd, clear, perCustomer } from './nbd-likelihood.js';

/**
 * The log-likelihood of (M)BG/CNBD-k per customer, in (ln r, ln alpha, ln a, ln b), with gradient and Hessian, but for
 * `gapsInLikelihood`, which the parameters do not change. A purchase is the end of k stages: with k x in the place of x the NBD part is
 * that of stages, and the rest is
 *   ln B(a, b+m)/B(a, b) + ln(S_1 + S_2),  S_1 = a/(b+m-1) ((alpha+T)/(alpha+tx))^(r+kx),
 * S_2 as in `stagesBehind`, m = x + firstChance, and S_1 = 0 when m = 0 (Platzer & Reutterer 2016).
 */
export function condensedObjective(data: LikelihoodData, firstChance: FirstChance, stages: number): Objective {
  const rows = dropoutLevels(data, 1); // all of them: S_2 is there without a chance to leave, too
  const silence = silences(data, rows);
  const chances = customersByChance(data, firstChance);
  const ofStages = inStages(data, stages);
  return (theta, into) => {
    const [r, alpha, a, b] = theta.map(Math.exp) as unknown as [number, number, number, number];
    clear(into);
    addNbd(ofStages, r, alpha, into);
    addSurvivedChances(chances, a, b, into);
    addSilence(rows, silence, firstChance, stages, { r, alpha, a, b }, into);
    for (let p = 0; p < 4; p += 1) for (let q = 0; q < p; q += 1) into.hessian[4 * p + q] = into.hessian[4 * q + p]!;
    perCustomer(into, data.customers);
  };
}

/** ln of what the times between purchases contribute by themselves: the product of gap^(k-1) / (k-1)! over all of them. */
export function gapsInLikelihood(logGaps: number, transactions: number, stages: number): number {
  let logFactorial = 0;
  for (let j = 2; j < stages; j += 1) logFactorial += Math.log(j);
  return (stages - 1) * logGaps - transactions * logFactorial;
}

/** The same customers, with the stages of their purchases counted. */
export function inStages(data: LikelihoodData, stages: number): LikelihoodData {
  return {
    ...data,
    transactions: stages * data.transactions,
    tail: Float64Array.from({ length: stages * data.tail.length }, (_, j) => data.tail[Math.floor(j / stages)]!),
    agePurchases: data.agePurchases.map((purchases) => stages * purchases),
  };
}

/** T - tx of each row. */
function silences({ groups, ages }: LikelihoodData, { ageOf, order }: DropoutData): Float64Array {
  return Float64Array.from(ageOf, (age, row) => ages.values[age]! - groups.tx[order[row]!]!);
}

/** Means over the stages that may have ended in a silence, each with its term of S_2 as weight. */
interface Means {
  logSum: number;
  /** j, j^2, h_j, j h_j and h_j^2 - q_j, with h_j = d ln (s)_j / ds and q_j = -d h_j / ds. */
  j: number;
  jj: number;
  h: number;
  jh: number;
  hh: number;
}

/** The coefficients of S_2 for one shape s; `factor[j] = (s+j-1)/j`. */
interface StageTable {
  readonly factor: Float64Array;
  readonly h: Float64Array;
  readonly hh: Float64Array;
}

function fillTable({ factor, h, hh }: StageTable, shape: number): void {
  let slope = 0,
    curve = 0;
  for (let j = 1; j < factor.length; j += 1) {
    slope += 1 / (shape + j - 1);
    curve += 1 / (shape + j - 1) ** 2;
    factor[j] = (shape + j - 1) / j;
    h[j] = slope;
    hh[j] = slope * slope - curve;
  }
}

function meansOver({ factor, h, hh }: StageTable, share: number, into: Means): void {
  let term = 1,
    sum = 1;
  let byJ = 0,
    byJJ = 0,
    byH = 0,
    byJH = 0,
    byHH = 0;
  for (let j = 1; j < factor.length; j += 1) {
    term *= factor[j]! * share;
    sum += term;
    byJ += term * j;
    byJJ += term * j * j;
    byH += term * h[j]!;
    byJH += term * j * h[j]!;
    byHH += term * hh[j]!;
  }
  into.logSum = Math.log(sum);
  into.j = byJ / sum;
  into.jj = byJJ / sum;
  into.h = byH / sum;
  into.jh = byJH / sum;
  into.hh = byHH / sum;
}

/**
 * ln(S_1 + S_2) over customers. With p = S_1 / (S_1 + S_2) and d = ln S_1 - ln S_2 its gradient is that of ln S_2 + p grad d, its Hessian
 * (1-p) hess ln S_2 + p hess ln S_1 + p (1-p) grad d grad d'.
 */
function addSilence(
  data: DropoutData,
  silence: Float64Array,
  firstChance: FirstChance,
  stages: number,
  { r, alpha, a, b }: { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number },
  into: Evaluation,
): void {
  const { gradient, hessian } = into;
  const { ageOf, recencyOf, weight, ageGrowth, ageShare, recencyGrowth, recencyShare } = data;
  const table: StageTable = { factor: new Float64Array(stages), h: new Float64Array(stages), hh: new Float64Array(stages) };
  const mean: Means = { logSum: 0, j: 0, jj: 0, h: 0, jh: 0, hh: 0 };
  let value = 0,
    lost = 0;
  data.place(alpha);
  for (const { x, from, to } of data.levels) {
    const shape = r + stages * x;
    const chances = x + firstChance;
    const last = b + chances - 1;
    const constant = chances === 0 ? -Infinity : Math.log(a / last);
    const dB = chances === 0 ? 0 : -b / last; // derivative of ln S_1 by ln b; by ln a it is 1
    fillTable(table, shape);
    for (let row = from; row < to; row += 1) {
      const w = weight[row]!;
      const atAge = ageShare[ageOf[row]!]!;
      const atRecency = recencyShare[recencyOf[row]!]!;
      const G = ageGrowth[ageOf[row]!]! - recencyGrowth[recencyOf[row]!]!;
      const D = atRecency - atAge;
      const rest = 1 - atAge; // alpha / (alpha + T)
      meansOver(table, (silence[row]! * rest) / alpha, mean);

      const d = shape * G + constant - mean.logSum;
      const small = Math.exp(-Math.abs(d));
      const larger = 1 / (1 + small);
      const left = d > 0 ? larger : small * larger;
      const alive = d > 0 ? small * larger : larger;
      const term = w * (mean.logSum + Math.max(0, d) + Math.log1p(small)) - lost; // Kahan's sum
      const next = value + term;
      lost = next - value - term;
      value = next;

      const byR = r * mean.h; // of ln S_2, and dR, dAlpha of d
      const byAlpha = -rest * mean.j;
      const dR = r * G - byR;
      const dAlpha = shape * D - byAlpha;
      gradient[0]! += w * (byR + left * dR);
      gradient[1]! += w * (byAlpha + left * dAlpha);
      gradient[2]! += w * left;
      gradient[3]! += w * left * dB;

      const both = left * alive;
      hessian[0]! += w * (alive * (byR + r * r * mean.hh - byR * byR) + left * r * G + both * dR * dR);
      hessian[1]! += w * (-alive * r * rest * (mean.jh - mean.j * mean.h) + left * r * D + both * dR * dAlpha);
      hessian[2]! += w * both * dR;
      hessian[3]! += w * both * dR * dB;
      hessian[5]! +=
        w *
        (alive * (-rest * atAge * mean.j + rest * rest * (mean.jj - mean.j * mean.j)) - left * shape * D * (1 - atAge - atRecency) + both * dAlpha * dAlpha);
      hessian[6]! += w * both * dAlpha;
      hessian[7]! += w * both * dAlpha * dB;
      hessian[10]! += w * both;
      hessian[11]! += w * both * dB;
      hessian[15]! += w * (left * dB * (1 + dB) + both * dB * dB);
    }
  }
  into.value += value;
}
