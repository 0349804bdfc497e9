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
  repeatSpendUpTo,
  type TimeUnit,
} from '@tenure/models';
import { BadQuery } from '@tenure/querying';
import { dayName } from '@tenure/time';
import { dayParameter } from './day.js';
import { modelNamed, SPEND_MODEL } from './model-names.js';
import { parsePopulation } from './population.js';
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
  readonly iterations: number;
  readonly gradientNorm: number;
}

interface Sample {
  readonly statistics: PurchaseStatistics[];
  readonly spend: RepeatSpend[];
  readonly until: number;
  readonly purchaseDays: number;
  readonly spendDays: number;
}

/**
 * Fits one model to the purchases up to a day, that day included. Spend is in `currency`, with its minor units.
 * @throws NotFound for an unknown model, BadQuery for a request that makes no sense or data that are too few.
 */
export async function fitModel(request: FitRequest, histories: PurchaseHistories, currency: { code: string; minorPerMajor: number }): Promise<ModelFitted> {
  const model = modelNamed(request.model);
  const unit = UNITS.find((name) => name === (request.unit ?? 'week'));
  if (!unit) throw new BadQuery('unit', 'unknown-unit', `"${request.unit}" is not a unit of time here. Use ${UNITS.join(', ')}.`);
  const population = parsePopulation(request.population);
  const sample = await collect(histories, population.includes, request.until === undefined ? null : dayParameter('until', request.until));
  const asked = { trainedTo: dayName(sample.until), population: population.text, until: request.until ?? null };
  try {
    if (model !== SPEND_MODEL) return { ...fitPurchases(model, sample, unit), ...asked, currency: null, purchaseDays: sample.purchaseDays };
    const fit = gammaGamma.fit(groupSpend(sample.spend, currency.minorPerMajor));
    return { ...fit, ...asked, currency: currency.code, purchaseDays: sample.spendDays };
  } catch (error) {
    if (error instanceof ModelError) throw new BadQuery('model', error.code, `${error.message} ${error.remedy}`);
    throw error;
  }
}

function fitPurchases(model: PurchaseModelName, { statistics }: Sample, unit: TimeUnit): Fit {
  return purchaseModels[model].fit(groupHistories(statistics, unit));
}

async function collect(histories: PurchaseHistories, includes: (firstDay: number) => boolean, until: number | null): Promise<Sample> {
  const end = until ?? (await latestDay(histories));
  const statistics: PurchaseStatistics[] = [];
  const spend: RepeatSpend[] = [];
  let purchaseDays = 0,
    spendDays = 0;
  for await (const chunk of histories.read()) {
    for (const purchases of chunk) {
      const { days } = purchases;
      purchaseDays += days.length;
      spendDays += purchases.spendDays.length;
      const found = days.length > 0 && includes(days[0]!) ? purchaseStatistics(days, end) : null;
      if (!found) continue;
      statistics.push(found);
      const repeats = repeatSpendUpTo(purchases, end);
      if (repeats.x > 0) spend.push(repeats);
    }
  }
  return { statistics, spend, until: end, purchaseDays, spendDays };
}

/** The last day with a purchase, whole days since the epoch; 0 when there is none. */
export async function latestDay(histories: PurchaseHistories): Promise<number> {
  let latest = 0;
  for await (const chunk of histories.read()) for (const { days } of chunk) latest = Math.max(latest, days[days.length - 1] ?? 0);
  return latest;
}
