import type { Columns, NamedColumns } from '../../section.js';
import { knownCurrencies } from './cells.js';
import type { ShownTotal } from './totals.js';

interface WithTotals {
  readonly totals: readonly ShownTotal[];
}

/** Five columns for each currency; empty where the customer never used it. */
export const currencyColumns: NamedColumns<WithTotals> = {
  names: knownCurrencies,
  of: columnsIn,
  texts: {
    netMinor_USD:
      'In rows: net in minor units, a column for each currency; so purchases, spendMinor, returns and returnedMinor. Exact at any size: in JSON a decimal string beyond 2^53 - 1',
  },
};

function columnsIn(currency: string): Columns<WithTotals> {
  const totalOf = ({ totals }: WithTotals): ShownTotal | undefined => totals.find((total) => total.currency === currency);
  return {
    [`purchases_${currency}`]: (shown) => totalOf(shown)?.purchases ?? null,
    [`spendMinor_${currency}`]: (shown) => totalOf(shown)?.spend.minor ?? null,
    [`returns_${currency}`]: (shown) => totalOf(shown)?.returns ?? null,
    [`returnedMinor_${currency}`]: (shown) => totalOf(shown)?.returned.minor ?? null,
    [`netMinor_${currency}`]: (shown) => totalOf(shown)?.net.minor ?? null,
  };
}
