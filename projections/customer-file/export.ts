import type { ExportDefinition } from '@tenure/querying';
import { liveView } from '../reading/live-view.js';
import type { FileDocument } from './document.js';
import { namedByData } from './named-by-data.js';
import { exportColumns, exportRow } from './rows.js';

/** Every customer, ascending by id. */
export const customerFileExport: ExportDefinition = {
  columns: async ({ snapshot }) => exportColumns(await namedByData(snapshot)),
  async *rows({ snapshot }) {
    const named = await namedByData(snapshot);
    for await (const chunk of snapshot.scan(await liveView(snapshot, 'customer-file'))) {
      for (const [customerId, file] of chunk as Array<[string, FileDocument]>) yield exportRow(customerId, file, named);
    }
  },
};
