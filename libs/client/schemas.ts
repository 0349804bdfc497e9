import type { components } from './api.generated.js';

/** Everything that `openapi.json` describes, by its name there: `Schemas['RetentionAnswer']`. */
export type Schemas = components['schemas'];
