import { type LikelihoodData, levelsOf } from './grouped-likelihood.js';
import { type PurchaseLevel, purchaseLevels } from './purchase-levels.js';

/**
 * How many chances to leave a customer has had in addition to one per repeat purchase: 0 in BG/NBD, 1 in MBG/NBD, where
 * the first purchase is a chance too.
 */
export type FirstChance = 0 | 1;

/** The groups with a chance to leave, sorted by x; logarithms of times are tabulated once per evaluation. */
export interface DropoutData {
  readonly levels: readonly PurchaseLevel[];
  /** Row to group. */
  readonly order: Int32Array;
  readonly weight: Float64Array;
  /** Row to entry of the tables. */
  readonly ageOf: Int32Array;
  readonly recencyOf: Int32Array;
  /** ln(1 + t/alpha) and t/(alpha + t) for each different age and recency. */
  readonly ageGrowth: Float64Array;
  readonly ageShare: Float64Array;
  readonly recencyGrowth: Float64Array;
  readonly recencyShare: Float64Array;
  /** Fills the tables for an alpha. */
  place(alpha: number): void;
}

/**
 * Sums over the rows of one x. p: weight times probability of having left; s = p (1 - that probability); G: the growth
 * ln((alpha+T)/(alpha+tx)); D = dG/dln alpha; Curve = dD/dln alpha. `gain` accumulates over the levels, compensated by `lost`.
 */
export interface DropoutSums {
  gain: number;
  lost: number;
  p: number;
  pG: number;
  pD: number;
  pCurve: number;
  s: number;
  sG: number;
  sD: number;
  sGG: number;
  sGD: number;
  sDD: number;
}

export function dropoutLevels(data: LikelihoodData, firstChance: FirstChance): DropoutData {
  const { groups, ages } = data;
  const recencies = levelsOf(groups.tx);
  const { levels, order } = purchaseLevels(groups, data.tail.length);
  const weight = new Float64Array(order.length);
  const ageOf = new Int32Array(order.length);
  const recencyOf = new Int32Array(order.length);
  for (let row = 0; row < order.length; row += 1) {
    weight[row] = groups.weight[order[row]!]!;
    ageOf[row] = ages.of[order[row]!]!;
    recencyOf[row] = recencies.of[order[row]!]!;
  }
  const table = (times: Float64Array) => new Float64Array(times.length);
  const tables = {
    ageGrowth: table(ages.values),
    ageShare: table(ages.values),
    recencyGrowth: table(recencies.values),
    recencyShare: table(recencies.values),
  };
  const place = (alpha: number): void => {
    fill(ages.values, alpha, tables.ageGrowth, tables.ageShare);
    fill(recencies.values, alpha, tables.recencyGrowth, tables.recencyShare);
  };
  return { levels: levels.filter(({ x }) => x + firstChance > 0), order, weight, ageOf, recencyOf, ...tables, place };
}

function fill(times: Float64Array, alpha: number, growth: Float64Array, share: Float64Array): void {
  for (let i = 0; i < times.length; i += 1) {
    growth[i] = Math.log1p(times[i]! / alpha);
    share[i] = times[i]! / (alpha + times[i]!);
  }
}

const largestProduct = 1e300; // a factor of 2 more is still a double

/**
 * A fit spends its time here. ln(1 + e^d) is computed from the side that cannot overflow: an overflow here once made a
 * fit with r = a = b pass as converged (lifetimes pull request 381).
 */
export function sumLevel(data: DropoutData, from: number, to: number, shape: number, constant: number, into: DropoutSums): void {
  const { weight, ageOf, recencyOf, ageGrowth, ageShare, recencyGrowth, recencyShare } = data;
  let gain = into.gain,
    lost = into.lost;
  let odds = 1;
  let p = 0,
    pG = 0,
    pD = 0,
    pCurve = 0,
    s = 0,
    sG = 0,
    sD = 0,
    sGG = 0,
    sGD = 0,
    sDD = 0;
  for (let i = from; i < to; i += 1) {
    const age = ageOf[i]!,
      recency = recencyOf[i]!,
      w = weight[i]!;
    const G = ageGrowth[age]! - recencyGrowth[recency]!;
    const atAge = ageShare[age]!,
      atRecency = recencyShare[recency]!;
    const D = atRecency - atAge;
    const d = shape * G + constant;
    const small = Math.exp(-Math.abs(d));
    const larger = 1 / (1 + small);
    const left = d > 0 ? larger : small * larger;

    // For most rows, which have weight 1, ln(1 + e^-|d|) is taken of their product, at the end of the level or when it grows too large.
    let share = d > 0 ? w * d : 0;
    if (w === 1) odds *= 1 + small;
    else share += w * Math.log1p(small);
    if (odds > largestProduct) {
      share += Math.log(odds);
      odds = 1;
    }
    const term = share - lost; // Kahan's sum
    const next = gain + term;
    lost = next - gain - term;
    gain = next;

    const wp = w * left;
    const ws = w * small * larger * larger; // p (1 - p) from either side
    p += wp;
    pG += wp * G;
    pD += wp * D;
    pCurve -= wp * D * (1 - atAge - atRecency);
    s += ws;
    sG += ws * G;
    sD += ws * D;
    sGG += ws * G * G;
    sGD += ws * G * D;
    sDD += ws * D * D;
  }
  const term = Math.log(odds) - lost;
  into.gain = gain + term;
  into.lost = into.gain - gain - term;
  into.p = p;
  into.pG = pG;
  into.pD = pD;
  into.pCurve = pCurve;
  into.s = s;
  into.sG = sG;
  into.sD = sD;
  into.sGG = sGG;
  into.sGD = sGD;
  into.sDD = sDD;
}
