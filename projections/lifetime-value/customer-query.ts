import type { Query } from '@tenure/querying';
import { customerDocument, liveView } from '../shared/reading/live-view.js';
import { customerValueSchema } from './answer-schemas.js';
import type { ValueDocument } from './document.js';
import { CustomerValueParameters } from './parameters.js';
import { valueQuestion } from './question.js';
import { valueRow } from './rows.js';
import { type CustomerValue, type NoValue, valueAnswers } from './valuer.js';

export const customerValueQuery: Query<CustomerValueParameters> = {
  name: 'customer-lifetime-value',
  path: 'lifetime-value/:customerId',
  summary: 'What one customer is expected to bring within the horizon, with its parts',
  params: CustomerValueParameters,
  answer: customerValueSchema,
  access: 'figures',
  cost: 'lookup',

  async run(context, parameters): Promise<CustomerValue | NoValue> {
    const { customerId } = parameters;
    const view = await liveView(context.snapshot, 'lifetime-value');
    const question = await valueQuestion(context, view, parameters);
    const { body } = await customerDocument(context.snapshot, 'lifetime-value', customerId);
    return valueAnswers(question)(customerId, JSON.parse(body) as ValueDocument);
  },

  rows: (answer: CustomerValue | NoValue) => [valueRow(answer)],
};
