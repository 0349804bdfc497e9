import type { ReadModel } from '@tenure/querying';
import { customerChurnQuery } from './customer-query.js';
import { churnDefinition } from './definition.js';
import { churnExplanationQuery } from './explanation/explanation-query.js';
import { churnExport } from './export.js';
import { churnListQuery } from './list-query.js';
import { churnProjection } from './projection.js';

export const churnLikelihood: ReadModel = {
  projection: churnProjection,
  definition: churnDefinition,
  queries: [churnListQuery, customerChurnQuery, churnExplanationQuery],
  export: churnExport,
};
