import type { Query, QueryContext } from '@tenure/querying';
import type { View } from '@tenure/read-store';
import type { Calendar } from '../shared/calendar/calendar.js';
import { calendarAround, type DayRange, daysOfNothing } from '../shared/calendar/kept-calendar.js';
import { lastKnownDay, presentOf } from '../shared/calendar/present.js';
import { liveView } from '../shared/reading/live-view.js';
import { latestFactDay } from '../shared/scoring/latest-fact.js';
import { answerFrom, groupsWithin, type RetentionAnswer, requireFewCells, retentionColumns, retentionRows } from './answer.js';
import { retentionSchema } from './answer-schema.js';
import type { CountedCohorts } from './cohorts.js';
import { countFromScan, daysKnownBy } from './count-scan.js';
import { countFromSums, knownDays } from './count-sums.js';
import { requireKnownDimension } from './dimensions.js';
import { RetentionParameters } from './parameters.js';
import { isKeptQuestion, type RetentionQuestion, readQuestion } from './question.js';

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

export type Source = 'kept-when-possible' | 'scan';

export async function answerRetention(context: QueryContext, parameters: RetentionParameters, source: Source = 'kept-when-possible'): Promise<RetentionAnswer> {
  const { snapshot } = context;
  const now = context.now / 1000;
  const question = readQuestion(parameters, context.timezone);
  const view = await liveView(snapshot, 'retention');
  const days = await knownDays(snapshot, view);
  const calendar = calendarAround(question, days ?? daysOfNothing(context.now), context.now);
  const counted = days === null ? countedNothing : await count(context, view, question, calendar, days, source);
  return answerFrom(question, calendar, counted, presentOf(question.present, counted.latestDay, calendar, now));
}

const countedNothing: CountedCohorts = { groups: new Map(), otherGroups: 0, latest: -Infinity, latestDay: null };

async function count(
  { snapshot }: QueryContext,
  view: View,
  question: RetentionQuestion,
  calendar: Calendar,
  days: DayRange,
  source: Source,
): Promise<CountedCohorts> {
  const lastDay = lastKnownDay(question.present);
  const allIsKnown = lastDay === Infinity || (await latestFactDay(snapshot, view, calendar.dayOf))! <= lastDay;
  if (allIsKnown && source === 'kept-when-possible' && isKeptQuestion(question)) return countFromSums(snapshot, view, question);
  const known = allIsKnown ? days : await daysKnownBy(snapshot, view, calendar, lastDay);
  if (known === null) return countedNothing;
  const first = Math.max(calendar.periodOfDay(known.first), question.from === null ? -Infinity : calendar.periodOfDay(question.from));
  const last = Math.min(calendar.periodOfDay(known.last), question.to === null ? Infinity : calendar.periodOfDay(question.to));
  const periods = Math.max(0, last - first + 1);
  const cells = question.brackets === null ? (periods * (periods + 1)) / 2 : periods * question.brackets.length;
  requireFewCells(cells);
  const counted = await countFromScan(snapshot, view, question, calendar, groupsWithin(cells));
  if (question.by !== null) requireKnownDimension(question.by, counted.groups.keys());
  return counted;
}
