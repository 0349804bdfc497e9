import type { FittedModel, ModelRecord } from '@tenure/querying';
import type { Rejection } from '@tenure/streams';

/** A fit of a model by its position, and its revision on the model's stream. */
export function fitAt(model: string, { fits }: ModelRecord, position: string): { readonly revision: number; readonly fitted: FittedModel } | Rejection {
  const found = fits.find(({ fitted }) => fitted.position === position);
  if (found) return found;
  const last = fits.at(-1)?.fitted.position;
  const hint = last === undefined ? 'It has no fit yet.' : `The latest is at ${last}; "tenure events --types ModelFitted" lists them.`;
  return { code: 'fit-unknown', detail: `There is no fit of "${model}" at ${position}. ${hint}`, pointer: '/fit' };
}
