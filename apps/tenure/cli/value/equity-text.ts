import type { Schemas } from '@tenure/client';
import { moneyText } from '../output/figures.js';
import { grouped, tableOf } from '../output/table.js';

/** The value of all customers at the ends of months, the present last. */
export function equityText({ points, notEnoughData }: Schemas['LifetimeValueEquityAnswer']): string {
  if (notEnoughData !== undefined) return notEnoughData;
  const table = tableOf(points, [
    { title: 'about', value: ({ about }) => about },
    { title: 'customers', align: 'right', value: ({ customers }) => grouped(customers) },
    { title: 'gained', align: 'right', value: ({ gained }) => gained },
    { title: 'lost', align: 'right', value: ({ lost }) => lost },
    { title: 'total value', align: 'right', value: ({ totalValue }) => moneyText(totalValue) },
    { title: '95 % from', align: 'right', value: ({ interval }) => interval && moneyText(interval.low) },
    { title: 'to', align: 'right', value: ({ interval }) => interval && moneyText(interval.high) },
  ]);
  return `${table}\nEach day with the facts dated by then, and with the fits in force now.`;
}
