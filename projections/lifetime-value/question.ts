import { gammaGamma } from '@tenure/models';
import type { FittedModel, QueryContext } from '@tenure/projecting';
import type { View } from '@tenure/read-store';
import { dayOfTime } from '@tenure/time';
import { choiceParameter, durationDays, numberParameter } from '../query-parameters/parse.js';
import { dayInQuestion } from '../scoring/latest-day.js';
import { choosePurchaseFit, type ModelReference, type PurchaseFit, purchaseModelNames, referenceTo } from '../scoring/purchase-fit.js';
import type { ValueParameters } from './parameters.js';

/** What the values of one answer share, and echo. */
export interface ValueTerms {
  readonly horizon: string;
  readonly discountRate: number;
  readonly margin: number;
  readonly about: string;
}

export interface ValueQuestion extends ValueTerms {
  readonly horizonDays: number;
  readonly aboutDay: number;
  /** Both fits, or a sentence that says what is missing. */
  readonly fits: ValueFits | string;
}

export interface ValueFits {
  readonly purchases: PurchaseFit;
  readonly spend: FittedModel;
  /** Of the spend model: the one that values are in. */
  readonly currency: string;
}

export interface ModelPair {
  readonly purchases: ModelReference;
  readonly spend: ModelReference;
}

export const referencesTo = ({ purchases, spend }: ValueFits): ModelPair => ({ purchases: referenceTo(purchases.fit), spend: referenceTo(spend) });

export async function valueQuestion(context: QueryContext, view: View, parameters: ValueParameters): Promise<ValueQuestion> {
  const horizon = parameters.horizon || 'P3Y';
  const { day, name } = await dayInQuestion(context.snapshot, view, parameters.asOf, dayOfTime(context.now));
  return {
    horizon,
    horizonDays: durationDays('horizon', horizon),
    discountRate: numberParameter('discountRate', parameters.discountRate, { least: 0, most: 1, preset: 0.1 }),
    margin: numberParameter('margin', parameters.margin, { least: 0, most: 1, preset: 1 }),
    about: name,
    aboutDay: day,
    fits: await chooseFits(context, parameters.model),
  };
}

export const termsOf = ({ horizon, discountRate, margin, about }: ValueTerms): ValueTerms => ({ horizon, discountRate, margin, about });

async function chooseFits(context: QueryContext, model: string | undefined): Promise<ValueFits | string> {
  const purchases = await choosePurchaseFit(context.models, model ? choiceParameter('model', model, purchaseModelNames, 'mbg-nbd') : null);
  if (typeof purchases === 'string') return purchases;
  const spend = await context.models.latest('gamma-gamma');
  if (spend === null) {
    return 'No model of spend has been fitted yet: it needs customers with repeat purchases and amounts above zero. Record or import more purchases, or fit one with "tenure model fit gamma-gamma".';
  }
  if (!spend.converged) return `The fit of gamma-gamma did not converge (${spend.boundary ?? 'its gradient did not vanish'}): fit it on more purchases.`;
  if (!gammaGamma.hasMean(spend.parameters)) return `The fit of gamma-gamma has no expected spend to give: ${spend.boundary}`;
  return { purchases, spend, currency: spend.currency ?? context.currency };
}
