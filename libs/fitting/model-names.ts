import { gammaGamma, hazardModelName } from '@tenure/models';
import { NotFound } from '@tenure/querying';

export const MODEL_NAMES = ['nbd', 'bg-nbd', 'mbg-nbd', 'pareto-nbd', 'gamma-gamma', hazardModelName] as const;
export type ModelName = (typeof MODEL_NAMES)[number];

/** The model that is fitted in each currency by itself. */
export const SPEND_MODEL = gammaGamma.name;

export function modelNamed(text: string): ModelName {
  const model = MODEL_NAMES.find((name) => name === text);
  if (!model) throw new NotFound('model-unknown', `There is no model "${text}". There are: ${MODEL_NAMES.join(', ')}.`);
  return model;
}
