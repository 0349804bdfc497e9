import type { ReadModel } from '@tenure/querying';
import { complaintsDefinition } from './definition.js';
import { complaintsExport } from './export.js';
import { complaintListQuery } from './list-query.js';
import { complaintsProjection } from './projection.js';
import { complaintSummaryQuery } from './summary-query.js';

export const complaints: ReadModel = {
  projection: complaintsProjection,
  definition: complaintsDefinition,
  queries: [complaintListQuery, complaintSummaryQuery],
  export: complaintsExport,
};
