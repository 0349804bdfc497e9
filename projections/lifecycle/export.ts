import type { ExportDefinition } from '@tenure/querying';
import { granularities } from '../shared/calendar/calendar.js';
import { LifecycleExportParameters } from './parameters.js';
import { answerLifecycle, lifecycleColumns, lifecycleRows } from './query.js';

/** Every day, week and month, in one time zone. */
export const lifecycleExport: ExportDefinition<LifecycleExportParameters> = {
  params: LifecycleExportParameters,
  columns: lifecycleColumns,
  async *rows(context, parameters) {
    for (const granularity of granularities) yield* lifecycleRows(await answerLifecycle(context, { ...parameters, granularity }));
  },
};
