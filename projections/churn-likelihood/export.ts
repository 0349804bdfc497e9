import type { ExportDefinition } from '@tenure/querying';
import { liveView } from '../shared/reading/live-view.js';
import { isNotEnough } from '../shared/scoring/not-enough-data.js';
import type { ChurnDocument } from './projection.js';
import { churnColumns, churnRow } from './rows.js';
import { type ChurnScore, ChurnScorer, churnQuestion, type NoScore } from './scorer.js';

/** Every customer, also those without a score, at the default horizon. */
export const churnExport: ExportDefinition = {
  columns: churnColumns,
  async *rows(context) {
    const view = await liveView(context.snapshot, 'churn-likelihood');
    const question = await churnQuestion(context, view, {});
    const { purchaseFit, horizon, about } = question;
    let scoreOf: (customerId: string, document: ChurnDocument) => ChurnScore | NoScore;
    if (isNotEnough(purchaseFit)) scoreOf = (customerId) => ({ customerId, probability: null, horizon, about: about.name, ...purchaseFit });
    else {
      const scorer = new ChurnScorer(question, purchaseFit);
      scoreOf = (customerId, document) => scorer.scoreDocument(customerId, document);
    }
    for await (const chunk of context.snapshot.scan(view)) {
      for (const [customerId, document] of chunk as Array<[string, ChurnDocument]>) yield churnRow(scoreOf(customerId, document));
    }
  },
};
