import type { Query, QueryContext } from '@tenure/querying';
import { calendarOf } from '../../shared/calendar/calendar.js';
import { presentOf } from '../../shared/calendar/present.js';
import { knownClockChanges } from '../../shared/calendar/zone-days.js';
import { liveView } from '../../shared/reading/live-view.js';
import type { RetentionDocument } from '../document.js';
import { latestDay } from '../latest-day.js';
import { type ProjectionAnswer, projectionColumns, projectionOf, projectionRows } from './answer.js';
import { projectionSchema } from './answer-schema.js';
import { ProjectionParameters } from './parameters.js';
import { readProjectionQuestion } from './question.js';
import { StayCounts, stayReader } from './stays.js';

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

export async function answerProjection({ snapshot, now, timezone }: QueryContext, parameters: ProjectionParameters): Promise<ProjectionAnswer> {
  const question = readProjectionQuestion(parameters, timezone);
  const calendar = calendarOf(question, knownClockChanges);
  const view = await liveView(snapshot, 'retention');
  const latest = await latestDay(snapshot, view, question.of, question.present, calendar.dayOf);
  const present = presentOf(question.present, latest, calendar, now / 1000);
  const from = question.from === null ? -Infinity : calendar.periodOfDay(question.from);
  const to = question.to === null ? Infinity : calendar.periodOfDay(question.to);
  const read = stayReader(question, calendar, present.day);
  const counts = new StayCounts();
  for await (const chunk of snapshot.scan(view)) {
    for (const [, document] of chunk as Array<[string, RetentionDocument]>) {
      const stay = read(document);
      if (stay !== null && stay.first >= from && stay.first <= to) counts.add(stay);
    }
  }
  const inProgress = calendar.periodOfDay(present.day);
  return projectionOf(question, calendar, counts.cohorts(inProgress - (question.silence ?? 0), inProgress - 1), present);
}
