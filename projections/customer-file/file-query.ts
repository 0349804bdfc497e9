import type { Query } from '@tenure/querying';
import { dayName } from '@tenure/time';
import { daysIn } from '../shared/calendar/zone-days.js';
import { customerDocument } from '../shared/reading/live-view.js';
import { customerFileSchema } from './answer-schemas.js';
import { lineOf, lineRow } from './line.js';
import { openFile } from './open-file.js';
import { CustomerFileParameters } from './parameters.js';
import { withoutExpired } from './sections/scoring.js';
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
    const today = dayName(daysIn(context.timezone)(context.now / 1000));
    const page = showFile(await customerDocument(context.snapshot, 'customer-file', customerId));
    return openFile(context, withoutExpired(page, today));
  },

  *rows(page: CustomerFile) {
    const { customerId, revision, sealed, totals } = page;
    yield lineRow(
      { ...lineOf({ customerId, revision }, page), sealed },
      totals.map(({ currency }) => currency),
    );
  },
};
