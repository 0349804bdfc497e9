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
import { type NotEnoughData, noFitYet } from './not-enough-data.js';

export const purchaseModelNames = ['mbg-nbd', 'bg-nbd', 'nbd'] as const satisfies readonly PurchaseModelName[];
export type PurchaseModelChoice = (typeof purchaseModelNames)[number];

/** A fit that can be scored with, and the model it is of. */
export interface PurchaseFit {
  readonly model: PurchaseModel;
  readonly fit: FittedModel;
  readonly unit: TimeUnit;
  /** Days in the unit of the fit. */
  readonly daysPerUnit: number;
}

/** Which fit an answer comes from: three answers with equal references come from the same parameters. */
export interface ModelReference {
  readonly name: string;
  /** When it was fitted. */
  readonly version: string;
  /** Last day of purchases that it has seen. */
  readonly trainedTo: string;
  readonly position: string;
  /** Why its optimum is not an ordinary one; null when it is. */
  readonly boundary: string | null;
}

export const referenceTo = ({ model, fittedAt, trainedTo, position, boundary }: FittedModel): ModelReference => ({
  name: model,
  version: fittedAt,
  trainedTo,
  position,
  boundary,
});

/**
 * The model asked for, else MBG/NBD; and NBD, in which nobody ever leaves, when the data does not show that anybody
 * does (MBG/NBD's fit then lies at a boundary). Of each the fit in force. A sentence when there is nothing to score with.
 */
export async function choosePurchaseFit(
  models: ModelShelf,
  wanted: PurchaseModelName | null,
  sample: () => Promise<SampleSize>,
): Promise<PurchaseFit | NotEnoughData> {
  if (wanted !== null) {
    const fit = await models.inForce(wanted);
    if (fit === null) return noFitYet(`The model ${wanted}`, `tenure model fit ${wanted}`, await sample());
    if (!fit.converged)
      return { notEnoughData: `The fit of ${wanted} did not converge, so nothing is scored with it: fit it on more purchases, or take another model.` };
    return ready(wanted, fit);
  }
  const usual = await models.inForce('mbg-nbd');
  if (usual?.converged && usual.boundary === null) return ready('mbg-nbd', usual);
  const simple = await models.inForce('nbd');
  if (simple?.converged) return ready('nbd', simple);
  return noFitYet('A model of purchases', 'tenure model fit mbg-nbd', await sample());
}

function ready(name: PurchaseModelName, fit: FittedModel): PurchaseFit {
  const unit = fit.timeUnit ?? 'day';
  return { model: purchaseModels[name], fit, unit, daysPerUnit: daysPerUnit[unit] };
}

/** A customer as the model sees them on a day: null when they had not bought by then. */
export function historyOn(days: readonly number[], about: number, { daysPerUnit: length }: PurchaseFit): PurchaseHistory | null {
  const statistics = purchaseStatistics(days, about);
  if (statistics === null) return null;
  return { x: statistics.x, tx: statistics.recencyDays / length, T: statistics.ageDays / length };
}
