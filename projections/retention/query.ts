import { BadQuery, type Query, type QueryContext } from '@tenure/projecting';
import { calendarAround } from '../calendar/kept-calendar.js';
import { liveView } from '../reading/live-view.js';
import { answerFrom, type RetentionAnswer, requireFewCells, retentionRows } from './answer.js';
import { countFromScan } from './count-scan.js';
import { countFromSums, knownDays } from './count-sums.js';
import { RetentionParameters } from './parameters.js';
import { isKeptQuestion, readQuestion } from './question.js';

export const retentionQuery: Query<RetentionParameters> = {
  name: 'retention',
  path: 'retention',
  summary: 'Of the customers of each cohort, how many bought again, period by period',
  params: RetentionParameters,
  cost: 'scan',
  run: answerRetention,
  rows: (answer: RetentionAnswer) => retentionRows(answer),
};

export async function answerRetention(
  context: QueryContext,
  parameters: RetentionParameters,
  source: 'kept-when-possible' | 'scan' = 'kept-when-possible',
): Promise<RetentionAnswer> {
  const { snapshot } = context;
  const now = context.now / 1000;
  const question = readQuestion(parameters, context.timezone);
  const view = await liveView(snapshot, 'retention');
  const days = await knownDays(snapshot, view);
  if (days === null) return answerFrom(question, null, { groups: new Map(), latest: -Infinity }, now);

  const calendar = calendarAround(question, days, context.now);
  if (source === 'kept-when-possible' && isKeptQuestion(question)) {
    return answerFrom(question, calendar, await countFromSums(snapshot, view, question), now);
  }
  const first = Math.max(calendar.periodOfDay(days.first), question.from === null ? -Infinity : calendar.periodOfDay(question.from));
  const last = Math.min(calendar.periodOfDay(days.last), question.to === null ? Infinity : calendar.periodOfDay(question.to));
  const periods = Math.max(0, last - first + 1);
  if (question.brackets === null) requireFewCells((periods * (periods + 1)) / 2);
  const counted = await countFromScan(snapshot, view, question, calendar);
  if (question.by !== null && [...counted.groups.keys()].every((group) => group === null)) {
    throw new BadQuery(
      'by',
      'unknown-dimension',
      `No customer has "${question.by}": write channel or product (of the first purchase), or the name of a customer attribute.`,
    );
  }
  return answerFrom(question, calendar, counted, now);
}
