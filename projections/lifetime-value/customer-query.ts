import type { Query, QueryContext } from '@tenure/querying';
import { customerDocument, liveView } from '../shared/reading/live-view.js';
import { refusedBy } from '../shared/scoring/scoring-objection.js';
import { customerValueAnswerSchema } from './answer-schemas.js';
import type { ValueDocument } from './document.js';
import { CustomerValueParameters } from './parameters.js';
import { type ValueQuestion, valueQuestion } from './question.js';
import { valueRow } from './rows.js';
import { withSubscriptions } from './subscriptions/answer-schema.js';
import type { SubscriptionValue } from './subscriptions/subscription-value.js';
import { subscriptionsReadModel, subscriptionValues } from './subscriptions/subscription-values.js';
import type { WithTerms } from './term-origins.js';
import { type CustomerValue, type NoValue, valueAnswers } from './valuer.js';

/** The value of purchases, and beside it that of each running subscription; nothing about a customer who objects to scoring. */
export type CustomerWorth = (CustomerValue | NoValue) & { readonly subscriptions?: readonly SubscriptionValue[] };

export const customerValueQuery: Query<CustomerValueParameters> = {
  name: 'customer-lifetime-value',
  path: 'lifetime-value/:customerId',
  summary: 'What one customer is expected to bring within the horizon, with its parts',
  params: CustomerValueParameters,
  answer: withSubscriptions(customerValueAnswerSchema),
  access: 'figures',
  cost: 'lookup',
  alsoReads: [subscriptionsReadModel],

  async run(context, parameters): Promise<CustomerWorth & WithTerms> {
    const { answer, document, question } = await customerValue(context, parameters);
    const worth = { ...answer, terms: question.origins };
    if (refusedBy(document.n) !== null) return worth;
    const subscriptions = await subscriptionValues(context, parameters, question.known);
    return subscriptions.length === 0 ? worth : { ...worth, subscriptions };
  },

  rows: (answer: CustomerWorth) => [valueRow(answer)],
};

/** The answer, and what it was made from. */
interface AnsweredValue {
  readonly answer: CustomerValue | NoValue;
  readonly document: ValueDocument;
  readonly question: ValueQuestion;
}

export async function customerValue(context: QueryContext, parameters: CustomerValueParameters): Promise<AnsweredValue> {
  const { customerId } = parameters;
  const view = await liveView(context.snapshot, 'lifetime-value');
  const question = await valueQuestion(context, view, parameters);
  const document = JSON.parse((await customerDocument(context.snapshot, 'lifetime-value', customerId)).body) as ValueDocument;
  return { answer: valueAnswers(question)(customerId, document), document, question };
}
