import type { ReadModel } from '@tenure/querying';
import { customerFileDefinition } from './definition.js';
import { customerFileExport } from './export.js';
import { customerFileQuery } from './file-query.js';
import { customerListQuery } from './list-query.js';
import { customerFileProjection } from './projection.js';
import { customerTotalsQuery } from './totals-query.js';

export const customerFile: ReadModel = {
  projection: customerFileProjection,
  definition: customerFileDefinition,
  queries: [customerListQuery, customerFileQuery, customerTotalsQuery],
  export: customerFileExport,
};
