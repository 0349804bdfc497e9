import type { ReadModel } from '@tenure/querying';
import { lifecycleDefinition } from './definition.js';
import { lifecycleExport } from './export.js';
import { lifecycleProjection } from './projection.js';
import { lifecycleQuery } from './query.js';

export const lifecycle: ReadModel = {
  projection: lifecycleProjection,
  definition: lifecycleDefinition,
  queries: [lifecycleQuery],
  export: lifecycleExport,
};
