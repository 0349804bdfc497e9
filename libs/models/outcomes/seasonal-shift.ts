import type { Parameters } from '../fit.js';
import { outcomesAfter, type PurchaseDays } from './purchase-days.js';
import { daysBetweenChecks, isEnough, logOddsOf, mostChecks, type Tested } from './tested-model.js';

/** What levels are compared in: one model, one slope. */
export interface LevelIn {
  readonly tested: Tested;
  readonly days: PurchaseDays;
  readonly parameters: Parameters;
  readonly slope: number;
}

const daysPerYear = 365;

/**
 * How much higher the level will be than on the newest outcomes because of the season: the rise of a year ago, times the share
 * (0 to 1) by which the same rule would have been right on the known days. Null without two years of data: one year cannot tell
 * a season from a trend.
 */
export function seasonalShift(where: LevelIn, until: number): number | null {
  const { horizon } = where.tested;
  const first = where.days.days.reduce((least, day) => Math.min(least, day), Infinity);
  if (until - first < 2 * daysPerYear) return null;
  const change = (from: number, to: number): number | null => {
    const [before, after] = [levelOn(where, from), levelOn(where, to)];
    return before === null || after === null ? null : after - before;
  };
  const aYearAgo = change(until - horizon - daysPerYear, until - daysPerYear);
  if (aYearAgo === null) return null;
  let product = 0,
    square = 0;
  for (let check = 0; check < mostChecks; check += 1) {
    const day = until - horizon - check * daysBetweenChecks;
    const foretold = change(day - horizon - daysPerYear, day - daysPerYear);
    const came = change(day - horizon, day);
    if (foretold === null || came === null) break;
    product += foretold * came;
    square += foretold * foretold;
  }
  return square === 0 ? null : Math.min(1, Math.max(0, product / square)) * aYearAgo;
}

/** The level of a line with the given slope on one day; null with too little data to estimate it. */
function levelOn({ tested, days, parameters, slope }: LevelIn, day: number): number | null {
  const outcomes = outcomesAfter(days, day, tested.horizon);
  if (!isEnough(outcomes)) return null;
  const scaled = logOddsOf(tested, parameters, outcomes).map((each) => slope * each);
  let level = 0;
  for (let step = 0; step < 50; step += 1) {
    let rest = outcomes.silentCustomers,
      spread = 0;
    for (const each of scaled) {
      const p = 1 / (1 + Math.exp(-level - each));
      rest -= p;
      spread += p * (1 - p);
    }
    const move = rest / spread;
    level += Math.max(-2, Math.min(2, move));
    if (Math.abs(move) < 1e-10) return level;
  }
  return null;
}
