import type { PageDefinition } from '../page.js';
import { RetentionPage } from './retention-page.js';
import { retentionState } from './state.js';

export const retention: PageDefinition = { name: 'retention', group: 'answers', path: '/retention', state: retentionState, Page: RetentionPage };
