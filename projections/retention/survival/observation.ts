import type { QueryContext } from '@tenure/querying';
import { calendarOf } from '../../shared/calendar/calendar.js';
import type { DaySpan } from '../../shared/calendar/day-span.js';
import { type Present, presentOf, readPresent } from '../../shared/calendar/present.js';
import { knownClockChanges } from '../../shared/calendar/zone-days.js';
import type { Scalar } from '../../shared/last-write/register-list.js';
import { occurrencesBy } from '../../shared/occurrences/occurrence-days.js';
import { readDaySpan } from '../../shared/query-parameters/day-span.js';
import { readTimeZone } from '../../shared/query-parameters/timezone.js';
import { liveView } from '../../shared/reading/live-view.js';
import { dimensionReader } from '../dimensions.js';
import type { RetentionDocument } from '../document.js';
import { latestDay } from '../latest-day.js';
import { type Observed, observer } from './observed.js';
import type { SurvivalParameters, SurvivalRules } from './parameters.js';

/** A customer of a curve; `group`: value of the dimension, null without one. */
export interface ObservedCustomer {
  readonly customerId: string;
  readonly observed: Observed;
  readonly group: Scalar;
}

/** Whom a question about survival is about. */
export interface Observation {
  readonly rules: SurvivalRules;
  readonly span: DaySpan;
  readonly present: Present;
  /** In the order of their ids; each call is a pass over all customers. */
  customers(): AsyncIterable<ObservedCustomer>;
}

export async function observationOf({ snapshot, now, timezone }: QueryContext, parameters: SurvivalParameters): Promise<Observation> {
  const { of = 'second-purchase', granularity = 'month' } = parameters;
  const by = parameters.by === undefined || parameters.by === '' ? null : parameters.by;
  const span = readDaySpan(parameters);
  const calendar = calendarOf({ granularity, timezone: readTimeZone(parameters.timezone, timezone), weekStart: 'monday' }, knownClockChanges);
  const view = await liveView(snapshot, 'retention');
  const asked = readPresent(parameters.present);
  const present = presentOf(asked, await latestDay(snapshot, view, of, asked, calendar.dayOf), calendar, now / 1000);
  const observe = observer(of, calendar.dayOf, present.day);
  const groupOf = by === null ? () => null : dimensionReader(by, (purchases) => occurrencesBy(purchases, calendar.dayOf, present.day));
  return {
    rules: { of, granularity, timezone: calendar.timezone, by },
    span,
    present,
    async *customers() {
      for await (const chunk of snapshot.scan(view)) {
        for (const [customerId, document] of chunk as Array<[string, RetentionDocument]>) {
          const observed = observe(document);
          if (observed === null || observed.start < (span.from ?? -Infinity) || observed.start > (span.to ?? Infinity)) continue;
          yield { customerId, observed, group: groupOf(document) };
        }
      }
    },
  };
}
