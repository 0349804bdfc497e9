import type { Query, QueryContext } from '@tenure/querying';
import type { Scalar } from '../../shared/last-write/register-list.js';
import { requireKnownDimension } from '../dimensions.js';
import { answerOf, type SurvivalAnswer, survivalColumns, survivalRows } from './answer.js';
import { survivalSchema } from './answer-schema.js';
import { observationOf } from './observation.js';
import type { Observed } from './observed.js';
import { SurvivalParameters } from './parameters.js';

export const survivalQuery: Query<SurvivalParameters> = {
  name: 'retention-survival',
  path: 'retention/survival',
  summary: 'How long until customers buy a second time, or until their subscriptions have ended: Kaplan-Meier curves',
  params: SurvivalParameters,
  answer: survivalSchema,
  access: 'figures',
  cost: 'scan',
  run: answerSurvival,
  rows: (answer: SurvivalAnswer) => survivalRows(answer),
  columns: () => survivalColumns,
};

export async function answerSurvival(context: QueryContext, parameters: SurvivalParameters): Promise<SurvivalAnswer> {
  const observation = await observationOf(context, parameters);
  const groups = new Map<Scalar, Observed[]>();
  for await (const { observed, group } of observation.customers()) {
    const held = groups.get(group);
    if (held === undefined) groups.set(group, [observed]);
    else held.push(observed);
  }
  const { by } = observation.rules;
  if (by !== null && groups.size > 0) requireKnownDimension(by, groups.keys());
  return answerOf(observation, groups, context);
}
