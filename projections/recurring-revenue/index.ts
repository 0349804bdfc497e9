import type { ReadModel } from '@tenure/querying';
import { revenueCustomersQuery } from './customers-query.js';
import { recurringRevenueDefinition } from './definition.js';
import { recurringRevenueExport } from './export.js';
import { recurringRevenueProjection } from './projection.js';
import { revenueQuery } from './query.js';

export const recurringRevenue: ReadModel = {
  projection: recurringRevenueProjection,
  definition: recurringRevenueDefinition,
  queries: [revenueQuery, revenueCustomersQuery],
  export: recurringRevenueExport,
};
