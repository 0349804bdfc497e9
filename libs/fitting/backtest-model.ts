import {
  type Assessment,
  assess,
  groupHistories,
  historyInUnit,
  ModelError,
  type PurchaseStatistics,
  purchaseModels,
  purchaseStatistics,
} from '@tenure/models';
import { BadQuery } from '@tenure/querying';
import { dayName, horizonDays } from '@tenure/time';
import { pastDay } from './day.js';
import { latestDay } from './fit-model.js';
import { modelNamed, SPEND_MODEL } from './model-names.js';
import type { PurchaseHistories } from './purchase-histories.js';

export interface BacktestRequest {
  readonly model: string;
  /** Last day that the model is fitted on, `YYYY-MM-DD`. */
  readonly at: string;
  /** How far ahead it scores, as an ISO 8601 duration of days. */
  readonly horizon: string;
}

/** What a `ModelBacktested` event says: a fit on the past, its scores, and what happened then. */
export interface ModelBacktested extends Assessment, BacktestRequest {
  /** Last day of what happened. */
  readonly until: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly boundary: string | null;
}

const unit = 'week';

/**
 * `today`: a day since 1970, in the zone of the reports. Fits a model of purchases up to a day and compares P(no purchase within the horizon) with who did not buy.
 * @throws NotFound for an unknown model, BadQuery for a request that makes no sense or data that are too few or too short.
 */
export async function backtestModel({ model, at, horizon }: BacktestRequest, histories: PurchaseHistories, today: number): Promise<ModelBacktested> {
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
  const statistics: PurchaseStatistics[] = [];
  const silent: boolean[] = [];
  for await (const chunk of histories.read()) {
    for (const { days } of chunk) {
      const found = days.length === 0 ? null : purchaseStatistics(days, from);
      if (found === null) continue;
      statistics.push(found);
      silent.push(!buysWithin(days, from, from + length));
    }
  }
  try {
    const { parameters, boundary } = purchaseModels[name].fit(groupHistories(statistics, unit));
    const probabilities = Float64Array.from(statistics, (one) => purchaseModels[name].probabilityNoPurchase(parameters, historyInUnit(one, unit), length / 7));
    const assessment = assess(probabilities, Uint8Array.from(silent, Number));
    return { model: name, at, horizon, until: dayName(from + length), parameters, boundary, ...assessment };
  } catch (error) {
    if (error instanceof ModelError) throw new BadQuery('model', error.code, `${error.message} ${error.remedy}`);
    throw error;
  }
}

function buysWithin(days: ArrayLike<number>, after: number, until: number): boolean {
  for (let i = days.length - 1; i >= 0 && days[i]! > after; i -= 1) if (days[i]! <= until) return true;
  return false;
}

function daysOf(horizon: string): number {
  const days = horizonDays(horizon);
  if (days !== null) return days;
  throw new BadQuery('horizon', 'not-a-duration', `horizon is "${horizon}": write an ISO 8601 duration of whole days from P1D to P3Y, such as P90D.`);
}
