import type { PurchaseModelName } from '@tenure/models';
import type { FittedModel, ModelShelf } from '@tenure/querying';

export const choosers = ['asked', 'promoted', 'outcomes', 'aic'] as const;

/** Why a figure comes from this model and no other. `outcomes`: the hazard model told later outcomes better than the model of purchases. */
export interface ModelChoice {
  readonly by: (typeof choosers)[number];
  readonly why: string;
  /** How much lower its AIC is than that of the next best; null where it was compared with no other. */
  readonly margin: number | null;
  /** The compared models, the best first. */
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
 * Chooses among the fits in force of some models: the one promoted last, because somebody decided so; otherwise the one with the
 * lowest AIC (Akaike 1974) among those that saw the same purchases, because likelihoods of different data are not comparable. Among
 * equals the model with the fewest parameters, named first in `names`. Null if none has converged.
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
  const ordered = [...comparable(usable.map(({ fit }) => fit))].sort(
    (left, right) => inMillionths(left) - inMillionths(right) || names.indexOf(left.model as never) - names.indexOf(right.model as never),
  );
  const best = ordered[0];
  return best === undefined ? null : { fit: best, choice: byAic(ordered) };
}

/** Two models that tend to the same limit are equal, whatever the last digits of their searches are. */
const inMillionths = ({ aic }: FittedModel): number => Math.round(aic! * 1e6);

/**
 * Fits that saw the same purchases: the largest such group, and among equals the one that saw the most. While the models are
 * refitted one after the other, the first to finish does not score alone.
 */
function comparable(fits: readonly FittedModel[]): FittedModel[] {
  let best: FittedModel[] = [];
  for (const fit of fits) {
    if (fit.aic === null) continue;
    const group = fits.filter((other) => other.aic !== null && sawTheSame(other, fit));
    if (group.length > best.length || (group.length === best.length && fit.purchaseDays > best[0]!.purchaseDays)) best = group;
  }
  return best;
}

const sawTheSame = (one: FittedModel, other: FittedModel): boolean =>
  one.trainedTo === other.trainedTo &&
  one.population === other.population &&
  one.timeUnit === other.timeUnit &&
  one.customers === other.customers &&
  one.transactions === other.transactions &&
  one.checksum === other.checksum;

function byAic(ordered: readonly FittedModel[]): ModelChoice {
  const compared = ordered.map(({ model, aic }) => ({ name: model, aic: aic! }));
  const [best, next] = compared as [ComparedModel, ComparedModel?];
  if (next === undefined) return { by: 'aic', why: `It is the only model with a fit of these purchases.`, margin: null, compared };
  const margin = Math.max(0, next.aic - best.aic);
  const names = compared.map(({ name }) => name).join(', ');
  const why =
    margin < 1e-6 ? `As low an AIC as any of ${names}, with the fewest parameters.` : `Lowest AIC of ${names}: ${margin.toFixed(1)} below ${next.name}.`;
  return { by: 'aic', why, margin, compared };
}
