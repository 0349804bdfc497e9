import type { ExportDefinition } from '@tenure/projecting';
import { liveView } from '../reading/live-view.js';
import type { FileDocument } from './document.js';
import { exportColumns, exportRow } from './rows.js';

/** Every customer, ascending by id. */
export const customerFileExport: ExportDefinition = {
  columns: exportColumns,
  async *rows({ snapshot }) {
    for await (const chunk of snapshot.scan(await liveView(snapshot, 'customer-file'))) {
      for (const [customerId, file] of chunk as Array<[string, FileDocument]>) yield exportRow(customerId, file);
    }
  },
};
