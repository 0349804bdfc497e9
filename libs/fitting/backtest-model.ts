import { type Assessment, assess, hazardModelName, ModelError, type OutcomeCalibration, type RetentionCampaign } from '@tenure/models';
import { BadQuery } from '@tenure/querying';
import { dayName, horizonDays } from '@tenure/time';
import { hazardLikelihoods, purchaseLikelihoods } from './backtested-likelihoods.js';
import { type CampaignProfit, campaignProfit } from './campaign-profit.js';
import type { CustomerRecords } from './customer-records.js';
import { pastDay } from './day.js';
import { latestDay } from './fit-model.js';
import { foretoldSpend, type SpendForetold } from './foretold-spend.js';
import { modelNamed, SPEND_MODEL } from './model-names.js';
import { type NaiveRules, naiveRules } from './naive-rules.js';
import type { PurchaseHistories } from './purchase-histories.js';
import { whatHappened } from './what-happened.js';

export interface BacktestRequest {
  readonly model: string;
  /** Last day of the data that the model is fitted on, `YYYY-MM-DD`. */
  readonly at: string;
  /** How far ahead it predicts, as an ISO 8601 duration of days. */
  readonly horizon: string;
  /** A campaign whose profit is to be calculated, in major units of the currency of the spend. */
  readonly campaign?: RetentionCampaign;
}

/** Sums over customers. `meanError`: mean distance between a customer's expected and actual purchases. */
export interface PurchasesForetold {
  readonly expected: number;
  readonly actual: number;
  readonly meanError: number;
}

/** The content of a `ModelBacktested` event: a fit on past data, its scores, and what happened afterwards. */
export interface ModelBacktested extends Assessment, Omit<BacktestRequest, 'campaign'> {
  /** Last day of the outcomes. */
  readonly until: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly boundary: string | null;
  /** How the likelihoods were calibrated by the outcomes known on that day, as in figures; null where they were not, with the reason. */
  readonly outcomes: OutcomeCalibration | { readonly notEnoughData: string };
  /** The same assessment for the uncalibrated likelihoods of the model. */
  readonly uncalibrated: Pick<Assessment, 'meanProbability' | 'brier' | 'logLoss' | 'calibrationError' | 'calibrationLine'>;
  /** Purchase days within the horizon, expected and actual. */
  readonly purchases: PurchasesForetold;
  /** Money within the horizon, or the reason why there is nothing to compare. */
  readonly spend: SpendForetold;
  /** The same for rules that need no model. */
  readonly naive: NaiveRules;
  /** What the campaign of the request would have brought. */
  readonly profit?: CampaignProfit;
}

/** What a back-test depends on besides its request. */
export interface BacktestSurroundings {
  /** Currency of the spend in the histories. */
  readonly currency: { readonly code: string; readonly minorPerMajor: number };
  /** Today as days since 1970, in the zone of the reports. */
  readonly today: number;
  /** All that customers did, for the hazard model. */
  readonly records: CustomerRecords;
}

/**
 * Fits a model on the data up to a day, and compares its predictions with what happened within the horizon: who did
 * not buy (the likelihoods calibrated by the outcomes known on that day, as in figures), how many purchases, how much money.
 * Rules without a model are assessed in the same way.
 * @throws NotFound for an unknown model, BadQuery for an invalid request or data that are too few or too short.
 */
export async function backtestModel(
  { model, at, horizon, campaign }: BacktestRequest,
  histories: PurchaseHistories,
  { currency, today, records }: BacktestSurroundings,
): Promise<ModelBacktested> {
  const name = modelNamed(model);
  if (name === SPEND_MODEL)
    throw new BadQuery('model', 'no-backtest', `"${name}" says how much is spent, not whether anybody buys: test a model of purchases.`);
  const from = pastDay('at', at, today);
  const length = daysOf(horizon);
  const latest = await latestDay(histories, today);
  if (latest === 0) throw new BadQuery('model', 'too-little-data', 'There are no purchases yet: record or import some first.');
  if (from + length > latest) {
    throw new BadQuery(
      'at',
      'too-late',
      `The purchases end on ${dayName(latest)}: ${horizon} after ${at} is not over. Take an earlier day or a shorter horizon.`,
    );
  }
  const happened = await whatHappened(histories, from, length);
  const { customers } = happened;
  try {
    const { parameters, boundary, logOdds, silent, outcomes, expected } =
      name === hazardModelName ? await hazardLikelihoods(records, customers, from, length) : purchaseLikelihoods(name, happened, from, length);
    const answered = 'line' in outcomes ? moved(logOdds, outcomes) : logOdds;
    return {
      model: name,
      at,
      horizon,
      until: dayName(from + length),
      parameters,
      boundary,
      ...assess(answered, silent),
      outcomes,
      uncalibrated: asTheModelSays(assess(logOdds, silent)),
      purchases: foretold(
        expected,
        customers.map(({ came }) => came),
      ),
      spend: foretoldSpend(customers, expected, currency),
      naive: naiveRules(
        customers,
        length,
        Uint8Array.from(customers, ({ came }) => Number(came === 0)),
      ),
      ...(campaign && { profit: campaignProfit(answered, silent, campaign, currency.code) }),
    };
  } catch (error) {
    if (error instanceof ModelError) throw new BadQuery('model', error.code, `${error.message} ${error.remedy}`);
    throw error;
  }
}

function moved(logOdds: Float64Array, { line, season }: OutcomeCalibration): Float64Array {
  return logOdds.map((each) => line.intercept + (season ?? 0) + line.slope * each);
}

function asTheModelSays({ meanProbability, brier, logLoss, calibrationError, calibrationLine }: Assessment): ModelBacktested['uncalibrated'] {
  return { meanProbability, brier, logLoss, calibrationError, calibrationLine };
}

function foretold(expected: Float64Array, came: readonly number[]): PurchasesForetold {
  return {
    expected: expected.reduce((sum, each) => sum + each, 0),
    actual: came.reduce((sum, each) => sum + each, 0),
    meanError: expected.reduce((sum, each, i) => sum + Math.abs(each - came[i]!), 0) / came.length,
  };
}

function daysOf(horizon: string): number {
  const days = horizonDays(horizon);
  if (days !== null) return days;
  throw new BadQuery('horizon', 'not-a-duration', `horizon is "${horizon}": write an ISO 8601 duration of whole days from P1D to P3Y, such as P90D.`);
}
