import { type CausedCurve, cumulativeIncidence, medianSurvival } from '@tenure/models';
import type { Scalar } from '../../shared/last-write/register-list.js';
import { type Cause, causes, type Observed } from './observed.js';
import type { SurvivalSubject } from './parameters.js';
import { rowOf } from './row-of.js';

/** The customers who were still observed after the row before, what became of them by `days`, and the curve there. */
export interface SurvivalRow {
  readonly period: number;
  /** Days from the beginning to the end of this row; in the last row the longest that anybody was observed. */
  readonly days: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  readonly survival: number;
  /** Greenwood. */
  readonly standardError: number;
  /** 95 %, log-log; null while nobody has had the event and once everybody has. */
  readonly low: number | null;
  readonly high: number | null;
  /** Aalen-Johansen: the shares to whom it has happened, by cause; with `survival` they add up to 1. */
  readonly happened: Readonly<Partial<Record<Cause, number>>>;
}

export interface ShownCurve {
  /** Value of the dimension, if one was requested. */
  readonly group?: Scalar;
  readonly customers: number;
  readonly events: number;
  readonly censored: number;
  readonly median: { readonly days: number; readonly low: number; readonly high: number | null } | null;
  readonly noMedian: string | null;
  readonly rows: readonly SurvivalRow[];
}

/** How many rows of `length` days the curve has: one for the day of the beginning, and those to the end of the longest observation. */
export function rowCount(observed: readonly Observed[], length: number): number {
  return 1 + observed.reduce((last, one) => Math.max(last, rowOf(one, length)), 0);
}

/** @param length days of a row; row 0 is the day of the beginning */
export function curveOf(observed: readonly Observed[], of: SurvivalSubject, length: number): ShownCurve {
  const curve = cumulativeIncidence<Cause>(observed, causes[of]);
  const median = medianSurvival(curve);
  return {
    customers: curve.customers,
    events: curve.events,
    censored: curve.customers - curve.events,
    median: median === null ? null : { days: median.time, low: median.low, high: median.high },
    noMedian: median === null ? whyNoMedian(curve) : null,
    rows: rowsOf(observed, curve, of, length),
  };
}

function whyNoMedian({ steps, end }: CausedCurve<Cause>): string {
  const share = ((steps.at(-1)?.survival ?? 1) * 100).toFixed(1);
  return `After the ${end} days for which they were observed the curve is still at ${share} %, above one half.`;
}

function rowsOf(observed: readonly Observed[], curve: CausedCurve<Cause>, of: SurvivalSubject, length: number): SurvivalRow[] {
  const count = rowCount(observed, length);
  const censored = new Float64Array(count);
  for (const one of observed) if (one.cause === null) censored[rowOf(one, length)]! += 1;
  const rows: SurvivalRow[] = [];
  let atRisk = curve.customers;
  let step = 0;
  for (let period = 0; period < count; period += 1) {
    const days = Math.min(period * length, curve.end);
    let events = 0;
    for (; step < curve.steps.length && curve.steps[step]!.time <= days; step += 1) events += curve.steps[step]!.events;
    rows.push({ period, days, atRisk, events, censored: censored[period]!, ...curveAt(curve, step - 1, of) });
    atRisk -= events + censored[period]!;
  }
  return rows;
}

function curveAt(
  { steps, incidence }: CausedCurve<Cause>,
  step: number,
  of: SurvivalSubject,
): Omit<SurvivalRow, 'period' | 'days' | 'atRisk' | 'events' | 'censored'> {
  const happened = Object.fromEntries(causes[of].map((cause) => [cause, incidence[cause][step] ?? 0]));
  const at = steps[step];
  if (at === undefined) return { survival: 1, standardError: 0, low: null, high: null, happened };
  return { survival: at.survival, standardError: Math.sqrt(at.variance), low: at.lower, high: at.upper, happened };
}
