import type { PageDefinition } from '../page.js';
import { OperationsPage } from './operations-page.js';

export const operations: PageDefinition = { name: 'operations', group: 'running', path: '/operations', state: () => ({}), Page: OperationsPage };
