import type { ExportDefinition } from '@tenure/querying';
import { presentValues } from '../shared/last-write/register-list.js';
import { liveView } from '../shared/reading/live-view.js';
import { openPersonal } from '../shared/reading/open-personal.js';
import type { FileDocument } from './document.js';
import { namedByData } from './named-by-data.js';
import { exportColumns, exportRow } from './rows.js';

/** Every customer, ascending by id. */
export const customerFileExport: ExportDefinition = {
  columns: async ({ snapshot }) => exportColumns(await namedByData(snapshot)),
  async *rows(context) {
    const { snapshot } = context;
    const named = await namedByData(snapshot);
    for await (const chunk of snapshot.scan(await liveView(snapshot, 'customer-file'))) {
      const files = chunk as Array<[string, FileDocument]>;
      const opened = await openPersonal(
        context,
        files.map(([customerId, { personal }]) => ({ customerId, fields: presentValues(personal) })),
      );
      for (const [at, [customerId, file]] of files.entries()) yield exportRow(customerId, file, opened[at]!, named);
    }
  },
};
