import type { Query } from '@tenure/querying';
import { customerDocument } from '../reading/live-view.js';
import { customerFileSchema } from './answer-schemas.js';
import { CustomerFileParameters } from './parameters.js';
import { lineRow } from './rows.js';
import { type CustomerFile, showFile } from './show.js';

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

  async run({ snapshot }, { customerId }): Promise<CustomerFile> {
    return showFile(await customerDocument(snapshot, 'customer-file', customerId));
  },

  *rows({ customerId, revision, party, status, since, totals, firstPurchase, lastPurchase, personal, complaints }: CustomerFile) {
    const line = {
      customerId,
      revision,
      party,
      status,
      name: personal.name ?? null,
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
