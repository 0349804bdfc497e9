import type { ReadModel } from '@tenure/querying';
import { termsDefinition } from './definition.js';
import { termsExport } from './export.js';
import { termsHistoryQuery } from './history-query.js';
import { termsProjection } from './projection.js';
import { termsQuery } from './terms-query.js';

export const terms: ReadModel = {
  projection: termsProjection,
  definition: termsDefinition,
  queries: [termsQuery, termsHistoryQuery],
  export: termsExport,
};
