import type { QueryContext } from '@tenure/querying';
import { type Calendar, calendarOf } from '../../shared/calendar/calendar.js';
import { type Present, presentOf } from '../../shared/calendar/present.js';
import { knownClockChanges } from '../../shared/calendar/zone-days.js';
import { liveView } from '../../shared/reading/live-view.js';
import type { RetentionDocument } from '../document.js';
import { latestDay } from '../latest-day.js';
import type { StayQuestion } from './question.js';
import { KnownPeriods, type Stay, stayReader } from './stays.js';

/** The customers whose first period lies in the range of a question, each with the stay. */
export interface Staying {
  readonly calendar: Calendar;
  readonly present: Present;
  readonly known: KnownPeriods;
  /** In the order of their ids; each call is a pass over all customers. */
  customers(): AsyncIterable<{ readonly customerId: string; readonly stay: Stay }>;
}

export async function stayingOf({ snapshot, now }: QueryContext, question: StayQuestion): Promise<Staying> {
  const calendar = calendarOf(question, knownClockChanges);
  const view = await liveView(snapshot, 'retention');
  const latest = await latestDay(snapshot, view, question.of, question.present, calendar.dayOf);
  const present = presentOf(question.present, latest, calendar, now / 1000);
  const from = question.from === null ? -Infinity : calendar.periodOfDay(question.from);
  const to = question.to === null ? Infinity : calendar.periodOfDay(question.to);
  const read = stayReader(question, calendar, present.day);
  return {
    calendar,
    present,
    known: new KnownPeriods(calendar.periodOfDay(present.day), question),
    async *customers() {
      for await (const chunk of snapshot.scan(view)) {
        for (const [customerId, document] of chunk as Array<[string, RetentionDocument]>) {
          const stay = read(document);
          if (stay !== null && stay.first >= from && stay.first <= to) yield { customerId, stay };
        }
      }
    },
  };
}
