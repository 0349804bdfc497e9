import type { Query, QueryContext } from '@tenure/querying';
import { customerDocument, liveView } from '../shared/reading/live-view.js';
import { customerValueAnswerSchema } from './answer-schemas.js';
import type { ValueDocument } from './document.js';
import { CustomerValueParameters } from './parameters.js';
import { type ValueQuestion, valueQuestion } from './question.js';
import { valueRow } from './rows.js';
import type { WithTerms } from './term-origins.js';
import { type CustomerValue, type NoValue, valueAnswers } from './valuer.js';

export const customerValueQuery: Query<CustomerValueParameters> = {
  name: 'customer-lifetime-value',
  path: 'lifetime-value/:customerId',
  summary: 'What one customer is expected to bring within the horizon, with its parts',
  params: CustomerValueParameters,
  answer: customerValueAnswerSchema,
  access: 'figures',
  cost: 'lookup',

  async run(context, parameters): Promise<(CustomerValue | NoValue) & WithTerms> {
    const { answer, question } = await customerValue(context, parameters);
    return { ...answer, terms: question.origins };
  },

  rows: (answer: CustomerValue | NoValue) => [valueRow(answer)],
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
