import type { ExportDefinition } from '@tenure/querying';
import { liveView } from '../shared/reading/live-view.js';
import { openPersonal } from '../shared/reading/open-personal.js';
import { exportColumns, rowOf, showExported } from './columns.js';
import type { FileDocument } from './document.js';

/** Every customer, ascending by id. */
export const customerFileExport: ExportDefinition = {
  columns: async ({ snapshot }) => Object.keys(await exportColumns(snapshot)),
  async *rows(context) {
    const { snapshot } = context;
    const columns = await exportColumns(snapshot);
    for await (const chunk of snapshot.scan(await liveView(snapshot, 'customer-file'))) {
      const shown = (chunk as Array<[string, FileDocument]>).map(([customerId, file]) => showExported(customerId, file));
      const opened = await openPersonal(
        context,
        shown.map(({ customerId, personal }) => ({ customerId, fields: personal })),
      );
      for (const [at, one] of shown.entries()) {
        const { fields, sealed } = opened[at]!;
        yield rowOf(columns, { ...one, personal: fields, ...(sealed !== null && { sealed }) });
      }
    }
  },
};
