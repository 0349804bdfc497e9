import type { ExportDefinition } from '@tenure/querying';
import { retentionRows } from './answer.js';
import { RetentionExportParameters } from './parameters.js';
import { answerRetention } from './query.js';

/** Every cell of the first-time cohorts by month and by week, both ways of counting, in one time zone. */
export const retentionExport: ExportDefinition<RetentionExportParameters> = {
  params: RetentionExportParameters,
  columns: ['granularity', 'timezone', 'cohort', 'size', 'period', 'on', 'onOrAfter'],
  async *rows(context, parameters) {
    for (const granularity of ['month', 'week'] as const) {
      const on = retentionRows(await answerRetention(context, { ...parameters, granularity, mode: 'on' }));
      const later = retentionRows(await answerRetention(context, { ...parameters, granularity, mode: 'on-or-after' }))[Symbol.iterator]();
      for (const { timezone, cohort, size, period, count } of on) {
        const after = later.next().value; // the same cohorts and periods, in the same order
        yield { granularity, timezone: timezone!, cohort: cohort!, size: size!, period: period!, on: count!, onOrAfter: after!.count! };
      }
    }
  },
};
