import type { OutcomeCalibration } from '@tenure/models';
import type { FittedModel, UntestedHorizon } from '@tenure/querying';
import { dayName } from '@tenure/time';

/** What the likelihoods of an answer were checked against, or why they were not. */
export type OutcomeCheck =
  | {
      readonly checked: true;
      /** The horizon of the outcomes: the nearest that was tested. */
      readonly horizon: string;
      /** The day that was scored; its horizon was over when the model was fitted. */
      readonly at: string;
      readonly customers: number;
      readonly baseRate: number;
      /** ln-odds of what happened = level + slope x ln-odds of the model. */
      readonly level: number;
      readonly slope: number;
      /** Part of the level that the time of the year makes; null where there are no two years to see it in. */
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

/** Outcomes say something about a horizon up to twice as long, or half as long. */
const furthest = Math.log(2);

/** The calibration of a fit for a horizon in days; one that changes nothing, with the reason, where there is none. */
export function calibrationOf({ calibrations }: Pick<FittedModel, 'calibrations'>, horizonDays: number): Calibration {
  const distance = ({ horizon }: { readonly horizon: number }): number => Math.abs(Math.log(horizon / horizonDays));
  const nearest = calibrations?.filter((each) => distance(each) <= furthest).sort((left, right) => distance(left) - distance(right)) ?? [];
  const learnt = nearest.find((each): each is OutcomeCalibration => 'line' in each);
  if (learnt !== undefined) return byOutcomes(learnt);
  const untested = nearest.find((each): each is UntestedHorizon => 'notEnoughData' in each);
  const why =
    calibrations === undefined
      ? 'the fit was made by a version that did not look at outcomes: fit the model again.'
      : (untested?.notEnoughData ?? 'no horizon near this one has been tested.');
  return { check: { checked: false, why: `Not yet checked against outcomes: ${why}` }, level: 0, slope: 1, lineError: () => 0 };
}

function byOutcomes({ horizon, at, customers, baseRate, line, season, spread }: OutcomeCalibration): Calibration {
  const level = line.intercept + (season ?? 0);
  return {
    check: { checked: true, horizon: `P${horizon}D`, at: dayName(at), customers, baseRate, level, slope: line.slope, season, spread },
    level,
    slope: line.slope,
    lineError: (logOdds) => Math.sqrt(Math.max(0, line.interceptError ** 2 + 2 * logOdds * line.covariance + (logOdds * line.slopeError) ** 2)),
  };
}
