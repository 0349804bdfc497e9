import type { PurchaseModelName } from '@tenure/models';
import type { FittedModel, ModelShelf } from '@tenure/querying';

export const choosers = ['asked', 'promoted', 'aic'] as const;

/** Why a figure comes from this model of purchases and from no other. */
export interface ModelChoice {
  readonly by: (typeof choosers)[number];
  readonly why: string;
  /** By how much its AIC is lower than that of the next best; null where it was compared with none. */
  readonly margin: number | null;
  /** What was compared, the best first. */
  readonly compared: readonly ComparedModel[];
}

export interface ComparedModel {
  readonly name: string;
  readonly aic: number;
}

export interface ChosenFit {
  readonly fit: FittedModel;
  readonly choice: ModelChoice;
}

/**
 * Of the fits in force of some models: the one that was promoted last, because somebody decided so; else the one with the
 * lowest AIC (Akaike 1974) of those that saw the same purchases: a likelihood of other data is no evidence. Of equals the
 * model with the fewest parameters, named first in `names`. Null where none has converged.
 */
export async function chooseFit(models: ModelShelf, names: readonly PurchaseModelName[]): Promise<ChosenFit | null> {
  const found = await Promise.all(names.map(async (name) => ({ fit: await models.inForce(name), promotedAt: await models.promotedAt(name) })));
  const usable = found.flatMap(({ fit, promotedAt }) => (fit?.converged ? [{ fit, promotedAt: promotedAt ?? -1 }] : []));
  const promoted = usable.reduce<{ fit: FittedModel; promotedAt: number } | null>(
    (last, each) => (each.promotedAt > (last?.promotedAt ?? -1) ? each : last),
    null,
  );
  if (promoted !== null)
    return { fit: promoted.fit, choice: { by: 'promoted', why: 'It was promoted, and is in force until it is retired.', margin: null, compared: [] } };
  const ordered = sawTheMost(usable.map(({ fit }) => fit)).sort(
    (left, right) => left.aic! - right.aic! || names.indexOf(left.model as never) - names.indexOf(right.model as never),
  );
  const best = ordered[0];
  return best === undefined ? null : { fit: best, choice: byAic(ordered) };
}

/** Fits of the data of the fit that has seen the most: what was fitted on less is compared with nothing. */
function sawTheMost(fits: readonly FittedModel[]): FittedModel[] {
  const comparable = fits.filter(({ aic }) => aic !== null);
  const most = comparable.reduce<FittedModel | null>((top, fit) => (top === null || fit.purchaseDays > top.purchaseDays ? fit : top), null);
  return most === null ? [] : comparable.filter((fit) => sawTheSame(fit, most));
}

const sawTheSame = (one: FittedModel, other: FittedModel): boolean =>
  one.trainedTo === other.trainedTo &&
  one.population === other.population &&
  one.timeUnit === other.timeUnit &&
  one.customers === other.customers &&
  one.transactions === other.transactions;

function byAic(ordered: readonly FittedModel[]): ModelChoice {
  const compared = ordered.map(({ model, aic }) => ({ name: model, aic: aic! }));
  const [best, next] = compared as [ComparedModel, ComparedModel?];
  if (next === undefined) return { by: 'aic', why: `It is the only model with a fit of these purchases.`, margin: null, compared };
  const margin = next.aic - best.aic;
  return { by: 'aic', why: `Lowest AIC of ${compared.map(({ name }) => name).join(', ')}: ${margin.toFixed(1)} below ${next.name}.`, margin, compared };
}
