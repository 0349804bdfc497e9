import type { FittedModel } from '@tenure/querying';

const farAbove = 10;
const muchOfAll = 0.05;

/** A sentence about a customer whose own mean spend is far above that of all; null for others. Money in major units. */
export function outlierText({ ownMean, priorMean, weight }: { readonly ownMean: number; readonly priorMean: number; readonly weight: number }): string | null {
  if (weight === 0 || ownMean < farAbove * priorMean) return null;
  return `An outlier: the own repeat days come to ${Math.round(ownMean / priorMean)} times what the model expects of a customer it knows nothing about. Look whether an amount, a currency or a return is wrong before you rely on the value.`;
}

/** A sentence about a model of spend that one customer dominates; null for others, and for fits from before 0.2, where it is unknown. */
export function carriedByText({ largestShare = 0 }: Pick<FittedModel, 'largestShare'>): string | null {
  if (largestShare < muchOfAll) return null;
  return `One customer made ${Math.round(100 * largestShare)} % of the repeat spend that this model was fitted on, and carries what it expects of all: the list of values shows whom.`;
}
