import type { Schemas } from '@tenure/client';
import { moneyText, percent } from '../output/figures.js';
import { presentText } from '../output/present.js';
import { bold, dim } from '../output/style.js';
import { tableOf } from '../output/table.js';
import { wrap } from '../output/wrap.js';

type Revenue = Schemas['RecurringRevenueAnswer'];
type Period = Revenue['periods'][number];

const unknown = '...';

/** The customers of each period, then the money, a table for each currency. */
export function revenueText({ definition, periods, notEnoughData }: Revenue): string {
  if (periods.length === 0) return notEnoughData ?? 'Nobody has had a subscription in this range.';
  const { granularity, over, timezone, present } = definition;
  const followed = over === 1 ? '' : `, each over ${over} ${granularity}s`;
  const about = wrap(`by calendar ${granularity}${followed}, ${timezone}; money is what subscriptions bring in a month; ${presentText(present)}`);
  const currencies = [...new Set(periods.flatMap(({ revenue }) => revenue.map(({ currency }) => currency)))].sort();
  return [`${bold('customers')}\n${customersTable(periods)}`, ...currencies.map((currency) => moneyTable(periods, currency)), dim(about)].join('\n\n');
}

function customersTable(periods: readonly Period[]): string {
  const count = (cell: { readonly count: number } | null): number | string => cell?.count ?? unknown;
  return tableOf(periods, [
    { title: 'period', value: ({ period }) => period },
    { title: 'opening', align: 'right', value: ({ customers }) => count(customers.opening) },
    { title: 'left', align: 'right', value: ({ customers }) => count(customers.voluntary) },
    { title: 'not by choice', align: 'right', value: ({ customers }) => count(customers.involuntary) },
    { title: 'new', align: 'right', value: ({ customers }) => count(customers.new) },
    { title: 'back', align: 'right', value: ({ customers }) => count(customers.reactivated) },
    { title: 'closing', align: 'right', value: ({ customers }) => count(customers.closing) },
    { title: 'retained', align: 'right', value: ({ customers: { retention } }) => retention && percent(retention.rate) },
    { title: 'from', align: 'right', value: ({ customers: { retention } }) => retention && percent(retention.low) },
    { title: 'to', align: 'right', value: ({ customers: { retention } }) => retention && percent(retention.high) },
  ]);
}

function moneyTable(periods: readonly Period[], currency: string): string {
  const rows = periods.flatMap(({ period, revenue }) => revenue.filter((cells) => cells.currency === currency).map((cells) => ({ period, ...cells })));
  const money = (cell: { readonly amount: Parameters<typeof moneyText>[0] } | null): string => (cell === null ? unknown : moneyText(cell.amount));
  const table = tableOf(rows, [
    { title: 'period', value: ({ period }) => period },
    { title: 'opening', align: 'right', value: ({ opening }) => money(opening) },
    { title: 'contraction', align: 'right', value: ({ contraction }) => money(contraction) },
    { title: 'left', align: 'right', value: ({ voluntary }) => money(voluntary) },
    { title: 'not by choice', align: 'right', value: ({ involuntary }) => money(involuntary) },
    { title: 'expansion', align: 'right', value: ({ expansion }) => money(expansion) },
    { title: 'new', align: 'right', value: (cells) => money(cells.new) },
    { title: 'back', align: 'right', value: ({ reactivated }) => money(reactivated) },
    { title: 'closing', align: 'right', value: ({ closing }) => money(closing) },
    { title: 'GRR', align: 'right', value: ({ grossRetention }) => (grossRetention === null ? null : percent(grossRetention)) },
    { title: 'NRR', align: 'right', value: ({ netRetention }) => (netRetention === null ? null : percent(netRetention)) },
  ]);
  return `${bold(`${currency} a month`)}\n${table}`;
}
