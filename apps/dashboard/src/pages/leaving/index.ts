import type { PageDefinition } from '../page.js';
import { LeavingPage } from './leaving-page.js';
import { leavingState } from './state.js';

export const leaving: PageDefinition = { name: 'leaving', group: 'answers', path: '/likely-to-leave', state: leavingState, Page: LeavingPage };
