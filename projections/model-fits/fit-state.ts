import type { ModelFitsDocument, StoredFit, StoredPromotion } from './document.js';

export const fitStates = ['in-force', 'replaced', 'tried', 'unusable'] as const;
export type FitState = (typeof fitStates)[number];

/** A fit, and its current state. */
export interface JudgedFit {
  readonly fit: StoredFit;
  readonly state: FitState;
  /** Set while it is promoted. */
  readonly promotion: StoredPromotion | null;
}

/** Every fit of a model, as `/v1/models` judges it: at most one for each currency is in force. */
export function judgedFits({ fits, promoted }: ModelFitsDocument): JudgedFit[] {
  const chosen = new Map<string | null, number>();
  for (const { currency, revision, tried } of fits) if (!tried) chosen.set(currency, revision);
  for (const { currency, revision } of promoted) chosen.set(currency, revision);
  return fits.map((fit) => {
    const promotion = promoted.find(({ revision }) => revision === fit.revision) ?? null;
    return { fit, state: stateOf(fit, chosen.get(fit.currency) === fit.revision), promotion };
  });
}

function stateOf({ unusable, tried }: StoredFit, isChosen: boolean): FitState {
  if (unusable) return 'unusable';
  if (isChosen) return 'in-force';
  return tried ? 'tried' : 'replaced';
}
