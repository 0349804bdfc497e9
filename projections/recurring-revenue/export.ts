import type { ExportDefinition } from '@tenure/querying';
import { RevenueParameters } from './parameters.js';
import { answerRevenue } from './query.js';
import { revenueColumns, revenueRows } from './rows.js';

/** Every period, with a row of all customers and one of each currency. */
export const recurringRevenueExport: ExportDefinition<RevenueParameters> = {
  params: RevenueParameters,
  columns: revenueColumns,
  async *rows(context, parameters) {
    yield* revenueRows(await answerRevenue(context, parameters));
  },
};
