import type { PageDefinition } from '../page.js';
import { LifecyclePage } from './lifecycle-page.js';
import { lifecycleState } from './state.js';

export const lifecycle: PageDefinition = { name: 'lifecycle', group: 'answers', path: '/lifecycle', state: lifecycleState, Page: LifecyclePage };
