import type { Query, QueryContext } from '@tenure/querying';
import { type ProjectionAnswer, projectionColumns, projectionOf, projectionRows } from './answer.js';
import { projectionSchema } from './answer-schema.js';
import { ProjectionParameters } from './parameters.js';
import { readProjectionQuestion } from './question.js';
import { stayingOf } from './staying.js';
import { StayCounts } from './stays.js';

export const projectionQuery: Query<ProjectionParameters> = {
  name: 'retention-projection',
  path: 'retention/projection',
  summary: 'How many of each cohort will still be there, period by period, with intervals',
  params: ProjectionParameters,
  answer: projectionSchema,
  access: 'figures',
  cost: 'scan',
  run: answerProjection,
  rows: (answer: ProjectionAnswer) => projectionRows(answer),
  columns: () => projectionColumns,
};

export async function answerProjection(context: QueryContext, parameters: ProjectionParameters): Promise<ProjectionAnswer> {
  const question = readProjectionQuestion(parameters, context.timezone);
  const staying = await stayingOf(context, question);
  const counts = new StayCounts();
  for await (const { stay } of staying.customers()) counts.add(stay);
  return projectionOf(question, staying, counts.cohorts(staying.known), context);
}
