import { moneyText, percent } from '../../output/figures.js';
import { grouped, tableOf } from '../../output/table.js';
import type { Analysis } from '../analysis.js';
import { durationText } from './duration-text.js';
import { paragraph, reportWidth } from './paragraph.js';

type LifetimeValue = NonNullable<Analysis['lifetimeValue']>;

const SHOWN = 5;

/** What all customers are expected to bring, and the most valuable of them. */
export function worthText({ list, cells }: LifetimeValue): string {
  const { horizon, about, discountRate } = cells;
  const sum =
    list.total &&
    `${grouped(list.total.customers)} customers are expected to bring ${moneyText(list.total.totalValue)} within ${durationText(horizon)} from ${about}, discounted at ${percent(discountRate, 0)} a year.`;
  const once =
    cells.noRepeat === null ? null : `${moneyText(cells.noRepeat.totalValue)} of it comes from the ${grouped(cells.noRepeat.customers)} who bought once.`;
  const interval = list.total?.interval ?? null;
  const range = interval && `As far as the models know it, that is ${moneyText(interval.low)} to ${moneyText(interval.high)} (95 %).`;
  const others = cells.otherCurrencies.map(({ currency, customers: paying }) => `${currency} (${grouped(paying)} customers)`);
  const notConverted =
    others.length === 0
      ? null
      : `Also paid in ${others.join(', ')}: nothing is converted, and these are not in it. TENURE_CURRENCY names the currency of values.`;
  const table = tableOf(
    list.items.slice(0, SHOWN),
    [
      { title: 'customer', value: ({ customerId }) => customerId },
      { title: 'value', align: 'right', value: ({ value }) => value && moneyText(value) },
      { title: 'purchases', align: 'right', value: ({ expectedPurchases }) => expectedPurchases?.toFixed(2) },
      { title: 'spend each', align: 'right', value: ({ expectedSpend }) => expectedSpend && moneyText(expectedSpend.amount) },
      { title: 'active', align: 'right', value: ({ probabilityAlive }) => (probabilityAlive === undefined ? null : percent(probabilityAlive)) },
    ],
    reportWidth(),
  );
  return `${paragraph(sum ?? null, range, once, notConverted)}\n${table}`;
}
