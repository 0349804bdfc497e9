import {
  type Fit,
  gammaGamma,
  groupHistories,
  groupSpend,
  hazardModelName,
  type LearningSample,
  ModelError,
  type PurchaseStatistics,
  packPurchaseDays,
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
import type { CustomerRecords } from './customer-records.js';
import { pastDay } from './day.js';
import { EveryNth } from './every-nth.js';
import { fitHazard, hazardChecksum } from './fit-hazard.js';
import { modelNamed, SPEND_MODEL } from './model-names.js';
import { mostCustomersOfLines, outcomeCalibrations } from './outcome-calibrations.js';
import { type Population, parsePopulation } from './population.js';
import type { PurchaseHistories } from './purchase-histories.js';

const UNITS: readonly TimeUnit[] = ['day', 'week', 'month'];

export interface FitRequest {
  readonly model: string;
  /** Last day of purchases to learn from, `YYYY-MM-DD`; if left out, the latest day with data. */
  readonly until?: string;
  readonly unit?: string;
  readonly population?: string;
  /** For the spend model: the currency whose purchases are fitted. */
  readonly currency?: string;
}

/** The content of a `ModelFitted` event. */
export interface ModelFitted extends Omit<Fit, 'iterations' | 'gradientNorm'> {
  readonly trainedTo: string;
  readonly population: string;
  /** The last day that the request allowed; null for all. */
  readonly until: string | null;
  readonly currency: string | null;
  /**
   * Number of purchase days (for a spend model: in its currency) of all customers, including those left out of the fit:
   * "grown by a fifth" is measured against it.
   */
  readonly purchaseDays: number;
  /** Checksum of all purchases and returns at that time. */
  readonly checksum: number;
  /** For a model of purchases. */
  readonly typical?: TypicalBuyer | null;
  readonly calibrations?: FittedModel['calibrations'];
  /** For the hazard model. */
  readonly hazard?: FittedModel['hazard'];
  readonly iterations: number;
  readonly gradientNorm: number;
}

/** What a fit depends on besides its request. */
export interface FitSurroundings {
  /** Currency of the spend. */
  readonly currency: { readonly code: string; readonly minorPerMajor: number };
  /** The amount of data, over all customers. */
  readonly sample: LearningSample;
  /** What customers did besides buying, too. */
  readonly records: CustomerRecords;
  /** Today as days since 1970, in the zone of the reports: what is dated later has not happened. */
  readonly today: number;
}

/**
 * Fits one model to the purchases up to and including a day.
 * @throws NotFound for an unknown model, BadQuery for an invalid request or too few data.
 */
export async function fitModel(request: FitRequest, histories: PurchaseHistories, { currency, sample, today, records }: FitSurroundings): Promise<ModelFitted> {
  const model = modelNamed(request.model);
  const unit = UNITS.find((name) => name === (request.unit ?? 'week'));
  if (!unit) throw new BadQuery('unit', 'unknown-unit', `"${request.unit}" is not a unit of time here. Use ${UNITS.join(', ')}.`);
  if (model === hazardModelName && request.unit !== undefined) {
    throw new BadQuery('unit', 'unit-without-effect', 'The model hazard counts in days, whatever the unit: leave unit out.');
  }
  const population = parsePopulation(request.population);
  const until = request.until === undefined ? await latestDay(histories, today) : pastDay('until', request.until, today);
  const asked = { trainedTo: dayName(until), population: population.text, until: request.until ?? null, checksum: sample.checksum };
  try {
    if (model === hazardModelName)
      return {
        ...(await fitHazard(records, population, until)),
        ...asked,
        checksum: hazardChecksum(sample),
        currency: null,
        purchaseDays: sample.purchaseDays,
      };
    const { statistics, spend, days } = await collect(histories, population, until);
    if (model !== SPEND_MODEL) {
      const fit = purchaseModels[model].fit(groupHistories(statistics, unit));
      const learnt = { typical: typicalBuyer(statistics), calibrations: outcomeCalibrations(purchaseModels[model], unit, packPurchaseDays(days), until) };
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
): Promise<{ readonly statistics: PurchaseStatistics[]; readonly spend: RepeatSpend[]; readonly days: readonly ArrayLike<number>[] }> {
  const sampled = new EveryNth<ArrayLike<number>>(mostCustomersOfLines);
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
  return { statistics, spend, days: sampled.kept };
}

/** The last day with a purchase up to today, whole days since the epoch; 0 without a purchase. */
export async function latestDay(histories: PurchaseHistories, today: number): Promise<number> {
  let latest = 0;
  for await (const chunk of histories.read(today)) for (const { days } of chunk) latest = Math.max(latest, days[days.length - 1] ?? 0);
  return latest;
}
