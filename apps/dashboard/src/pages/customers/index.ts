import type { PageDefinition } from '../page.js';
import { CustomersPage } from './customers-page.js';
import { customersState } from './state.js';

export const customers: PageDefinition = { name: 'customers', group: 'customers', path: '/customers', state: customersState, Page: CustomersPage };
