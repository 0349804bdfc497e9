import {
  type Fit,
  gammaGamma,
  groupHistories,
  groupSpend,
  ModelError,
  type PurchaseModelName,
  type PurchaseStatistics,
  purchaseModels,
  purchaseStatistics,
  type RepeatSpend,
  type TimeUnit,
} from '@tenure/models';
import { BadQuery, NotFound } from '@tenure/projecting';
import { dayName } from '@tenure/time';
import { dayParameter } from './day.js';
import { parsePopulation } from './population.js';
import type { PurchaseHistories } from './purchase-histories.js';

export const MODEL_NAMES = ['nbd', 'bg-nbd', 'mbg-nbd', 'gamma-gamma'] as const;
export type ModelName = (typeof MODEL_NAMES)[number];
const UNITS: readonly TimeUnit[] = ['day', 'week', 'month'];

export interface FitRequest {
  readonly model: string;
  /** Last day of purchases to learn from, `YYYY-MM-DD`; the latest day there is when left out. */
  readonly until?: string;
  readonly unit?: string;
  readonly population?: string;
  /** Parameters to start from: those of the last fit, when there is one. */
  readonly start?: Readonly<Record<string, number>>;
}

/** What a `ModelFitted` event says. */
export interface ModelFitted extends Omit<Fit, 'iterations' | 'gradientNorm'> {
  readonly trainedTo: string;
  readonly population: string;
  readonly currency: string | null;
  /**
   * Purchase days that there were, of everybody, also those left out of the fit: what "grown by a fifth" is measured by,
   * so that a fit somebody asked for up to an earlier day is not replaced at once.
   */
  readonly purchaseDays: number;
  readonly iterations: number;
  readonly gradientNorm: number;
}

interface Sample {
  readonly statistics: PurchaseStatistics[];
  readonly spend: RepeatSpend[];
  readonly until: number;
  readonly purchaseDays: number;
}

/**
 * Fits one model to the purchases up to a day, that day included. Spend is in `currency`, with its minor units.
 * @throws NotFound for an unknown model, BadQuery for a request that makes no sense or data that are too few.
 */
export async function fitModel(request: FitRequest, histories: PurchaseHistories, currency: { code: string; minorPerMajor: number }): Promise<ModelFitted> {
  const model = MODEL_NAMES.find((name) => name === request.model);
  if (!model) throw new NotFound('model-unknown', `There is no model "${request.model}". There are: ${MODEL_NAMES.join(', ')}.`);
  const unit = UNITS.find((name) => name === (request.unit ?? 'week'));
  if (!unit) throw new BadQuery('unit', 'unknown-unit', `"${request.unit}" is not a unit of time here. Use ${UNITS.join(', ')}.`);
  const population = parsePopulation(request.population);
  const sample = await collect(histories, population.includes, request.until === undefined ? null : dayParameter('until', request.until));
  try {
    const fit = model === 'gamma-gamma' ? gammaGamma.fit(groupSpend(sample.spend, currency.minorPerMajor)) : fitPurchases(model, sample, unit, request.start);
    const { until, purchaseDays } = sample;
    return { ...fit, trainedTo: dayName(until), population: population.text, currency: model === 'gamma-gamma' ? currency.code : null, purchaseDays };
  } catch (error) {
    if (error instanceof ModelError) throw new BadQuery('model', error.code, error.message);
    throw error;
  }
}

function fitPurchases(model: PurchaseModelName, { statistics }: Sample, unit: TimeUnit, start?: Readonly<Record<string, number>>): Fit {
  return purchaseModels[model].fit(groupHistories(statistics, unit), { start });
}

async function collect(histories: PurchaseHistories, includes: (firstDay: number) => boolean, until: number | null): Promise<Sample> {
  const end = until ?? (await latestDay(histories));
  const statistics: PurchaseStatistics[] = [];
  const spend: RepeatSpend[] = [];
  let purchaseDays = 0;
  for await (const chunk of histories.read()) {
    for (const { days, minor } of chunk) {
      purchaseDays += days.length;
      const found = days.length > 0 && includes(days[0]!) ? purchaseStatistics(days, end) : null;
      if (!found) continue;
      statistics.push(found);
      if (found.x > 0) spend.push({ x: found.x, repeatMinor: sum(minor, 1, found.x) });
    }
  }
  return { statistics, spend, until: end, purchaseDays };
}

async function latestDay(histories: PurchaseHistories): Promise<number> {
  let latest = 0;
  for await (const chunk of histories.read()) for (const { days } of chunk) latest = Math.max(latest, days[days.length - 1] ?? 0);
  return latest;
}

function sum(values: ArrayLike<number>, from: number, to: number): number {
  let total = 0;
  for (let i = from; i <= to; i++) total += values[i]!;
  return total;
}
