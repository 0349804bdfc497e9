import { currencyCodes, isCurrency } from './currency.js';
import { nearest } from './nearest.js';

/** The ISO 4217 code that was probably meant (`eur` and `euro` -> `EUR`), or null. */
export function nearestCurrency(text: string): string | null {
  const upper = text.trim().toUpperCase();
  if (isCurrency(upper)) return upper;
  return /^[A-Z]{2,4}$/.test(upper) ? nearest(upper, currencyCodes) : null;
}
