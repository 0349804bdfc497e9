import { type CalibrationLine, calibrationLine } from './calibration-line.js';
import { calibrationSpread } from './calibration-spread.js';
import { outcomesAfter, type PurchaseDays, thinned } from './purchase-days.js';
import { levelThrough, seasonalShift } from './seasonal-shift.js';
import { fewestCustomers, fewestOfEach, fitOn, isEnough, logOddsOf, type Tested } from './tested-model.js';

/** How likelihoods of a model have to be adjusted to come true, learnt from the newest known outcomes. */
export interface OutcomeCalibration {
  /** Days ahead. */
  readonly horizon: number;
  /** The day, since 1970, that was scored: its horizon ends with the known data. */
  readonly at: number;
  readonly customers: number;
  /** The share of customers who did not buy within the horizon. */
  readonly baseRate: number;
  /** ln-odds of the outcomes = intercept + slope x ln-odds of the model, with errors. */
  readonly line: CalibrationLine;
  /** Added to the intercept for the season; null without two years of data to show it. */
  readonly season: number | null;
  /** Standard deviation, in ln-odds, between outcomes of a tenth of customers and the predictions of an earlier line; null without an earlier one. */
  readonly spread: number | null;
  /** With it: at ln-odds foretold the standard deviation is hypot(spread, spreadGrowth x ln-odds). Absent in fits from before 0.2 was released, and where `spread` is null. */
  readonly spreadGrowth?: number;
}

/** The spread takes a dozen fits; it needs fewer customers than the line. */
const customersOfSpread = 10_000;

/**
 * Fits the model on the last day whose horizon is over by `until`, and fits a line of the outcomes against the predictions (Cox
 * 1958; level and slope, because that is where models of churn err, and not in the ranking). Returns a sentence where there is no
 * outcome to learn from.
 */
export function calibrateOutcomes(tested: Tested, days: PurchaseDays, until: number): OutcomeCalibration | string {
  const at = until - tested.horizon;
  const outcomes = outcomesAfter(days, at, tested.horizon);
  const { known, silent, silentCustomers } = outcomes;
  if (!isEnough(outcomes)) {
    return `On the last day whose ${tested.horizon} days are over, ${known.length} customers had bought, and ${known.length - silentCustomers} of them bought again within these: ${fewestCustomers} customers, ${fewestOfEach} who did and ${fewestOfEach} who did not are the least to learn from.`;
  }
  const parameters = fitOn(tested, outcomes);
  if (parameters === null) return 'What was known before the newest outcomes is too little for the model, or it did not converge on it.';
  const line = calibrationLine(logOddsOf(tested, parameters, outcomes), silent);
  if (line === null || line.slope <= 2 * line.slopeError) return 'What happened since does not rise with what the model foretold.';
  const levelOn = (day: number): number | null => {
    const then = outcomesAfter(days, day, tested.horizon);
    if (!isEnough(then)) return null;
    return levelThrough(
      logOddsOf(tested, parameters, then).map((each) => line.slope * each),
      then.silentCustomers,
    );
  };
  const first = days.days.reduce((least, day) => Math.min(least, day), Infinity);
  return {
    horizon: tested.horizon,
    at,
    customers: known.length,
    baseRate: silentCustomers / known.length,
    line,
    season: seasonalShift({ horizon: tested.horizon, first, until, levelOn }),
    ...(calibrationSpread(tested, thinned(days, customersOfSpread), at) ?? { spread: null }),
  };
}
