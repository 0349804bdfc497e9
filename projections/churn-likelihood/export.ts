import type { ExportDefinition } from '@tenure/querying';
import { liveView } from '../shared/reading/live-view.js';
import { churnAnswers } from './answers.js';
import type { ChurnDocument } from './projection.js';
import { churnColumns, churnRow } from './rows.js';
import { churnQuestion } from './scorer.js';

/** Every customer, also those without a score, at the default horizon; those who object to scoring without any. */
export const churnExport: ExportDefinition = {
  columns: churnColumns,
  async *rows(context) {
    const view = await liveView(context.snapshot, 'churn-likelihood');
    const question = await churnQuestion(context, view, {});
    const answer = churnAnswers(question);
    for await (const chunk of context.snapshot.scan(view)) {
      for (const [customerId, document] of chunk as Array<[string, ChurnDocument]>) yield churnRow(answer(customerId, document));
    }
  },
};
