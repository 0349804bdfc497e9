import { bar, moneyText, percent } from '../../output/figures.js';
import { grouped, tableOf } from '../../output/table.js';
import type { Analysis } from '../analysis.js';
import { durationText } from './duration-text.js';
import { paragraph, reportWidth } from './paragraph.js';

type ChurnLikelihood = NonNullable<Analysis['churnLikelihood']>;

const SHOWN = 5;
const BAR = 30;

/** Likelihoods of no purchase within the horizon, and who is worth a call. */
export function leaveText({ baseRate, noBaseRate, distribution, list }: ChurnLikelihood): string {
  const { horizon, about, items, currency } = list;
  const known = baseRate === null ? (noBaseRate ?? null) : `After ${baseRate.at} ${percent(baseRate.rate)} of ${grouped(baseRate.customers)} did not.`;
  const most = Math.max(...distribution.map(({ customers }) => customers));
  const tenths = tableOf(
    distribution,
    [
      { title: 'likely', value: ({ from, to }) => `${percent(from, 0)} to ${percent(to, 0)}` },
      { title: 'customers', align: 'right', value: ({ customers }) => customers },
      { title: '', value: ({ customers }) => bar(customers, most, BAR) || ' ' },
    ],
    reportWidth(),
  );
  const lines = [paragraph(`How likely customers are not to buy within ${durationText(horizon)} from ${about}.`, known), tenths];
  if (items.length === 0) lines.push(paragraph('Nobody who can still be lost is on the list.'));
  else {
    const order =
      list.order === 'value-at-risk' ? `First to call, by value x likelihood, in ${currency}:` : `By likelihood: ${list.noValueAtRisk?.notEnoughData ?? ''}`;
    lines.push(paragraph(order), customersAtRisk(items.slice(0, SHOWN)));
  }
  return lines.join('\n');
}

const customersAtRisk = (items: ChurnLikelihood['list']['items']): string =>
  tableOf(
    items,
    [
      { title: 'customer', value: ({ customerId, name, email }) => name ?? email ?? customerId },
      { title: 'at risk', align: 'right', value: ({ valueAtRisk }) => valueAtRisk && moneyText(valueAtRisk) },
      { title: 'likely', align: 'right', value: ({ probability }) => percent(probability) },
      { title: 'why', value: ({ reasons }) => (reasons?.find(({ contribution }) => contribution > 0) ?? reasons?.[0])?.text },
    ],
    reportWidth(),
  );
