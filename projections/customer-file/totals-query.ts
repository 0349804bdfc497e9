import { parties } from '@tenure/customer';
import type { Query, Row } from '@tenure/querying';
import { totalIn } from '../shared/money/limbs.js';
import { liveView } from '../shared/reading/live-view.js';
import { customerTotalsSchema } from './answer-schemas.js';
import { CustomerTotalsParameters } from './parameters.js';
import { customers } from './projection.js';
import { closedCustomers, ofParty } from './sections/identity/identity.js';
import { knownCurrencies, purchasesIn, returnedIn, returnsIn, spendIn } from './sections/purchases/cells.js';
import { type ShownTotal, showTotal } from './sections/purchases/totals.js';

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
    const view = await liveView(snapshot, 'customer-file');
    const sums = new Map(await snapshot.sums(view, ''));
    const currencies = await knownCurrencies(snapshot);
    const sum = (cell: string): number => sums.get(cell) ?? 0;
    return {
      customers: sum(customers),
      closed: sum(closedCustomers),
      parties: Object.fromEntries(parties.map((party) => [party, sum(ofParty(party))])),
      totals: currencies.map((currency) =>
        showTotal({
          currency,
          purchases: sum(purchasesIn.of(currency)),
          spend: totalIn(sums, spendIn, currency),
          returns: sum(returnsIn.of(currency)),
          returned: totalIn(sums, returnedIn, currency),
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
