import { type MoneyTotal, moneyTotal } from '@tenure/customer';
import { integer, listOf, moneyTotal as money, record, text } from '@tenure/shape/schema';
import { changeEntry } from '../../../shared/last-write/register-list.js';
import { isNothing, type Limbs, noLimbs, wholeOf } from '../../../shared/money/limbs.js';

export type CurrencyTotal = [currency: string, purchases: number, spend: Limbs, returns: number, returned: Limbs];

/** Changes an entry of a list ascending by currency; an entry that becomes empty is removed. */
export function changeTotal(totals: CurrencyTotal[], currency: string, by: (total: CurrencyTotal) => void): void {
  changeEntry(totals, currency, () => [currency, 0, noLimbs(), 0, noLimbs()], by, isNoTotal);
}

const isNoTotal = ([, purchases, spend, returns, returned]: CurrencyTotal): boolean =>
  purchases === 0 && returns === 0 && isNothing(spend) && isNothing(returned);

export interface ShownTotal {
  readonly currency: string;
  readonly purchases: number;
  readonly spend: MoneyTotal;
  readonly returns: number;
  readonly returned: MoneyTotal;
  readonly net: MoneyTotal;
}

export const totalsSchema = listOf(record({ currency: text, purchases: integer, spend: money, returns: integer, returned: money, net: money }));

/** Amounts bought and given back in one currency. */
export interface ExactTotal {
  readonly currency: string;
  readonly purchases: number;
  readonly spend: bigint;
  readonly returns: number;
  readonly returned: bigint;
}

export function showTotal({ currency, purchases, spend, returns, returned }: ExactTotal): ShownTotal {
  const shown = (minor: bigint): MoneyTotal => moneyTotal(minor, currency);
  return { currency, purchases, spend: shown(spend), returns, returned: shown(returned), net: shown(spend - returned) };
}

export const showTotals = (totals: readonly CurrencyTotal[]): ShownTotal[] =>
  totals.map(([currency, purchases, spend, returns, returned]) =>
    showTotal({ currency, purchases, spend: wholeOf(spend), returns, returned: wholeOf(returned) }),
  );
