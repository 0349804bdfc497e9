import {
  daysPerUnit,
  type PurchaseHistory,
  type PurchaseModel,
  type PurchaseModelName,
  purchaseModels,
  purchaseStatistics,
  type SampleSize,
  type TimeUnit,
} from '@tenure/models';
import type { FittedModel, ModelShelf } from '@tenure/querying';
import { type ChosenFit, chooseFit, type ModelChoice } from './model-choice.js';
import { type NotEnoughData, noFitYet } from './not-enough-data.js';

/** The simplest first. */
export const purchaseModelNames = ['nbd', 'bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const satisfies readonly PurchaseModelName[];
export type PurchaseModelChoice = (typeof purchaseModelNames)[number];

/** A usable fit, and its model. */
export interface PurchaseFit {
  readonly model: PurchaseModel;
  readonly fit: FittedModel;
  readonly unit: TimeUnit;
  /** Days in the unit of the fit. */
  readonly daysPerUnit: number;
  readonly choice: ModelChoice;
}

/** The fit that an answer comes from: answers with equal references come from the same parameters. */
export interface ModelReference {
  readonly name: string;
  /** When it was fitted. */
  readonly version: string;
  /** Last day of purchases that it covers. */
  readonly trainedTo: string;
  readonly position: string;
  /** Why its optimum is not an ordinary one; null when it is. */
  readonly boundary: string | null;
  readonly aic: number | null;
}

export interface PurchaseModelReference extends ModelReference {
  /** A sentence where nobody leaves in the model, so that P(alive) is 1 for all; null where customers do. */
  readonly nobodyLeaves: string | null;
  readonly chosen: ModelChoice;
}

export const referenceTo = ({ model, fittedAt, trainedTo, position, boundary, aic }: FittedModel): ModelReference => ({
  name: model,
  version: fittedAt,
  trainedTo,
  position,
  boundary,
  aic,
});

export const purchaseReferenceTo = ({ fit, choice }: PurchaseFit): PurchaseModelReference => ({
  ...referenceTo(fit),
  nobodyLeaves: letsNobodyLeave(fit)
    ? 'In this model nobody leaves for good: every customer goes on buying at a rate of their own, however long the silence.'
    : null,
  chosen: choice,
});

/** NBD, and the other models where the chance or the rate of leaving vanished. */
const letsNobodyLeave = ({ model, parameters }: FittedModel): boolean => model === 'nbd' || parameters['a'] === 0 || parameters['s'] === 0;

/** The fit in force of the requested model, otherwise of the best one (see `chooseFit`). A sentence when no fit is usable. */
export async function choosePurchaseFit(
  models: ModelShelf,
  wanted: PurchaseModelName | null,
  sample: () => Promise<SampleSize>,
): Promise<PurchaseFit | NotEnoughData> {
  if (wanted === null) {
    const chosen = await chooseFit(models, purchaseModelNames);
    if (chosen !== null) return ready(chosen);
    const tried = (await Promise.all(purchaseModelNames.map((name) => models.inForce(name)))).some((fit) => fit !== null);
    if (tried) return { notEnoughData: 'No fit of a model of purchases converged, so nothing is scored: fit them on more purchases.' };
    return noFitYet('A model of purchases', 'tenure model fit mbg-nbd', await sample());
  }
  const fit = await models.inForce(wanted);
  if (fit === null) return noFitYet(`The model ${wanted}`, `tenure model fit ${wanted}`, await sample());
  if (!fit.converged)
    return { notEnoughData: `The fit of ${wanted} did not converge, so nothing is scored with it: fit it on more purchases, or take another model.` };
  return ready({ fit, choice: { by: 'asked', why: 'It was asked for.', margin: null, compared: [] } });
}

function ready({ fit, choice }: ChosenFit): PurchaseFit {
  const unit = fit.timeUnit ?? 'day';
  return { model: purchaseModels[fit.model as PurchaseModelName], fit, unit, daysPerUnit: daysPerUnit[unit], choice };
}

/** A customer's history as the model sees it on a day: null when they had not bought by then. */
export function historyOn(days: readonly number[], about: number, { daysPerUnit: length }: PurchaseFit): PurchaseHistory | null {
  const statistics = purchaseStatistics(days, about);
  if (statistics === null) return null;
  return { x: statistics.x, tx: statistics.recencyDays / length, T: statistics.ageDays / length };
}
