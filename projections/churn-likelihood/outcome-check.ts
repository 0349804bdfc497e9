import type { OutcomeCalibration } from '@tenure/models';
import type { FittedModel, UntestedHorizon } from '@tenure/querying';
import { dayName } from '@tenure/time';

/** What the likelihoods of an answer were checked against, or why they were not. */
export type OutcomeCheck =
  | {
      readonly checked: true;
      /** The horizons of the outcomes: the tested ones next to the one asked for. */
      readonly horizons: readonly string[];
      /** The latest day that was scored for them; its horizon was over when the model was fitted. */
      readonly at: string;
      readonly customers: number;
      readonly baseRate: number;
      /** ln-odds of what happened = level + slope x ln-odds of the model. */
      readonly level: number;
      readonly slope: number;
      /** Part of the level that the time of the year makes; null where there are no two years to see it in, or the day asked about is not that of the fit. */
      readonly season: number | null;
      /** Standard deviation in ln-odds of what happened to tenths of customers around what was foretold; null without an earlier check. */
      readonly spread: number | null;
    }
  | { readonly checked: false; readonly why: string };

/** How log-odds of a model become those that are answered. */
export interface Calibration {
  readonly check: OutcomeCheck;
  readonly level: number;
  readonly slope: number;
  /** Standard error of calibrated log-odds by the line alone. */
  lineError(logOdds: number): number;
}

/** Beyond the tested horizons a line counts less and less, and not at all for one twice as long, or half. */
const furthest = Math.log(2);
/** A season is that of the horizon after the fit's last day. */
const nearTheFit = 30;

/** A calibration and how much it counts, 0 to 1; what is missing to 1 is the model as it is. */
type Weighted = readonly [OutcomeCalibration, number];

/**
 * The calibration of a fit for a horizon in days, about a day since 1970: between two tested horizons their lines are mixed in
 * ln(horizon). One that changes nothing, with the reason, where there is none.
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

function weightsAt(learnt: readonly OutcomeCalibration[], at: number): Weighted[] {
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

function mixed(weighted: readonly Weighted[], about: number): Calibration {
  const mix = (of: (each: OutcomeCalibration) => number): number => weighted.reduce((sum, [each, weight]) => sum + weight * of(each), 0);
  const asItIs = 1 - mix(() => 1);
  const isNearTheFit = weighted.every(([{ at, horizon }]) => Math.abs(about - (at + horizon)) <= nearTheFit);
  const season = isNearTheFit && weighted.every(([each]) => each.season !== null) ? mix((each) => each.season!) : null;
  const spread = weighted.some(([each]) => each.spread === null) ? null : Math.max(...weighted.map(([each]) => each.spread!));
  const level = mix(({ line }) => line.intercept) + (season ?? 0);
  const slope = mix(({ line }) => line.slope) + asItIs;
  const heaviest = weighted.reduce((most, each) => (each[1] > most[1] ? each : most))[0];
  const check = {
    checked: true as const,
    horizons: weighted.map(([{ horizon }]) => `P${horizon}D`),
    at: dayName(Math.max(...weighted.map(([each]) => each.at))),
    customers: heaviest.customers,
    baseRate: heaviest.baseRate,
    level,
    slope,
    season,
    spread,
  };
  return { check, level, slope, lineError: (logOdds) => mix(({ line }) => errorOf(line, logOdds)) };
}

const errorOf = ({ interceptError, slopeError, covariance }: OutcomeCalibration['line'], logOdds: number): number =>
  Math.sqrt(Math.max(0, interceptError ** 2 + 2 * logOdds * covariance + (logOdds * slopeError) ** 2));
