import { ModelError } from '../model-error.js';
import { DistinctKeys } from '../numerics/distinct-keys.js';
import { seenBy } from '../numerics/seen-by.js';

/** The length of one unit of model time, in days. A month is a mean Gregorian month. */
export const daysPerUnit = { day: 1, week: 7, month: 30.4375 } as const;
export type TimeUnit = keyof typeof daysPerUnit;

/**
 * One customer's sufficient statistics in whole days, after Fader, Hardie & Lee (2005).
 * The first purchase is not counted in `x`, and several purchases on one day count as one.
 */
export interface PurchaseStatistics {
  /** Days with a purchase after the day of the first one. */
  readonly x: number;
  /** Last purchase minus first purchase (not the time since the last); 0 when x = 0. */
  readonly recencyDays: number;
  /** End of observation minus first purchase. */
  readonly ageDays: number;
}

/** The same statistics in the unit a model was fitted in. `x = 0` means `tx = 0`, and always `tx <= T`. */
export interface PurchaseHistory {
  x: number;
  tx: number;
  T: number;
}

/** What models of regular purchases need besides groups: of the times between purchases of all customers. */
export interface GapSums {
  /** Sum of the logarithms of all gaps, in the unit of the groups. */
  readonly logs: number;
  /** How regular gaps are, as k of an Erlang: 1 at random, Infinity for equal ones; null where no customer has two gaps. */
  readonly regularity: number | null;
}

/** Customers with equal statistics, counted: arrays of equal length, times in `timeUnit`. */
export interface PurchaseGroups {
  readonly x: Int32Array;
  readonly tx: Float64Array;
  readonly T: Float64Array;
  /** How many customers share the row; positive. */
  readonly weight: Float64Array;
  /** null when the caller's times are in a unit of its own. */
  readonly timeUnit: TimeUnit | null;
  /** Only the models of regular purchases need them. */
  readonly gaps?: GapSums;
}

/**
 * Statistics of one customer as of `observationEndDay`, that day included; later purchases are ignored, so that
 * no score sees the future. `purchaseDays`: whole days since the epoch, ascending, distinct.
 * Null for a customer who had not bought yet.
 */
export function purchaseStatistics(purchaseDays: ArrayLike<number>, observationEndDay: number): PurchaseStatistics | null {
  const seen = seenBy(purchaseDays, observationEndDay);
  if (seen === 0) return null;
  const first = purchaseDays[0]!;
  const x = seen - 1;
  const recencyDays = purchaseDays[x]! - first;
  if (!(recencyDays >= x)) {
    throw new ModelError('invalid-input', `${seen} purchase days span only ${recencyDays} days.`, 'Give whole days since the epoch, ascending, each day once.');
  }
  return { x, recencyDays, ageDays: observationEndDay - first };
}

export function historyInUnit(statistics: PurchaseStatistics, unit: TimeUnit): PurchaseHistory {
  const days = daysPerUnit[unit];
  return { x: statistics.x, tx: statistics.recencyDays / days, T: statistics.ageDays / days };
}

const fieldSize = 2 ** 17; // 358 years of days; three fields make 51 bits, exact in a double

/**
 * Counts customers with equal statistics. The likelihoods depend on nothing else, so a fit on the groups equals the fit
 * on the customers, at a cost that grows with the number of different rows. One pass; memory grows with the groups.
 */
export function groupHistories(rows: Iterable<PurchaseStatistics>, unit: TimeUnit): PurchaseGroups {
  const distinct = new DistinctKeys();
  const weights: number[] = [];
  for (const { x, recencyDays, ageDays } of rows) {
    if (!(x >= 0 && x <= recencyDays && recencyDays <= ageDays && ageDays < fieldSize && (x > 0 || recencyDays === 0))) {
      throw new ModelError(
        'invalid-input',
        `Not a purchase history: x ${x}, recency ${recencyDays}, age ${ageDays} days.`,
        'Take the rows from purchaseStatistics; x <= recency <= age, and recency is 0 when x is 0.',
      );
    }
    const group = distinct.numberOf((x * fieldSize + recencyDays) * fieldSize + ageDays);
    if (group === weights.length) weights.push(1);
    else weights[group]! += 1;
  }
  const keys = distinct.values();
  const days = daysPerUnit[unit];
  const x = new Int32Array(keys.length);
  const tx = new Float64Array(keys.length);
  const T = new Float64Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) {
    const upper = Math.floor(keys[i]! / fieldSize);
    T[i] = (keys[i]! - upper * fieldSize) / days;
    x[i] = Math.floor(upper / fieldSize);
    tx[i] = (upper - x[i]! * fieldSize) / days;
  }
  return { x, tx, T, weight: Float64Array.from(weights), timeUnit: unit };
}
