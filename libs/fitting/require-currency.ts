import { BadQuery } from '@tenure/querying';
import { isCurrency, nearestCurrency } from '@tenure/shape';
import { type ModelName, SPEND_MODEL } from './model-names.js';

/** @throws BadQuery for an invalid code, or for a code given to a model that is the same in every currency */
export function requireCurrency(model: ModelName, currency: string | undefined): void {
  if (currency === undefined) return;
  if (!isCurrency(currency)) {
    const meant = nearestCurrency(currency);
    const remedy = meant === null ? 'write one such as EUR, CNY or USD.' : `did you mean ${meant}?`;
    throw new BadQuery('currency', 'unknown-currency', `currency is "${currency}", which is not an ISO 4217 code: ${remedy}`);
  }
  if (model !== SPEND_MODEL) {
    throw new BadQuery('currency', 'no-currency-here', `"${model}" is about when customers buy, in whatever currency: only ${SPEND_MODEL} takes one.`);
  }
}
