import type { FittedModel } from '@tenure/projecting';
import { fitInForce, type ModelRecord } from '@tenure/querying';

/** A fit, and whether figures are scored with it. */
export interface ShownFit extends FittedModel {
  readonly inForce: boolean;
}

export function shownFit(record: ModelRecord, fitted: FittedModel): ShownFit {
  return { ...fitted, inForce: fitInForce(record, fitted.currency)?.position === fitted.position };
}
