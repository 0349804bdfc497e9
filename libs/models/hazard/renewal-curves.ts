import { seenBy } from '../numerics/seen-by.js';
import type { CustomerRecord } from './customer-record.js';

/**
 * How long customers wait from one purchase day to the next: cumulative hazard by time, in days or in units of the customer's own mean
 * gap. Piecewise linear from (0, 0).
 */
export interface RenewalCurve {
  readonly times: readonly number[];
  readonly hazard: readonly number[];
}

/** Null where too few gaps were seen. */
export interface RenewalCurves {
  /** All customers, in days. */
  readonly inDays: RenewalCurve | null;
  /** One for each class of repeat purchases (see `renewalClass`), in own mean gaps. */
  readonly inOwnGaps: ReadonlyArray<RenewalCurve | null>;
}

/** Classes by the number of repeat purchase days: none (these have no gap of their own: days), 1, 2 to 3, 4 to 7, 8 and more. */
export const renewalClass = (repeats: number): number => (repeats < 2 ? repeats : repeats < 4 ? 2 : repeats < 8 ? 3 : 4);
const classes = 5;

const fewestGaps = 50;
/** A curve is kept at some such number of points. */
const points = 40;
/** Gaps are regular where the middle half of them lies within this share of the median: of exponential gaps it spans 1.6 medians. */
const regularSpan = 0.5;

/** Lengths of gaps. */
interface Gaps {
  readonly ended: number[];
  /** Of those in which the customer was still waiting on the day. */
  readonly open: number[];
}

/**
 * Learnt from all gaps by a day (Kaplan & Meier 1958, on the scale of the own mean gap so far). Where gaps are not regular, the longer a
 * customer waits the less probable is a purchase on the next day, because the slow and the gone remain: the curve is then the least
 * concave one above the estimate (Grenander 1956; Barlow et al. 1972), so that a longer silence never lowers a likelihood of leaving.
 */
export function renewalCurves(records: readonly CustomerRecord[], day: number): RenewalCurves {
  const inDays: Gaps = { ended: [], open: [] };
  const inOwnGaps = Array.from({ length: classes }, (): Gaps => ({ ended: [], open: [] }));
  for (const { purchases } of records) {
    const seen = seenBy(purchases, day);
    for (let i = 0; i < seen; i += 1) {
      const kind = i + 1 < seen ? 'ended' : 'open';
      const waited = i + 1 < seen ? purchases[i + 1]! - purchases[i]! : day - purchases[i]! + 0.5;
      const unit = i === 0 ? 1 : (purchases[i]! - purchases[0]!) / i;
      inDays[kind].push(waited);
      inOwnGaps[renewalClass(i)]![kind].push(waited / unit);
    }
  }
  return { inDays: curveOf(inDays), inOwnGaps: inOwnGaps.map(curveOf) };
}

/**
 * ln-odds that a customer who has waited for `silence` does not buy within `horizon`, all in the unit of the curve; within limits, because
 * beyond the longest observed wait a curve says nothing. 0 without a curve.
 */
export function renewalLogOdds(curve: RenewalCurve | null | undefined, silence: number, horizon: number): number {
  if (!curve) return 0;
  const ahead = Math.min(mostHazard, Math.max(leastHazard, hazardAt(curve, silence + horizon) - hazardAt(curve, silence)));
  return -ahead - Math.log(-Math.expm1(-ahead));
}

/** Probabilities of 0.2 % and 98 %. */
const mostHazard = -Math.log(0.002);
const leastHazard = -Math.log(0.98);

function curveOf(gaps: Gaps): RenewalCurve | null {
  if (gaps.ended.length < fewestGaps) return null;
  const ended = Float64Array.from(gaps.ended).sort();
  const open = Float64Array.from(gaps.open).sort();
  const times: number[] = [0];
  const hazard: number[] = [0];
  let sum = 0;
  for (let from = 0, to = 0, gone = 0; from < ended.length; from = to) {
    const time = ended[from]!;
    while (to < ended.length && ended[to] === time) to += 1;
    while (gone < open.length && open[gone]! < time) gone += 1;
    const waiting = ended.length - from + open.length - gone;
    if (to - from === waiting) break; // the hazard of the last ones is not bounded
    sum -= Math.log1p(-(to - from) / waiting);
    times.push(time);
    hazard.push(sum);
  }
  return thinned(isRegular(ended) ? { times, hazard } : concaveAbove({ times, hazard }));
}

/** Lengths ascending. */
function isRegular(ended: Float64Array): boolean {
  const quantile = (share: number): number => ended[Math.floor(share * (ended.length - 1))]!;
  return quantile(0.75) - quantile(0.25) < regularSpan * quantile(0.5);
}

function concaveAbove({ times, hazard }: RenewalCurve): RenewalCurve {
  const kept: number[] = [];
  const slope = (from: number, to: number): number => (hazard[to]! - hazard[from]!) / (times[to]! - times[from]!);
  for (let i = 0; i < times.length; i += 1) {
    while (kept.length > 1 && slope(kept.at(-2)!, kept.at(-1)!) <= slope(kept.at(-1)!, i)) kept.pop();
    kept.push(i);
  }
  return { times: kept.map((i) => times[i]!), hazard: kept.map((i) => hazard[i]!) };
}

/**
 * Points at even steps of the hazard, and the one before a larger step, so that a jump stays one. Between points of a concave curve the
 * line stays concave.
 */
function thinned({ times, hazard }: RenewalCurve): RenewalCurve {
  if (times.length <= points) return { times, hazard };
  const last = times.length - 1;
  const step = hazard[last]! / (points - 2);
  const kept: number[] = [0];
  for (let i = 1; i < last; i += 1) {
    if (hazard[i]! - hazard[kept.at(-1)!]! < step) continue;
    if (kept.at(-1)! < i - 1) kept.push(i - 1);
    kept.push(i);
  }
  kept.push(last);
  return { times: kept.map((i) => times[i]!), hazard: kept.map((i) => hazard[i]!) };
}

/** Flat after the last point. */
function hazardAt({ times, hazard }: RenewalCurve, time: number): number {
  let low = 0;
  let high = times.length - 1;
  if (time >= times[high]!) return hazard[high]!;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= time) low = middle;
    else high = middle;
  }
  return hazard[low]! + ((time - times[low]!) / (times[high]! - times[low]!)) * (hazard[high]! - hazard[low]!);
}
