import { type Query, words } from '@tenure/client';
import { asAtOption } from './as-at-option.js';
import { limitOption, printList } from './list.js';
import { day, moneyText } from './output/figures.js';
import type { Session } from './session.js';
import { type Verb, wordOption } from './verb.js';

type Options = Query<'/v1/customers'> & { readonly limit?: number };

export const customers: Verb<Options> = {
  name: 'customers',
  summary: 'customers, ascending by id',
  examples: ['tenure customers', 'tenure customers --status closed --limit 100', 'tenure customers --json > customers.ndjson'],
  options: [
    wordOption('--party <party>', 'only these', words['/v1/customers'].party),
    wordOption('--status <status>', 'only these', words['/v1/customers'].status),
    limitOption,
    asAtOption,
  ],
  async run(session: Session, _args, { limit, ...filter }) {
    await printList(session, {
      path: '/v1/customers',
      parameters: filter,
      limit,
      none: 'No customers. tenure import purchases FILE, or tenure demo, brings some in.',
      columns: [
        { title: 'customer', value: ({ customerId }) => customerId },
        { title: 'name', value: ({ name }) => name },
        { title: 'party', value: ({ party }) => party },
        { title: 'status', value: ({ status }) => status },
        { title: 'purchases', align: 'right', value: ({ totals }) => totals.reduce((sum, { purchases }) => sum + purchases, 0) },
        { title: 'net spend', align: 'right', value: ({ totals }) => totals.map(({ net }) => moneyText(net)).join(' + ') },
        { title: 'first purchase (UTC)', value: ({ firstPurchase }) => day(firstPurchase) },
        { title: 'last purchase (UTC)', value: ({ lastPurchase }) => day(lastPurchase) },
        { title: 'open complaints', align: 'right', value: ({ openComplaints }) => openComplaints },
      ],
    });
  },
};
