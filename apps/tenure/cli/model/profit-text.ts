import type { Schemas } from '@tenure/client';
import { percent } from '../output/figures.js';
import { factsOf, tableOf } from '../output/table.js';

type Profit = NonNullable<Schemas['ModelBacktest']['profit']>;

/** What a campaign would have brought, per customer of all, by how many of the most likely leavers are contacted. */
export function profitText({ currency, valueKept, contactCost, offerCost, acceptance, tenths, best, breakEven, aboveBreakEven }: Profit): string {
  const money = (amount: number): string => `${currency} ${amount.toFixed(2)}`;
  const facts = factsOf([
    ['campaign', `${money(valueKept)} kept, ${money(contactCost)} a contact, ${money(offerCost)} an offer, ${percent(acceptance)} of leavers accept`],
    ['profit a customer', `${money(0)} if nobody is contacted, ${money(tenths.at(-1)!)} if everybody is`],
    ['at best', best.share === 0 ? 'nobody: no contact would have paid' : `${money(best.profit)} with the most likely ${percent(best.share)} contacted`],
    [
      'break-even',
      breakEven > 1
        ? 'no likelihood is high enough for a contact to pay'
        : `a likelihood of ${percent(breakEven)}; ${money(aboveBreakEven.profit)} with the ${percent(aboveBreakEven.share)} above it contacted`,
    ],
  ]);
  const rows = tenths.map((profit, i) => ({ share: (i + 1) / tenths.length, profit }));
  const table = tableOf(rows, [
    { title: 'contacted', value: ({ share }) => percent(share, 0) },
    { title: 'profit a customer', align: 'right', value: ({ profit }) => money(profit) },
  ]);
  return `${facts}\n\n${table}`;
}
