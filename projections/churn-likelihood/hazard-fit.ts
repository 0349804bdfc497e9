import { type HazardHorizon, hasKnownTerms, hazardModelName } from '@tenure/models';
import type { FittedModel, ModelShelf } from '@tenure/querying';
import type { ModelChoice } from '../shared/scoring/model-choice.js';
import { isNotEnough, type NotEnoughData } from '../shared/scoring/not-enough-data.js';
import { purchaseModelNames } from '../shared/scoring/purchase-fit.js';
import { type Weighted, weightsAt } from './outcome-check.js';

/** A fit of the hazard model that can score a horizon: the tested horizons next to it, and their weights, which add up to 1. */
export interface HazardFit {
  readonly fit: FittedModel;
  readonly weighted: readonly Weighted<HazardHorizon>[];
  readonly choice: ModelChoice;
}

/**
 * Whether likelihoods come from the hazard model. Promoted later than any model of purchases, it scores; a promoted model of purchases scores
 * instead of it. Otherwise outcomes decide: it scores where its likelihoods, learnt a horizon earlier, told what came better than those of the
 * model of purchases (a lower log-loss on the same customers). Null: a model of purchases scores. `asked`: it was asked for, so the reason
 * why it cannot score is the answer.
 */
export async function chooseHazard(models: ModelShelf, horizonDays: number, asked: boolean): Promise<HazardFit | NotEnoughData | null> {
  const fit = await models.inForce(hazardModelName);
  if (fit === null) return asked ? { notEnoughData: 'The model hazard has not been fitted: "tenure model fit hazard" does so now.' } : null;
  const weighted = weightedAt(fit, horizonDays);
  if (isNotEnough(weighted)) return asked ? weighted : null;
  if (asked) return { fit, weighted, choice: { ...undisputed, by: 'asked', why: 'It was asked for.' } };
  const promotedAt = (await models.promotedAt(hazardModelName)) ?? -1;
  const others = await Promise.all(purchaseModelNames.map(async (name) => (await models.promotedAt(name)) ?? -1));
  const latest = Math.max(promotedAt, ...others);
  if (latest >= 0) {
    const why = 'It was promoted, and is in force until it is retired.';
    return latest === promotedAt ? { fit, weighted, choice: { ...undisputed, by: 'promoted', why } } : null;
  }
  const why = betterOnOutcomes(weighted);
  return why === null ? null : { fit, weighted, choice: { ...undisputed, by: 'outcomes', why } };
}

const undisputed = { margin: null, compared: [] };

function weightedAt({ hazard = [] }: FittedModel, horizonDays: number): readonly Weighted<HazardHorizon>[] | NotEnoughData {
  const learnt = hazard.filter((each): each is HazardHorizon => 'terms' in each);
  if (!learnt.every(hasKnownTerms)) return { notEnoughData: 'The fit of the model hazard was made by another version: fit it again.' };
  const weighted = weightsAt(learnt, Math.log(horizonDays));
  const whole = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  if (whole > 1 - 1e-9) return weighted;
  const scored = 'The model hazard scores horizons from P30D to P365D: take one of these, or a model of purchases.';
  const untested = hazard.flatMap((each) => ('notEnoughData' in each ? [each] : []));
  const nearest = untested.sort((one, other) => Math.abs(one.horizon - horizonDays) - Math.abs(other.horizon - horizonDays))[0];
  const [shortest, longest] = [hazard[0]?.horizon ?? 0, hazard.at(-1)?.horizon ?? 0];
  return { notEnoughData: nearest === undefined || horizonDays < shortest || horizonDays > longest ? scored : nearest.notEnoughData };
}

/** A sentence where each horizon told outcomes better than the model of purchases; null where one did not, or could not be compared. */
function betterOnOutcomes(weighted: readonly Weighted<HazardHorizon>[]): string | null {
  for (const [{ evaluation }] of weighted) if (evaluation === null || evaluation.hazard.logLoss >= evaluation.purchases.logLoss) return null;
  const [{ evaluation }] = weighted.reduce((most, each) => (each[1] > most[1] ? each : most));
  const { hazard, purchases, customers } = evaluation!;
  return `On ${customers.toLocaleString('en-US')} outcomes that came after all it had learnt from, its log-loss is ${hazard.logLoss.toFixed(4)}, that of the model of purchases ${purchases.logLoss.toFixed(4)}.`;
}
