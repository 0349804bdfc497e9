import type { Schemas } from '@tenure/client/browser';

type Listed = Schemas['ListedModel'];

/** Models of when customers buy; those of amounts and of hazards are fitted to other data. */
const ofPurchases = ['nbd', 'bg-nbd', 'mbg-nbd', 'pareto-nbd'];

export interface Closest {
  readonly model: string;
  /** Model of the next higher AIC, and by how much. */
  readonly next: string;
  readonly by: number;
}

/** Of the models of purchases that were fitted to the same purchases: the one of the lowest AIC (Akaike 1974). Null: fewer than two. */
export function closestOf(items: readonly Pick<Listed, 'model' | 'fitted'>[]): Closest | null {
  const fits = items.flatMap(({ model, fitted }) =>
    fitted && ofPurchases.includes(model) && typeof fitted.aic === 'number' ? [{ model, aic: fitted.aic, of: fitted.checksum }] : [],
  );
  const [first, second] = fits.filter(({ of }) => of === fits[0]?.of).sort((one, other) => one.aic - other.aic);
  return first && second ? { model: first.model, next: second.model, by: second.aic - first.aic } : null;
}
