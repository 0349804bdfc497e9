import type { Schemas } from '@tenure/client';
import { moneyText, percent } from '../output/figures.js';
import { grouped, tableOf } from '../output/table.js';

type ChurnList = Schemas['ChurnLikelihoodAnswer'];

/** Totals by the requested dimension; null without one. */
export function groupTable({ groups, by }: ChurnList): string | null {
  if (groups === undefined || by === null) return null;
  return tableOf(groups, [
    { title: by, value: ({ group }) => (group === null ? null : String(group)) },
    { title: 'customers', align: 'right', value: ({ customers }) => customers },
    { title: 'probably gone', align: 'right', value: ({ probablyGone }) => probablyGone },
    { title: 'gone', align: 'right', value: ({ customers, probablyGone }) => percent(probablyGone / Math.max(1, customers + probablyGone)) },
    { title: 'at risk', align: 'right', value: ({ valueAtRisk }) => valueAtRisk && moneyText(valueAtRisk) },
    { title: 'value', align: 'right', value: ({ value }) => value && moneyText(value) },
  ]);
}

/** What the list shows, who is not on it, and why. */
export function aboutList({ about, horizon, order, customers, leftOut, minActive, noValueAtRisk, noContacts }: ChurnList): string {
  const lines: string[] = [];
  if (noValueAtRisk !== undefined) lines.push(`By likelihood, not by value at risk. ${noValueAtRisk.notEnoughData}`);
  else if (order === 'value-at-risk') lines.push('At risk: expected value x likelihood of no purchase within the horizon.');
  lines.push(`${horizon} from ${about}: ${grouped(customers ?? 0)} customers are on the list.`);
  if (leftOut !== undefined) {
    const { probablyGone, objected, closed, noPurchase, noPurchaseInCurrency, lessLikely } = leftOut;
    const parts = [
      [probablyGone, `less than ${percent(minActive, 0)} likely to be active still`],
      [objected, 'who object to scoring'],
      [closed, 'closed'],
      [noPurchase, 'without a purchase'],
      [noPurchaseInCurrency, 'without a purchase in this currency'],
      [lessLikely, 'less likely to leave'],
    ] as const;
    const named = parts.filter(([count]) => count > 0).map(([count, text]) => `${grouped(count)} ${text}`);
    if (named.length > 0) lines.push(`Left out: ${named.join(', ')}.`);
  }
  if (noContacts !== undefined) lines.push(noContacts);
  return `\n${lines.join('\n')}`;
}
