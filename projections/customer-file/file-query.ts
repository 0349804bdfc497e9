import type { Query } from '@tenure/querying';
import { customerDocument } from '../shared/reading/live-view.js';
import { customerFileSchema } from './answer-schemas.js';
import { CustomerFileParameters } from './parameters.js';
import { lineRow } from './rows.js';
import { type CustomerFile, openFile, showFile } from './show.js';

export const customerFileQuery: Query<CustomerFileParameters> = {
  name: 'customer',
  path: 'customers/:customerId',
  summary: 'One page on a customer',
  params: CustomerFileParameters,
  answer: customerFileSchema,
  access: 'customer',
  cost: 'lookup',
  personal: true,
  onlyOwnDocument: true,

  async run(context, { customerId }): Promise<CustomerFile> {
    return openFile(context, showFile(await customerDocument(context.snapshot, 'customer-file', customerId)));
  },

  *rows({ customerId, revision, party, status, since, totals, firstPurchase, lastPurchase, personal, sealed, complaints }: CustomerFile) {
    const line = {
      customerId,
      revision,
      party,
      status,
      name: personal.name ?? null,
      sealed,
      since,
      totals,
      firstPurchase,
      lastPurchase,
      openComplaints: complaints.open,
    };
    yield lineRow(
      line,
      totals.map(({ currency }) => currency),
    );
  },
};
