import { parties } from '@tenure/customer';
import type { Query, Row } from '@tenure/querying';
import { totalIn } from '../shared/money/limbs.js';
import { liveView } from '../shared/reading/live-view.js';
import { customerTotalsSchema } from './answer-schemas.js';
import { CustomerTotalsParameters } from './parameters.js';
import { type ShownTotal, showTotal } from './show.js';

export interface CustomerTotals {
  readonly customers: number;
  readonly closed: number;
  readonly parties: Readonly<Record<string, number>>;
  readonly totals: readonly ShownTotal[];
}

export const customerTotalsQuery: Query<CustomerTotalsParameters> = {
  name: 'totals',
  path: 'totals',
  summary: 'All customers together: how many, what they bought and returned by currency',
  params: CustomerTotalsParameters,
  answer: customerTotalsSchema,
  access: 'figures',
  cost: 'lookup',

  async run({ snapshot }): Promise<CustomerTotals> {
    const sums = new Map(await snapshot.sums(await liveView(snapshot, 'customer-file'), ''));
    const currencies = [...new Set([...sums.keys()].filter((cell) => 'pq'.includes(cell[0]!)).map((cell) => cell.slice(1)))].sort();
    const sum = (cell: string): number => sums.get(cell) ?? 0;
    return {
      customers: sum('n'),
      closed: sum('x'),
      parties: Object.fromEntries(parties.map((party) => [party, sum(`t${party}`)])),
      totals: currencies.map((currency) =>
        showTotal({
          currency,
          purchases: sum(`p${currency}`),
          spend: totalIn(sums, `m${currency}`),
          returns: sum(`q${currency}`),
          returned: totalIn(sums, `r${currency}`),
        }),
      ),
    };
  },

  *rows({ totals }: CustomerTotals): Iterable<Row> {
    for (const { currency, purchases, spend, returns, returned, net } of totals) {
      yield { currency, purchases, spendMinor: spend.minor, returns, returnedMinor: returned.minor, netMinor: net.minor };
    }
  },
};
