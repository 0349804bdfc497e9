import type { ReadModel } from '@tenure/querying';
import { cellCustomersQuery } from './customers/query.js';
import { retentionDefinition } from './definition.js';
import { retentionExport } from './export.js';
import { stayingCustomersQuery } from './projected/customers-query.js';
import { projectionQuery } from './projected/query.js';
import { retentionProjection } from './projection.js';
import { retentionQuery } from './query.js';
import { survivalCustomersQuery } from './survival/customers-query.js';
import { survivalQuery } from './survival/query.js';

export const retention: ReadModel = {
  projection: retentionProjection,
  definition: retentionDefinition,
  queries: [retentionQuery, cellCustomersQuery, survivalQuery, survivalCustomersQuery, projectionQuery, stayingCustomersQuery],
  export: retentionExport,
};
