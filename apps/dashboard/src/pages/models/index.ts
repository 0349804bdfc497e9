import type { PageDefinition } from '../page.js';
import { ModelsPage } from './models-page.js';
import { modelsState } from './state.js';

export const models: PageDefinition = { name: 'models', group: 'evidence', path: '/models', state: modelsState, Page: ModelsPage };
