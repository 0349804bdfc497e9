import { useLocale } from 'use-intl';
import { decimalOf, type Money } from './money.js';

/** Amounts as a person reads them: exact for tables, of three digits for a sentence (`€4.07M`). */
export function useMoney(): { readonly exact: (money: Money) => string; readonly short: (money: Money) => string } {
  const locale = useLocale();
  const written = (money: Money, how: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency, ...how }).format(decimalOf(money));
  return {
    exact: (money) => written(money, {}),
    short: (money) => written(money, { notation: 'compact', maximumSignificantDigits: 3 }),
  };
}
