import type { ExportDefinition, QueryContext } from '@tenure/projecting';
import { retentionRows } from './answer.js';
import { answerRetention } from './query.js';

/** Every cell of the kept view: first-time cohorts in UTC by month and ISO week, both ways of counting. */
export const retentionExport: ExportDefinition = {
  columns: ['granularity', 'timezone', 'cohort', 'size', 'period', 'on', 'onOrAfter'],
  async *rows(context: QueryContext) {
    for (const granularity of ['month', 'week'] as const) {
      const rules = { granularity, timezone: 'UTC', weekStart: 'monday' } as const;
      const on = retentionRows(await answerRetention(context, { ...rules, mode: 'on' }));
      const later = retentionRows(await answerRetention(context, { ...rules, mode: 'on-or-after' }))[Symbol.iterator]();
      for (const { timezone, cohort, size, period, count } of on) {
        const after = later.next().value; // the same cohorts and periods, in the same order
        yield { granularity, timezone: timezone!, cohort: cohort!, size: size!, period: period!, on: count!, onOrAfter: after!.count! };
      }
    }
  },
};
