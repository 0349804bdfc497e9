import {
  type Fit,
  gammaGamma,
  groupHistories,
  groupSpend,
  ModelError,
  type PurchaseSample,
  type PurchaseStatistics,
  purchaseModels,
  purchaseStatistics,
  type RepeatSpend,
  repeatSpendUpTo,
  type TimeUnit,
  type TypicalBuyer,
  typicalBuyer,
} from '@tenure/models';
import { BadQuery, type FittedModel } from '@tenure/querying';
import { dayName } from '@tenure/time';
import { pastDay } from './day.js';
import { DaySample } from './day-sample.js';
import { modelNamed, SPEND_MODEL } from './model-names.js';
import { outcomeCalibrations } from './outcome-calibrations.js';
import { type Population, parsePopulation } from './population.js';
import type { PurchaseHistories } from './purchase-histories.js';

const UNITS: readonly TimeUnit[] = ['day', 'week', 'month'];

export interface FitRequest {
  readonly model: string;
  /** Last day of purchases to learn from, `YYYY-MM-DD`; the latest day there is when left out. */
  readonly until?: string;
  readonly unit?: string;
  readonly population?: string;
  /** Of the spend model: the currency whose purchases are fitted. */
  readonly currency?: string;
}

/** What a `ModelFitted` event says. */
export interface ModelFitted extends Omit<Fit, 'iterations' | 'gradientNorm'> {
  readonly trainedTo: string;
  readonly population: string;
  /** The last day that the request allowed; null for all. */
  readonly until: string | null;
  readonly currency: string | null;
  /**
   * Purchase days that there were (of a spend model: in its currency), of everybody, also those left out of the fit: what
   * "grown by a fifth" is measured by.
   */
  readonly purchaseDays: number;
  /** Of all purchases and returns that there were. */
  readonly checksum: number;
  /** Of a model of purchases. */
  readonly typical?: TypicalBuyer | null;
  readonly calibrations?: FittedModel['calibrations'];
  readonly iterations: number;
  readonly gradientNorm: number;
}

/** What a fit is made in. */
export interface FitSurroundings {
  /** Of spend. */
  readonly currency: { readonly code: string; readonly minorPerMajor: number };
  /** How much there is, of everybody. */
  readonly sample: PurchaseSample;
  /** The day since 1970, in the zone of the reports: what is dated later has not happened. */
  readonly today: number;
}

/**
 * Fits one model to the purchases up to a day, that day included.
 * @throws NotFound for an unknown model, BadQuery for a request that makes no sense or data that are too few.
 */
export async function fitModel(request: FitRequest, histories: PurchaseHistories, { currency, sample, today }: FitSurroundings): Promise<ModelFitted> {
  const model = modelNamed(request.model);
  const unit = UNITS.find((name) => name === (request.unit ?? 'week'));
  if (!unit) throw new BadQuery('unit', 'unknown-unit', `"${request.unit}" is not a unit of time here. Use ${UNITS.join(', ')}.`);
  const population = parsePopulation(request.population);
  const until = request.until === undefined ? await latestDay(histories, today) : pastDay('until', request.until, today);
  const { statistics, spend, days } = await collect(histories, population, until);
  const asked = { trainedTo: dayName(until), population: population.text, until: request.until ?? null, checksum: sample.checksum };
  try {
    if (model !== SPEND_MODEL) {
      const fit = purchaseModels[model].fit(groupHistories(statistics, unit));
      const learnt = { typical: typicalBuyer(statistics), calibrations: outcomeCalibrations(purchaseModels[model], unit, days.pack(), until) };
      return { ...fit, ...asked, currency: null, purchaseDays: sample.purchaseDays, ...learnt };
    }
    const fit = gammaGamma.fit(groupSpend(spend, currency.minorPerMajor));
    return {
      ...fit,
      ...asked,
      currency: currency.code,
      purchaseDays: sample.currencies.find(({ currency: code }) => code === currency.code)?.purchaseDays ?? 0,
    };
  } catch (error) {
    if (error instanceof ModelError) throw new BadQuery('model', error.code, `${error.message} ${error.remedy}`);
    throw error;
  }
}

async function collect(
  histories: PurchaseHistories,
  population: Population,
  until: number,
): Promise<{ readonly statistics: PurchaseStatistics[]; readonly spend: RepeatSpend[]; readonly days: DaySample }> {
  const sampled = new DaySample();
  const statistics: PurchaseStatistics[] = [];
  const spend: RepeatSpend[] = [];
  for await (const chunk of histories.read(until)) {
    for (const purchases of chunk) {
      const { days } = purchases;
      const found = days.length > 0 && population.includes(days[0]!) ? purchaseStatistics(days, until) : null;
      if (!found) continue;
      statistics.push(found);
      sampled.add(days);
      const repeats = repeatSpendUpTo(purchases, until);
      if (repeats.x > 0) spend.push(repeats);
    }
  }
  return { statistics, spend, days: sampled };
}

/** The last day with a purchase up to today, whole days since the epoch; 0 when there is none. */
export async function latestDay(histories: PurchaseHistories, today: number): Promise<number> {
  let latest = 0;
  for await (const chunk of histories.read(today)) for (const { days } of chunk) latest = Math.max(latest, days[days.length - 1] ?? 0);
  return latest;
}
