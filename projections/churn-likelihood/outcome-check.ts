import type { OutcomeCalibration } from '@tenure/models';
import type { FittedModel, UntestedHorizon } from '@tenure/querying';
import { dayName } from '@tenure/time';

/** The outcomes that the likelihoods of an answer were checked against, or why they were not checked. */
export type OutcomeCheck =
  | {
      readonly checked: true;
      /** The horizons of the outcomes: the tested ones next to the requested one. */
      readonly horizons: readonly string[];
      /** The latest day scored for them; its horizon had passed when the model was fitted. */
      readonly at: string;
      readonly customers: number;
      readonly baseRate: number;
      /** ln-odds of the outcomes = level + slope x ln-odds of the model. */
      readonly level: number;
      readonly slope: number;
      /** The part of the level due to the season; null without two years of data to show it, or when the day in question is not that of the fit. */
      readonly season: number | null;
      /** Standard deviation in ln-odds between outcomes of tenths of customers and their predictions; null without an earlier check. */
      readonly spread: number | null;
      /** With it: at answered ln-odds the standard deviation is hypot(spread, spreadGrowth x ln-odds). */
      readonly spreadGrowth: number;
    }
  | { readonly checked: false; readonly why: string };

/** Turns log-odds of a model into those that are answered. */
export interface Calibration {
  readonly check: OutcomeCheck;
  readonly level: number;
  readonly slope: number;
  /** Standard error of calibrated log-odds due to the line alone. */
  lineError(logOdds: number): number;
}

/** The weight of a line shrinks beyond the tested horizons, and is zero for a horizon twice as long, or half. */
const furthest = Math.log(2);
/** The season is that of the horizon after the fit's last day. */
const nearTheFit = 30;

/** A calibration and its weight, 0 to 1; the rest up to 1 is the uncalibrated model. */
export type Weighted<Learnt extends OutcomeCalibration = OutcomeCalibration> = readonly [Learnt, number];

/**
 * The calibration of a fit for a horizon in days, about a day since 1970: between two tested horizons their lines are interpolated
 * in ln(horizon). Without a tested horizon near enough, a calibration that changes nothing, with the reason.
 */
export function calibrationOf({ calibrations }: Pick<FittedModel, 'calibrations'>, horizonDays: number, about: number): Calibration {
  const weighted = weightsAt(calibrations?.filter((each): each is OutcomeCalibration => 'line' in each) ?? [], Math.log(horizonDays));
  if (weighted.length > 0) return mixed(weighted, about);
  const untested = calibrations?.filter((each): each is UntestedHorizon => 'notEnoughData' in each) ?? [];
  const nearest = untested.find(({ horizon }) => Math.abs(Math.log(horizon / horizonDays)) < furthest);
  const why =
    calibrations === undefined
      ? 'the fit was made by a version that did not look at outcomes: fit the model again.'
      : (nearest?.notEnoughData ?? 'no horizon near this one has been tested.');
  return { check: { checked: false, why: `Not yet checked against outcomes: ${why}` }, level: 0, slope: 1, lineError: () => 0 };
}

/** The tested horizons next to ln(horizon), with their weights; none where the nearest is too far. */
export function weightsAt<Learnt extends OutcomeCalibration>(learnt: readonly Learnt[], at: number): Weighted<Learnt>[] {
  const place = ({ horizon }: OutcomeCalibration): number => Math.log(horizon);
  const below = learnt.findLast((each) => place(each) <= at);
  const above = learnt.find((each) => place(each) >= at);
  if (below !== undefined && above !== undefined) {
    if (below === above) return [[below, 1]];
    const share = (at - place(below)) / (place(above) - place(below));
    return [
      [below, 1 - share],
      [above, share],
    ];
  }
  const only = below ?? above;
  const fading = only === undefined ? 0 : 1 - Math.abs(at - place(only)) / furthest;
  return fading > 0 ? [[only!, fading]] : [];
}

/** The part of the level due to the season; null where one of the horizons has none, or when the day in question is not that of the fit. */
export function seasonOf(weighted: readonly Weighted[], about: number): number | null {
  const isNearTheFit = weighted.every(([{ at, horizon }]) => Math.abs(about - (at + horizon)) <= nearTheFit);
  return isNearTheFit && weighted.every(([each]) => each.season !== null) ? mean(weighted, (each) => each.season!) : null;
}

export function checkOf(weighted: readonly Weighted[], about: number): Extract<OutcomeCheck, { checked: true }> {
  const season = seasonOf(weighted, about);
  const heaviest = weighted.reduce((most, each) => (each[1] > most[1] ? each : most))[0];
  return {
    checked: true,
    horizons: weighted.map(([{ horizon }]) => `P${horizon}D`),
    at: dayName(Math.max(...weighted.map(([each]) => each.at))),
    customers: heaviest.customers,
    baseRate: heaviest.baseRate,
    level: mean(weighted, ({ line }) => line.intercept) + (season ?? 0),
    slope: mean(weighted, ({ line }) => line.slope) + 1 - mean(weighted, () => 1),
    season,
    spread: weighted.some(([each]) => each.spread === null) ? null : Math.max(...weighted.map(([each]) => each.spread!)),
    spreadGrowth: Math.max(...weighted.map(([{ spreadGrowth = 0 }]) => spreadGrowth)),
  };
}

/** Weighted; what is missing to a weight of 1 counts as 0. */
const mean = (weighted: readonly Weighted[], of: (each: OutcomeCalibration) => number): number =>
  weighted.reduce((sum, [each, weight]) => sum + weight * of(each), 0);

function mixed(weighted: readonly Weighted[], about: number): Calibration {
  const check = checkOf(weighted, about);
  return { check, level: check.level, slope: check.slope, lineError: (logOdds) => mean(weighted, ({ line }) => errorOf(line, logOdds)) };
}

/** Standard error of a line at ln-odds of the model. */
export const errorOf = ({ interceptError, slopeError, covariance }: OutcomeCalibration['line'], logOdds: number): number =>
  Math.sqrt(Math.max(0, interceptError ** 2 + 2 * logOdds * covariance + (logOdds * slopeError) ** 2));
