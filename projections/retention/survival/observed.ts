import type { DayOf } from '../../shared/calendar/zone-days.js';
import { daysOf, occurrencesBy } from '../../shared/occurrences/occurrence-days.js';
import type { RetentionDocument } from '../document.js';
import { subscribedBy } from '../subscriptions.js';
import type { SurvivalSubject } from './parameters.js';

/** What ends an observation. */
export const causes = { 'second-purchase': ['boughtAgain'], subscriptions: ['voluntary', 'involuntary'] } as const;
export type Cause = (typeof causes)[SurvivalSubject][number];

/** One customer under observation: the first day since 1970, the days from it to the end, and what that was; null: the present. */
export interface Observed {
  readonly start: number;
  readonly time: number;
  readonly cause: Cause | null;
}

/** Observes customers until the end of a day; null for one who has not begun by then. */
export function observer(of: SurvivalSubject, dayOf: DayOf, present: number): (document: RetentionDocument) => Observed | null {
  if (of === 'second-purchase') {
    return ([purchases]) => {
      const [start, again] = daysOf(occurrencesBy(purchases, dayOf, present), dayOf);
      if (start === undefined) return null;
      return again === undefined ? { start, time: present - start, cause: null } : { start, time: again - start, cause: 'boughtAgain' };
    };
  }
  return ([, , , dates]) => {
    const subscribed = subscribedBy(dates, dayOf, present);
    if (subscribed === null) return null;
    const { start, end, involuntarily } = subscribed;
    if (end === null) return { start, time: present - start, cause: null };
    return { start, time: end - start, cause: involuntarily ? 'involuntary' : 'voluntary' };
  };
}
