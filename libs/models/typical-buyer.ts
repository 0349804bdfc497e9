import { daysPerUnit, type PurchaseHistory, type PurchaseStatistics, type TimeUnit } from './statistics.js';

/** The customer who still buys, to compare others with. */
export interface TypicalBuyer {
  /** How many still buy. */
  readonly customers: number;
  /** Mean repeat purchase days, rounded: models count purchases. */
  readonly repeatPurchaseDays: number;
  /** Mean age in days. */
  readonly ageDays: number;
  /** Median of the silence since the last purchase over the own mean time between purchases. */
  readonly silence: number;
}

/** Of gaps that are exponential with a known mean, 5 % are longer. */
const longestSilence = 3;

/** The silence since the last purchase over the own mean time between purchases; null for one who has not come back. */
export const silenceOf = ({ x, recencyDays, ageDays }: PurchaseStatistics): number | null => (x === 0 ? null : (x * (ageDays - recencyDays)) / recencyDays);

/** Those who came back, and whose silence is at most three times their own usual gap, whatever any model says of them. Null where nobody is. */
export function typicalBuyer(customers: Iterable<PurchaseStatistics>): TypicalBuyer | null {
  const silences: number[] = [];
  let purchases = 0,
    age = 0;
  for (const one of customers) {
    const silence = silenceOf(one);
    if (silence === null || silence > longestSilence) continue;
    silences.push(silence);
    purchases += one.x;
    age += one.ageDays;
  }
  const count = silences.length;
  if (count === 0) return null;
  const sorted = Float64Array.from(silences).sort();
  const silence = (sorted[(count - 1) >> 1]! + sorted[count >> 1]!) / 2;
  return { customers: count, repeatPurchaseDays: Math.round(purchases / count), ageDays: age / count, silence };
}

/** The same as a history in the unit of a fit. */
export function typicalHistory({ repeatPurchaseDays: x, ageDays, silence }: TypicalBuyer, unit: TimeUnit): PurchaseHistory {
  const T = ageDays / daysPerUnit[unit];
  return { x, tx: (x * T) / (x + silence), T };
}
