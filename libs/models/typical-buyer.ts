import { daysPerUnit, type PurchaseHistory, type PurchaseStatistics, type TimeUnit } from './statistics.js';

/** The customer who still buys, to compare others with. */
export interface TypicalBuyer {
  /** How many still buy. */
  readonly customers: number;
  /** Medians, each by itself: a few who buy daily make no mean that anybody is like. Repeat purchase days, the lower of two. */
  readonly repeatPurchaseDays: number;
  readonly ageDays: number;
  /** The silence since the last purchase over the own mean time between purchases. */
  readonly silence: number;
}

/** Of gaps that are exponential with a known mean, 5 % are longer. */
const longestSilence = 3;

/** The silence since the last purchase over the own mean time between purchases; null for one who has not come back. */
export const silenceOf = ({ x, recencyDays, ageDays }: PurchaseStatistics): number | null => (x === 0 ? null : (x * (ageDays - recencyDays)) / recencyDays);

/** Those who came back, and whose silence is at most three times their own usual gap, whatever any model says of them. Null where nobody is. */
export function typicalBuyer(customers: Iterable<PurchaseStatistics>): TypicalBuyer | null {
  const found = { x: [] as number[], age: [] as number[], silence: [] as number[] };
  for (const one of customers) {
    const silence = silenceOf(one);
    if (silence === null || silence > longestSilence) continue;
    found.x.push(one.x);
    found.age.push(one.ageDays);
    found.silence.push(silence);
  }
  const count = found.x.length;
  if (count === 0) return null;
  return { customers: count, repeatPurchaseDays: median(found.x), ageDays: median(found.age), silence: median(found.silence) };
}

/** The lower of two: that of counts is a count. */
function median(values: readonly number[]): number {
  return Float64Array.from(values).sort()[(values.length - 1) >> 1]!;
}

/** The same as a history in the unit of a fit. */
export function typicalHistory({ repeatPurchaseDays: x, ageDays, silence }: TypicalBuyer, unit: TimeUnit): PurchaseHistory {
  const T = ageDays / daysPerUnit[unit];
  return { x, tx: (x * T) / (x + silence), T };
}
