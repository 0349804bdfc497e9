import type { ExportDefinition } from '@tenure/projecting';
import { granularities } from '../calendar/calendar.js';
import { answerLifecycle, lifecycleRows } from './query.js';

/** Every day, week and month of the kept view: UTC, weeks from Monday. */
export const lifecycleExport: ExportDefinition = {
  columns: ['granularity', 'timezone', 'start', 'new', 'returning', 'resurrecting', 'dormant', 'active', 'purchases', 'inProgress'],
  async *rows(context) {
    for (const granularity of granularities) {
      yield* lifecycleRows(await answerLifecycle({ ...context, timezone: 'UTC' }, { granularity, weekStart: 'monday' }));
    }
  },
};
