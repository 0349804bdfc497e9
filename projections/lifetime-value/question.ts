import { gammaGamma, type PurchaseSample } from '@tenure/models';
import type { FittedModel, QueryContext } from '@tenure/querying';
import type { View } from '@tenure/read-store';
import { daysIn } from '../shared/calendar/zone-days.js';
import { readCurrency } from '../shared/query-parameters/currency.js';
import { dayInQuestion } from '../shared/scoring/day-in-question.js';
import { isNotEnough, type NotEnoughData, noFitYet } from '../shared/scoring/not-enough-data.js';
import {
  choosePurchaseFit,
  type ModelReference,
  type PurchaseFit,
  type PurchaseModelReference,
  purchaseReferenceTo,
  referenceTo,
} from '../shared/scoring/purchase-fit.js';
import { nobodyBoughtIn } from './nobody-bought-in.js';
import { carriedByText } from './outliers.js';
import type { ValueParameters } from './parameters.js';
import { purchaseSample } from './purchase-sample.js';
import type { KnownBy } from './spend.js';
import { type TermsOnDay, termsOnDay } from './terms-on-day.js';

/** The terms that all values of one answer share, and that it repeats. */
export interface ValueTerms {
  readonly horizon: string;
  readonly discountRate: number;
  readonly margin: number;
  readonly about: string;
  /** The currency of the values; null while nobody has bought. */
  readonly currency: string | null;
}

export interface ValueQuestion extends ValueTerms, TermsOnDay {
  /** The terms of another day, `YYYY-MM-DD`. */
  readonly termsOn: (day: string) => TermsOnDay;
  /** What is known by the day in question. */
  readonly known: KnownBy;
  /** The amount of data, over all and in each currency. */
  readonly sample: PurchaseSample;
  /** The other currencies of purchases, the one with most customers first. */
  readonly otherCurrencies: readonly OtherCurrency[];
  /** The fit of purchases, or why there is none. */
  readonly purchases: PurchaseFit | NotEnoughData;
  /** Both fits, or what is missing. */
  readonly fits: ValueFits | NotEnoughData;
}

export interface OtherCurrency {
  readonly currency: string;
  readonly customers: number;
}

export interface ValueFits {
  readonly purchases: PurchaseFit;
  readonly spend: FittedModel;
  /** For the spend model: the currency of the values. */
  readonly currency: string;
}

export interface ModelPair {
  readonly purchases: PurchaseModelReference;
  readonly spend: SpendModelReference;
}

export interface SpendModelReference extends ModelReference {
  /** A sentence where one customer dominates the fit; otherwise null. */
  readonly carriedBy: string | null;
}

export const referencesTo = ({ purchases, spend }: ValueFits): ModelPair => ({
  purchases: purchaseReferenceTo(purchases),
  spend: { ...referenceTo(spend), carriedBy: carriedByText(spend) },
});

export async function valueQuestion(context: QueryContext, view: View, parameters: ValueParameters): Promise<ValueQuestion> {
  const { day, name, dayOf } = await dayInQuestion(context.snapshot, view, parameters, context.now, daysIn(context.timezone));
  const sample = await purchaseSample(context.snapshot, view);
  const currency = await chooseCurrency(context, sample, readCurrency(parameters.currency));
  const purchases = await choosePurchaseFit(context.models, parameters.model ?? null, async () => sample);
  const stated = await context.terms.of('lifetime-value');
  const termsOn = (on: string): TermsOnDay => termsOnDay(parameters, stated, currency, on);
  return {
    ...termsOn(name),
    termsOn,
    about: name,
    known: { until: day, dayOf },
    sample,
    currency,
    otherCurrencies: sample.currencies.filter((each) => each.currency !== currency).map(({ currency: code, customers }) => ({ currency: code, customers })),
    purchases,
    fits: await chooseFits(context, sample, purchases, currency),
  };
}

export const termsOf = ({ horizon, discountRate, margin, about, currency }: ValueTerms): ValueTerms => ({ horizon, discountRate, margin, about, currency });

/**
 * The requested currency; otherwise the reporting currency, if it has a model of spend; otherwise the one with most customers among
 * those with a model. Without any model: the reporting currency if anybody bought in it, otherwise the one with most customers.
 */
async function chooseCurrency({ models, currency: reporting }: QueryContext, { currencies }: PurchaseSample, wanted: string | null): Promise<string | null> {
  if (wanted !== null) return wanted;
  const fitted = new Set(await models.currencies(gammaGamma.name));
  const ordered = [reporting, ...currencies.map(({ currency }) => currency)].filter((code) => currencies.some(({ currency }) => currency === code));
  return ordered.find((code) => fitted.has(code)) ?? ordered[0] ?? null;
}

/** The engine fits spend just before purchases: this long after, it is not on its way any more. */
const FITS_TAKE_MS = 60_000;

function noFitOfSpend(currency: string, missing: NotEnoughData): NotEnoughData {
  const fit = `tenure model fit ${gammaGamma.name} --currency ${currency}`;
  return {
    ...missing,
    notEnoughData: `No fit of spend in ${currency} is in force, though the models of purchases are fitted. The engine makes none where hardly anybody paid for a repeat purchase, or paid twice: "${fit}" says what is missing.`,
    fitPending: false,
  };
}

async function chooseFits(
  context: QueryContext,
  sample: PurchaseSample,
  purchases: PurchaseFit | NotEnoughData,
  currency: string | null,
): Promise<ValueFits | NotEnoughData> {
  const nobody = currency === null ? null : nobodyBoughtIn(currency, sample);
  if (nobody !== null) return nobody;
  if (isNotEnough(purchases)) return purchases;
  if (currency === null) return noFitYet('A model of spend', `tenure model fit ${gammaGamma.name}`, sample);
  const spend = await context.models.inForce(gammaGamma.name, currency);
  if (spend === null) {
    const inCurrency = sample.currencies.find((each) => each.currency === currency)!;
    const missing = noFitYet(`A model of spend in ${currency}`, `tenure model fit ${gammaGamma.name} --currency ${currency}`, inCurrency);
    return missing.fitPending && context.now - Date.parse(purchases.fit.fittedAt) > FITS_TAKE_MS ? noFitOfSpend(currency, missing) : missing;
  }
  if (!spend.converged) return { notEnoughData: `The fit of spend in ${currency} did not converge (${spend.boundary}): fit it on more purchases.` };
  if (!gammaGamma.hasMean(spend.parameters)) {
    return {
      notEnoughData: `The model of spend in ${currency} has no expected spend to give: ${spend.boundary} A fit up to a day before the extreme purchases can be promoted.`,
    };
  }
  return { purchases, spend, currency };
}
