import { hazardModel } from '../hazard-fit.js';
import { type DataKind, dataKinds } from './wording.js';

/** Kinds of data that a model is made of, and the others: models of purchases know purchases only. */
export function usedData(model: string): { readonly used: readonly DataKind[]; readonly notUsed: readonly DataKind[] } {
  const used: readonly DataKind[] = model === hazardModel ? dataKinds : ['purchases'];
  return { used, notUsed: dataKinds.filter((kind) => !used.includes(kind)) };
}
