import type { ReadModel } from '@tenure/querying';
import { valueCellsQuery } from './cells-query.js';
import { valueConcentrationQuery } from './concentration-query.js';
import { customerValueQuery } from './customer-query.js';
import { valueDefinition } from './definition.js';
import { customerEquityQuery } from './equity-query.js';
import { valueExplanationQuery } from './explanation/explanation-query.js';
import { valueExport } from './export.js';
import { valueListQuery } from './list-query.js';
import { valueProjection } from './projection.js';

export const lifetimeValue: ReadModel = {
  projection: valueProjection,
  definition: valueDefinition,
  queries: [valueListQuery, valueCellsQuery, valueConcentrationQuery, customerEquityQuery, customerValueQuery, valueExplanationQuery],
  export: valueExport,
};
