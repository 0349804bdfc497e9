import type { Query, QueryContext } from '@tenure/querying';
import { answerFrom, type RetentionAnswer, retentionColumns, retentionRows } from './answer.js';
import { retentionSchema } from './answer-schema.js';
import { cellLinks } from './customers/link.js';
import { RetentionParameters } from './parameters.js';
import { readQuestion } from './question.js';
import { type Source, triangleOf } from './triangle.js';

export const retentionQuery: Query<RetentionParameters> = {
  name: 'retention',
  path: 'retention',
  summary: 'Of the customers of each cohort, how many bought again, period by period',
  params: RetentionParameters,
  answer: retentionSchema,
  access: 'figures',
  cost: 'scan',
  run: answerRetention,
  rows: (answer: RetentionAnswer) => retentionRows(answer),
  columns: () => retentionColumns,
};

export async function answerRetention(context: QueryContext, parameters: RetentionParameters, source?: Source): Promise<RetentionAnswer> {
  const question = readQuestion(parameters, context.timezone);
  return answerFrom(question, await triangleOf(context, question, source), cellLinks(context, question));
}
