import { lowerMedian } from '../numerics/lower-median.js';
import { daysPerUnit, type PurchaseHistory, type PurchaseStatistics, type TimeUnit } from './statistics.js';

/** The typical customer who still buys, for comparison with others. */
export interface TypicalBuyer {
  /** The number of customers who still buy. */
  readonly customers: number;
  /** Each a separate median, because a few daily buyers make a mean that fits nobody. Repeat purchase days, the lower of two. */
  readonly repeatPurchaseDays: number;
  readonly ageDays: number;
  /** The silence since the last purchase over the own mean time between purchases. */
  readonly silence: number;
}

/** In own mean gaps: who was silent for longer has probably left. Among exponential gaps with a known mean, 5 % are longer. */
export const longestSilence = 3;

/** The silence since the last purchase over the own mean time between purchases; null for a customer who has not come back. */
export const silenceOf = ({ x, recencyDays, ageDays }: PurchaseStatistics): number | null => (x === 0 ? null : (x * (ageDays - recencyDays)) / recencyDays);

/** Typical of customers who came back and whose silence is at most three times their own usual gap, whatever any model says. Null without any. */
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
  return { customers: count, repeatPurchaseDays: lowerMedian(found.x), ageDays: lowerMedian(found.age), silence: lowerMedian(found.silence) };
}

/** The same as a history in the unit of a fit. */
export function typicalHistory({ repeatPurchaseDays: x, ageDays, silence }: TypicalBuyer, unit: TimeUnit): PurchaseHistory {
  const T = ageDays / daysPerUnit[unit];
  return { x, tx: (x * T) / (x + silence), T };
}
