import { enoughToFit, gammaGamma, isEnoughToFit } from '@tenure/models';
import { type FittedModel, fitInForce, type ModelRecord } from '@tenure/querying';

/** A fit, and whether figures are scored with it. */
export interface ShownFit extends FittedModel {
  readonly inForce: boolean;
  /** Why no figure is scored with it; null when it is in force. */
  readonly notInForce: string | null;
}

export function shownFit(record: ModelRecord, fitted: FittedModel): ShownFit {
  const notInForce = whyUnusable(fitted) ?? whyNotChosen(record, fitted);
  return { ...fitted, inForce: notInForce === null, notInForce };
}

/** Why a fit is unusable even when promoted: the reason for which figures refuse it. Null when it is usable. */
export function whyUnusable({ model, converged, parameters, customers, transactions }: FittedModel): string | null {
  if (!converged) return `It did not converge, so nothing is scored with it. ${afterNoConvergence(customers, transactions)}`;
  if (model === gammaGamma.name && !gammaGamma.hasMean(parameters)) {
    return 'It has no expected spend to give, so nothing is scored with it: fit it up to a day before the extreme purchases, and promote that fit.';
  }
  return null;
}

function afterNoConvergence(customers: number, repeats: number): string {
  if (isEnoughToFit({ customers, repeatPurchaseDays: repeats })) return 'Fit it in another unit of time, up to another day, or take another model.';
  const enough = `${enoughToFit.customers} customers and ${enoughToFit.repeatPurchaseDays} repeat purchase days`;
  return `Record or import more purchases; from ${enough} on the engine fits models by itself.`;
}

function whyNotChosen(record: ModelRecord, { model, currency, position }: FittedModel): string | null {
  const chosen = fitInForce(record, currency);
  if (chosen?.position === position) return null;
  const instead = chosen === null || whyUnusable(chosen) !== null ? 'No other is in force' : `The fit at ${chosen.position} is in force`;
  return `${instead}: "tenure model promote ${model} ${position}" puts this one into force.`;
}
