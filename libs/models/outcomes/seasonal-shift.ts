import { daysBetweenChecks, mostChecks } from './tested-model.js';

/** Days are since 1970. */
export interface SeasonLooked {
  /** In days. */
  readonly horizon: number;
  /** The first day with a purchase, and the last day that is known. */
  readonly first: number;
  readonly until: number;
  /** The level on one day, of a line whose slope is the same on all days; null with too little data to estimate it. */
  levelOn(day: number): number | null;
}

const daysPerYear = 365;

/**
 * How much higher the level will be than on the newest outcomes because of the season: the rise of a year ago, times the share
 * (0 to 1) by which the same rule would have been right on the known days. Null without two years of data: one year cannot tell
 * a season from a trend. Nor for horizons beyond a year.
 */
export function seasonalShift({ horizon, first, until, levelOn }: SeasonLooked): number | null {
  // A year ago a longer horizon was not over.
  if (until - first < 2 * daysPerYear || horizon > daysPerYear) return null;
  const change = (from: number, to: number): number | null => {
    const [before, after] = [levelOn(from), levelOn(to)];
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

/** The level of the line with slope 1 through scaled ln-odds, at which as many stay away as did. Null if the search does not end. */
export function levelThrough(scaled: ArrayLike<number>, happened: number): number | null {
  let level = 0;
  for (let step = 0; step < 50; step += 1) {
    let rest = happened,
      spread = 0;
    for (let i = 0; i < scaled.length; i += 1) {
      const p = 1 / (1 + Math.exp(-level - scaled[i]!));
      rest -= p;
      spread += p * (1 - p);
    }
    const move = rest / spread;
    level += Math.max(-2, Math.min(2, move));
    if (Math.abs(move) < 1e-10) return level;
  }
  return null;
}
