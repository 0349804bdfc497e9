import type { PageDefinition } from '../page.js';
import { OverviewPage } from './overview-page.js';

export const overview: PageDefinition = { name: 'overview', group: 'answers', path: '/overview', state: () => ({}), Page: OverviewPage };
