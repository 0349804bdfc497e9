import { secondsPerDay } from '@tenure/time';
import type { Calendar } from '../shared/calendar/calendar.js';
import type { Present } from '../shared/calendar/present.js';
import type { Cohort } from './cohorts.js';
import type { RetentionQuestion } from './question.js';

/** The length of a period in a rolling window, from each customer's first purchase. */
export const rollingSeconds = { day: secondsPerDay, week: 7 * secondsPerDay, month: 30 * secondsPerDay } as const;

/** The span of slot `i` of a cohort, and whether it has begun and is over. */
export interface Slots {
  /** Periods after the cohort's own that the slot covers, `start` to `through`. */
  readonly spanOf: (slot: number) => { start: number; through: number };
  /** How many slots of the cohort have begun by the end of the last requested period. */
  readonly begun: (period: number, cohort: Cohort) => number;
  /** Whether every customer of the cohort has been observed for the whole of the slot. */
  readonly isOver: (period: number, cohort: Cohort, slot: number) => boolean;
}

/** `last`: the last period to show. */
export function slotsOf(question: RetentionQuestion, calendar: Calendar, last: number, present: Present): Slots {
  const { brackets } = question;
  const spanOf =
    brackets === null ? (slot: number) => ({ start: slot, through: slot }) : (slot: number) => ({ start: brackets[slot]!, through: brackets[slot + 1]! - 1 });
  const most = brackets === null ? Infinity : brackets.length - 1;
  const { begins, ends } = question.window === 'calendar' ? calendarTests(calendar, last, present) : rollingTests(question, calendar, last, present);
  return {
    spanOf,
    begun(period, cohort) {
      let slot = 0;
      while (slot < most && begins(period, cohort, spanOf(slot).start)) slot += 1;
      return slot;
    },
    isOver: (period, cohort, slot) => ends(period, cohort, spanOf(slot).through),
  };
}

/** Tests the period `offset` after that of the cohort. */
type Test = (period: number, cohort: Cohort, offset: number) => boolean;

function calendarTests(calendar: Calendar, last: number, present: Present): { begins: Test; ends: Test } {
  const inProgress = calendar.periodOfDay(present.day);
  return {
    begins: (period, _cohort, offset) => period + offset <= last,
    ends: (period, _cohort, offset) => period + offset <= last && period + offset < inProgress,
  };
}

/** A cell is given as soon as the period is over for each customer of the cohort: last for the last customer. */
function rollingTests({ granularity }: RetentionQuestion, calendar: Calendar, last: number, present: Present): { begins: Test; ends: Test } {
  const length = rollingSeconds[granularity];
  const end = calendar.startOf(last + 1);
  const [begunBy, overBy] = [Math.min(end, present.begunBy), Math.min(end, present.overBy)];
  return {
    begins: (_period, { earliest }, offset) => earliest + offset * length < begunBy,
    ends: (_period, { latest }, offset) => latest + (offset + 1) * length <= overBy,
  };
}
