import type { Query } from '@tenure/querying';
import { customerDocument, liveView } from '../shared/reading/live-view.js';
import { customerChurnSchema } from './answer-schemas.js';
import { churnAnswers } from './answers.js';
import { type ReasonedOverride, reasonedOverrideOn } from './overrides.js';
import { CustomerChurnParameters } from './parameters.js';
import type { ChurnDocument } from './projection.js';
import { churnRow } from './rows.js';
import { type ChurnScore, churnQuestion, type NoScore } from './scorer.js';
import { type ChurnTrend, churnTrend } from './trend.js';

/** `trend`: only with a score. */
type CustomerChurn = (ChurnScore | NoScore) & { readonly override: ReasonedOverride | null; readonly trend?: ChurnTrend | null };

export const customerChurnQuery: Query<CustomerChurnParameters> = {
  name: 'customer-churn-likelihood',
  path: 'churn-likelihood/:customerId',
  summary: 'How likely one customer is not to buy within the horizon, and why',
  params: CustomerChurnParameters,
  answer: customerChurnSchema,
  access: 'figures',
  cost: 'lookup',
  personal: true,

  async run(context, parameters): Promise<CustomerChurn> {
    const { customerId } = parameters;
    const view = await liveView(context.snapshot, 'churn-likelihood');
    const question = await churnQuestion(context, view, parameters);
    const { body } = await customerDocument(context.snapshot, 'churn-likelihood', customerId);
    const document = JSON.parse(body) as ChurnDocument;
    const answer = churnAnswers(question)(customerId, document);
    const { probability } = answer;
    return {
      ...answer,
      ...(probability === null ? {} : { trend: churnTrend(question, customerId, document, probability) }),
      override: answer.override && (await reasonedOverrideOn(context, customerId, document.v, question.about.dayOf, question.overrideDay)),
    };
  },

  rows: (answer: CustomerChurn) => [churnRow(answer)],
};
