import { type MoneyTotal, moneyTotal } from '@tenure/customer';
import { moneyOf } from '../shared/money/money.js';
import type { CurrencyTotals } from './currency-totals.js';
import { earned } from './own-margin.js';
import type { PastCost } from './past-costs.js';
import type { ValueParts } from './value-parts.js';

/** What a customer has brought and is expected to bring. earned - costs = past; past + future = whole; future + lostToLeaving = futureIfActive; all exactly. */
export interface ValueSplit {
  /** What was paid less what was returned so far, in the currency, x the margin of each purchase: not discounted. */
  readonly earned: MoneyTotal;
  /** In the currency, as far as they are stated. */
  readonly costs: readonly PastCost[];
  /** Stated in other currencies: nothing is converted, and they are not taken off. */
  readonly costsNotTakenOff: readonly PastCost[];
  readonly past: MoneyTotal;
  /** The value. */
  readonly future: MoneyTotal;
  readonly whole: MoneyTotal;
  /** The purchases expected of the customer if surely still active: x probabilityAlive = expectedPurchases. */
  readonly purchasesIfActive: number;
  /** purchasesIfActive x expectedSpend x margin. */
  readonly futureIfActive: MoneyTotal;
  /** What the chance that the customer has left already takes off. */
  readonly lostToLeaving: MoneyTotal;
}

/** `future`: the value as it is answered. `totals`: in the currency of the value. `stated`: in whatever currency. */
export function splitValue(
  { purchasesIfAlive, spend, margin }: ValueParts,
  future: MoneyTotal,
  totals: CurrencyTotals,
  stated: readonly PastCost[],
): ValueSplit {
  const { currency } = future;
  const sum = (...minors: readonly bigint[]): MoneyTotal =>
    moneyTotal(
      minors.reduce((total, minor) => total + minor),
      currency,
    );
  const gained = earned(minorOf(totals.spend) - minorOf(totals.returned) - minorOf(totals.returnedUntied), margin);
  const ifActive = moneyOf(purchasesIfAlive * spend.spend * margin.share, currency);
  const costs = stated.filter(({ amount }) => amount.currency === currency);
  const past = [gained, ...costs.map(({ amount }) => -minorOf(amount))];
  return {
    earned: sum(gained),
    costs,
    costsNotTakenOff: stated.filter(({ amount }) => amount.currency !== currency),
    past: sum(...past),
    future,
    whole: sum(...past, minorOf(future)),
    purchasesIfActive: purchasesIfAlive,
    futureIfActive: ifActive,
    lostToLeaving: sum(minorOf(ifActive), -minorOf(future)),
  };
}

const minorOf = ({ minor }: MoneyTotal): bigint => BigInt(minor);
