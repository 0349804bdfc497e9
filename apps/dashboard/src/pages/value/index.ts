import type { PageDefinition } from '../page.js';
import { valueState } from './state.js';
import { ValuePage } from './value-page.js';

export const value: PageDefinition = { name: 'value', group: 'answers', path: '/lifetime-value', state: valueState, Page: ValuePage };
