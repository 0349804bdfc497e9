import type { PageDefinition } from '../page.js';
import { ComplaintsPage } from './complaints-page.js';
import { complaintsState } from './state.js';

export const complaints: PageDefinition = { name: 'complaints', group: 'customers', path: '/complaints', state: complaintsState, Page: ComplaintsPage };
