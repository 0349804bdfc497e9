import type { ReadModel } from '@tenure/querying';
import { modelFitCountsQuery } from './counts-query.js';
import { modelFitsDefinition } from './definition.js';
import { modelFitsExport } from './export.js';
import { modelFitListQuery } from './list-query.js';
import { modelFitsProjection } from './projection.js';

export const modelFits: ReadModel = {
  projection: modelFitsProjection,
  definition: modelFitsDefinition,
  queries: [modelFitListQuery, modelFitCountsQuery],
  export: modelFitsExport,
};
