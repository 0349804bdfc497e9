import { ModelError } from '../model-error.js';

/** How long one customer was observed, in any unit of time. */
export interface ObservedTime {
  /** When the event happened, or the last moment at which it had not happened. */
  readonly time: number;
  /** Whether it happened; otherwise the time is censored. */
  readonly event: boolean;
  /** From when on the customer is observed (left truncation): at risk in (entry, time]. Left out: from the beginning. */
  readonly entry?: number;
}

/** The curve from one time with an event to the next. */
export interface SurvivalStep {
  readonly time: number;
  /** Customers under observation just before. */
  readonly atRisk: number;
  readonly events: number;
  /** P(no event up to and including this time). */
  readonly survival: number;
  /** Greenwood's variance of it. */
  readonly variance: number;
  /** 95 % interval, symmetric in ln(-ln S) and so within 0 and 1; null where the survival is 0, which has no interval. */
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface SurvivalCurve {
  readonly steps: readonly SurvivalStep[];
  readonly customers: number;
  readonly events: number;
  /** The last time of any observation: the curve says nothing about later times. */
  readonly end: number;
}

const z = 1.959963984540054;

/**
 * Kaplan & Meier (1958), "Nonparametric estimation from incomplete observations", JASA 53: survival without a model. A customer
 * censored at the moment of an event is still at risk of it. Variance after Greenwood (1926); intervals after Kalbfleisch & Prentice
 * (1980). With late entries few may be at risk early on: where all of them have the event the curve stays at 0. Errors:
 * `too-little-data` without customers, `invalid-input` for an invalid time or one not after its entry.
 */
export function kaplanMeier(observed: readonly ObservedTime[]): SurvivalCurve {
  observed.forEach(requireTimes);
  if (observed.length === 0) throw new ModelError('too-little-data', 'There is no customer.', 'Give at least one time.');
  const ended = [...observed].sort((left, right) => left.time - right.time);
  const entries = Float64Array.from(observed, ({ entry }) => entry ?? -Infinity).sort();
  const steps: SurvivalStep[] = [];
  let entered = 0,
    gone = 0,
    events = 0;
  let survival = 1,
    relativeVariance = 0;
  while (gone < ended.length) {
    const { time } = ended[gone]!;
    while (entered < entries.length && entries[entered]! < time) entered += 1;
    const atRisk = entered - gone;
    let now = 0;
    for (; gone < ended.length && ended[gone]!.time === time; gone += 1) now += ended[gone]!.event ? 1 : 0;
    if (now === 0) continue;
    events += now;
    survival *= 1 - now / atRisk;
    relativeVariance += now / atRisk / (atRisk - now);
    steps.push({ time, atRisk, events: now, survival, ...uncertainty(survival, relativeVariance) });
  }
  return { steps, customers: observed.length, events, end: ended.at(-1)!.time };
}

/** The survival at a time: 1 before the first event, null after the end of observation. */
export function survivalAt({ steps, end }: SurvivalCurve, time: number): number | null {
  if (!(time >= 0)) throw new ModelError('invalid-input', `${time} is no time.`, 'Give a time of at least zero.');
  if (time > end) return null;
  return steps.findLast((step) => step.time <= time)?.survival ?? 1;
}

function uncertainty(survival: number, relativeVariance: number): Pick<SurvivalStep, 'variance' | 'lower' | 'upper'> {
  if (survival === 0) return { variance: 0, lower: null, upper: null };
  const reach = Math.exp((z * Math.sqrt(relativeVariance)) / -Math.log(survival));
  return { variance: survival * survival * relativeVariance, lower: survival ** reach, upper: survival ** (1 / reach) };
}

function requireTimes({ time, entry }: ObservedTime, row: number): void {
  if (time >= 0 && time < Infinity && (entry === undefined || (entry >= 0 && entry < time))) return;
  throw new ModelError(
    'invalid-input',
    `Row ${row} is no time observed: ${entry === undefined ? '' : `entry ${entry}, `}time ${time}.`,
    'Give finite times of at least zero, and an entry before the time.',
  );
}
