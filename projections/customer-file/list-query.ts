import type { Query } from '@tenure/querying';
import { decodeCursor, encodeCursor } from '../shared/paging/cursor.js';
import { readLimit } from '../shared/paging/limit.js';
import { liveView } from '../shared/reading/live-view.js';
import { customerListSchema } from './answer-schemas.js';
import type { FileDocument } from './document.js';
import { type CustomerLine, lineColumns, lineRow, openLines, showLine } from './line.js';
import { CustomerListParameters } from './parameters.js';
import { statusOf } from './sections/identity/identity.js';
import { knownCurrencies } from './sections/purchases/cells.js';

export interface CustomerList {
  readonly items: readonly CustomerLine[];
  readonly next: string | null;
  /** Every currency that customers have bought in: rows have columns for each. */
  readonly currencies: readonly string[];
}

export const customerListQuery: Query<CustomerListParameters> = {
  name: 'customers',
  path: 'customers',
  summary: 'Customers, ascending by id',
  params: CustomerListParameters,
  answer: customerListSchema,
  access: 'figures',
  cost: 'scan',
  personal: true,

  async run(context, parameters): Promise<CustomerList> {
    const { snapshot } = context;
    const limit = readLimit(parameters.limit);
    const pins = {
      party: parameters.party ?? null,
      status: parameters.status ?? null,
    };
    const matches = (file: FileDocument): boolean =>
      (pins.party === null || file.party?.[0] === pins.party) && (pins.status === null || statusOf(file) === pins.status);
    const view = await liveView(snapshot, 'customer-file');
    const found: CustomerLine[] = [];
    let after = decodeCursor(parameters.cursor, pins, ['key'])?.key ?? null;
    while (found.length <= limit) {
      const page = await snapshot.page(view, { after, limit: limit + 1 });
      for (const stored of page) {
        const file = JSON.parse(stored.body) as FileDocument;
        if (matches(file) && found.length <= limit) found.push(showLine(stored, file));
      }
      if (page.length <= limit) break; // the last page
      after = page[page.length - 1]!.key;
    }
    const items = await openLines(context, found.slice(0, limit));
    const more = found.length > limit;
    const currencies = await knownCurrencies(snapshot);
    return { items, next: more ? encodeCursor({ ...pins, place: { key: items[items.length - 1]!.customerId } }) : null, currencies };
  },

  rows: ({ items, currencies }: CustomerList) => items.map((line) => lineRow(line, currencies)),
  columns: ({ currencies }: CustomerList) => lineColumns(currencies),
};
