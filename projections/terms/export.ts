import type { ExportDefinition } from '@tenure/querying';
import type { TermsRecord } from '@tenure/terms';
import { liveView } from '../shared/reading/live-view.js';
import { asRecorded, termColumns, termLines, termRow } from './term-line.js';

/** Every statement, by figure, in the order they were recorded. */
export const termsExport: ExportDefinition = {
  columns: ['figure', ...termColumns],
  async *rows({ snapshot }) {
    for await (const chunk of snapshot.scan(await liveView(snapshot, 'terms'))) {
      for (const [figure, record] of chunk as Array<[string, TermsRecord]>) {
        for (const line of termLines(record).sort(asRecorded)) yield { figure, ...termRow(line) };
      }
    }
  },
};
