import type { ExportDefinition } from '@tenure/projecting';
import { liveView } from '../reading/live-view.js';
import type { ChurnDocument } from './projection.js';
import { churnColumns, churnRow } from './rows.js';
import { ChurnScorer, churnQuestion } from './scorer.js';

/** Every customer, also those without a score, at the default horizon. */
export const churnExport: ExportDefinition = {
  columns: churnColumns,
  async *rows(context) {
    const view = await liveView(context.snapshot, 'churn-likelihood');
    const question = await churnQuestion(context, view, {});
    const { purchaseFit, horizon, about } = question;
    const scorer = typeof purchaseFit === 'string' ? purchaseFit : await ChurnScorer.of(context, { ...question, purchaseFit });
    for await (const chunk of context.snapshot.scan(view)) {
      for (const [customerId, document] of chunk as Array<[string, ChurnDocument]>) {
        yield churnRow(
          typeof scorer === 'string'
            ? { customerId, probability: null, horizon, about: about.name, notEnoughData: scorer }
            : scorer.score(customerId, document),
        );
      }
    }
  },
};
