import type { ExportDefinition } from '@tenure/querying';
import { liveView } from '../shared/reading/live-view.js';
import type { ValueDocument } from './document.js';
import { valueQuestion } from './question.js';
import { valueColumns, valueRow } from './rows.js';
import { valueAnswers } from './valuer.js';

/** Every customer, also those without a value, on the terms that are stated for the day. */
export const valueExport: ExportDefinition = {
  columns: valueColumns,
  async *rows(context) {
    const view = await liveView(context.snapshot, 'lifetime-value');
    const question = await valueQuestion(context, view, {});
    const answer = valueAnswers(question);
    for await (const chunk of context.snapshot.scan(view)) {
      for (const [customerId, document] of chunk as Array<[string, ValueDocument]>) yield valueRow(answer(customerId, document));
    }
  },
};
