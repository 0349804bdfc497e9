import type { QueryContext } from '@tenure/querying';
import type { View } from '@tenure/read-store';
import type { Calendar } from '../shared/calendar/calendar.js';
import { calendarAround, type DayRange, daysOfNothing } from '../shared/calendar/kept-calendar.js';
import { lastKnownDay, type Present, presentOf } from '../shared/calendar/present.js';
import { liveView } from '../shared/reading/live-view.js';
import { allGroups } from '../shared/scoring/largest-groups.js';
import { latestFactDay } from '../shared/scoring/latest-fact.js';
import type { CountedCohorts } from './cohorts.js';
import { countFromScan, daysKnownBy } from './count-scan.js';
import { countFromSums, knownDays } from './count-sums.js';
import { requireKnownDimension } from './dimensions.js';
import { groupsWithin, requireFewCells } from './few-cells.js';
import { isKeptQuestion, type RetentionQuestion } from './question.js';

/** The numbers of a triangle, and what they were counted by. */
export interface Triangle {
  readonly view: View;
  readonly calendar: Calendar;
  readonly counted: CountedCohorts;
  readonly present: Present;
}

export type Source = 'kept-when-possible' | 'scan';

export async function triangleOf(context: QueryContext, question: RetentionQuestion, source: Source = 'kept-when-possible'): Promise<Triangle> {
  const { snapshot } = context;
  const view = await liveView(snapshot, 'retention');
  const days = await knownDays(snapshot, view);
  const calendar = calendarAround(question, days ?? daysOfNothing(context.now), context.now);
  const counted = days === null ? countedNothing : await count(context, view, question, calendar, days, source);
  return { view, calendar, counted, present: presentOf(question.present, counted.latestDay, calendar, context.now / 1000) };
}

const countedNothing: CountedCohorts = { groups: new Map(), otherGroups: 0, shownAs: allGroups.shown, latest: -Infinity, latestDay: null };

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
