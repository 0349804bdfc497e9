import type { Query, QueryContext } from '@tenure/querying';
import { calendarOf } from '../../shared/calendar/calendar.js';
import { presentOf, readPresent, showPresent } from '../../shared/calendar/present.js';
import { knownClockChanges } from '../../shared/calendar/zone-days.js';
import type { Scalar } from '../../shared/last-write/register-list.js';
import { occurrencesBy } from '../../shared/occurrences/occurrence-days.js';
import { readDaySpan } from '../../shared/query-parameters/day-span.js';
import { readTimeZone } from '../../shared/query-parameters/timezone.js';
import { liveView } from '../../shared/reading/live-view.js';
import { dimensionReader, requireKnownDimension } from '../dimensions.js';
import type { RetentionDocument } from '../document.js';
import { latestDay } from '../latest-day.js';
import { answerOf, type SurvivalAnswer, survivalColumns, survivalRows } from './answer.js';
import { survivalSchema } from './answer-schema.js';
import { type Observed, observer } from './observed.js';
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

export async function answerSurvival({ snapshot, now, timezone }: QueryContext, parameters: SurvivalParameters): Promise<SurvivalAnswer> {
  const { of = 'second-purchase', granularity = 'month' } = parameters;
  const by = parameters.by === undefined || parameters.by === '' ? null : parameters.by;
  const span = readDaySpan(parameters);
  const calendar = calendarOf({ granularity, timezone: readTimeZone(parameters.timezone, timezone), weekStart: 'monday' }, knownClockChanges);
  const view = await liveView(snapshot, 'retention');
  const asked = readPresent(parameters.present);
  const present = presentOf(asked, await latestDay(snapshot, view, of, asked, calendar.dayOf), calendar, now / 1000);
  const groups = new Map<Scalar, Observed[]>();
  const observe = observer(of, calendar.dayOf, present.day);
  const group = by === null ? () => null : dimensionReader(by, (purchases) => occurrencesBy(purchases, calendar.dayOf, present.day));
  for await (const chunk of snapshot.scan(view)) {
    for (const [, document] of chunk as Array<[string, RetentionDocument]>) {
      const observed = observe(document);
      if (observed === null || observed.start < (span.from ?? -Infinity) || observed.start > (span.to ?? Infinity)) continue;
      const value = group(document);
      const held = groups.get(value);
      if (held === undefined) groups.set(value, [observed]);
      else held.push(observed);
    }
  }
  if (by !== null && groups.size > 0) requireKnownDimension(by, groups.keys());
  return answerOf({ of, granularity, timezone: calendar.timezone, by, span, present: showPresent(present) }, groups);
}
