import { horizonOf } from '../../likelihood/horizons.js';
import type { PageDefinition } from '../page.js';
import { CustomerPage } from './customer-page.js';

export const customer: PageDefinition = {
  name: 'customer',
  group: 'customers',
  path: '/customers/$customerId',
  byLink: true,
  state: ({ horizon }) => ({ horizon: horizonOf(horizon) }),
  Page: CustomerPage,
};
