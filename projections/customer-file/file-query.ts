import type { Query } from '@tenure/querying';
import { customerDocument } from '../shared/reading/live-view.js';
import { customerFileSchema } from './answer-schemas.js';
import { lineOf, lineRow } from './line.js';
import { openFile } from './open-file.js';
import { CustomerFileParameters } from './parameters.js';
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

  async run(context, { customerId }): Promise<CustomerFile> {
    return openFile(context, showFile(await customerDocument(context.snapshot, 'customer-file', customerId)));
  },

  *rows(page: CustomerFile) {
    const { customerId, revision, sealed, totals } = page;
    yield lineRow(
      { ...lineOf({ customerId, revision }, page), sealed },
      totals.map(({ currency }) => currency),
    );
  },
};
