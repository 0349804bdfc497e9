import type { ExportDefinition } from '@tenure/querying';
import { liveView } from '../shared/reading/live-view.js';
import type { ModelFitsDocument } from './document.js';
import { fitColumns, fitLine } from './fit-line.js';
import { judgedFits } from './fit-state.js';

/** Every fit, by model, in the order they were recorded. */
export const modelFitsExport: ExportDefinition = {
  columns: fitColumns,
  async *rows({ snapshot }) {
    for await (const chunk of snapshot.scan(await liveView(snapshot, 'model-fits'))) {
      for (const [model, document] of chunk as Array<[string, ModelFitsDocument]>) {
        for (const judged of judgedFits(document)) yield { ...fitLine(model, judged) };
      }
    }
  },
};
