import type { PageDefinition } from '../page.js';
import { ImportPage } from './import-page.js';
import { importState } from './state.js';

export const importing: PageDefinition = { name: 'import', group: 'running', path: '/import', state: importState, Page: ImportPage };
