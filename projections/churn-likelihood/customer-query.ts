import type { Query } from '@tenure/querying';
import { customerDocument, liveView } from '../shared/reading/live-view.js';
import { isNotEnough } from '../shared/scoring/not-enough-data.js';
import { customerChurnSchema } from './answer-schemas.js';
import { CustomerChurnParameters } from './parameters.js';
import type { ChurnDocument } from './projection.js';
import { churnRow } from './rows.js';
import { type ChurnScore, ChurnScorer, churnQuestion, type NoScore } from './scorer.js';

export const customerChurnQuery: Query<CustomerChurnParameters> = {
  name: 'customer-churn-likelihood',
  path: 'churn-likelihood/:customerId',
  summary: 'How likely one customer is not to buy within the horizon, and why',
  params: CustomerChurnParameters,
  answer: customerChurnSchema,
  access: 'figures',
  cost: 'lookup',

  async run(context, parameters): Promise<ChurnScore | NoScore> {
    const { customerId } = parameters;
    const view = await liveView(context.snapshot, 'churn-likelihood');
    const question = await churnQuestion(context, view, parameters);
    const { body } = await customerDocument(context.snapshot, 'churn-likelihood', customerId);
    const { purchaseFit, horizon, about } = question;
    if (isNotEnough(purchaseFit)) return { customerId, probability: null, horizon, about: about.name, ...purchaseFit };
    const scorer = new ChurnScorer(question, purchaseFit);
    return scorer.scoreDocument(customerId, JSON.parse(body) as ChurnDocument);
  },

  rows: (answer: ChurnScore | NoScore) => [churnRow(answer)],
};
