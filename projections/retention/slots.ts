import { secondsPerDay } from '@tenure/time';
import type { Calendar } from '../calendar/calendar.js';
import type { RetentionQuestion } from './question.js';

/** In a rolling window a period is so long, from each customer's first purchase. */
export const rollingSeconds = { day: secondsPerDay, week: 7 * secondsPerDay, month: 30 * secondsPerDay } as const;

/** What slot `i` of a cohort is about, and whether it has begun and is over. */
export interface Slots {
  /** Periods after the cohort's own that the slot covers, `start` to `through`. */
  readonly spanOf: (slot: number) => { start: number; through: number };
  /** How many slots of the cohort have begun by the end of the last period asked for. */
  readonly begun: (cohort: number) => number;
  /** Whether every customer of the cohort has been seen for the whole of the slot. */
  readonly isOver: (cohort: number, slot: number) => boolean;
}

/** `last`: the last period to show; `now`: seconds. */
export function slotsOf(question: RetentionQuestion, calendar: Calendar, last: number, now: number): Slots {
  const { brackets } = question;
  const spanOf =
    brackets === null ? (slot: number) => ({ start: slot, through: slot }) : (slot: number) => ({ start: brackets[slot]!, through: brackets[slot + 1]! - 1 });
  const most = brackets === null ? Infinity : brackets.length - 1;
  const begins = begunBy(question, calendar, last);
  const isOver = overBy(question, calendar, last, now);
  return {
    spanOf,
    begun(cohort) {
      let slot = 0;
      while (slot < most && begins(cohort, spanOf(slot).start)) slot += 1;
      return slot;
    },
    isOver: (cohort, slot) => isOver(cohort, spanOf(slot).through),
  };
}

type Test = (cohort: number, offset: number) => boolean;

function begunBy({ window, granularity }: RetentionQuestion, calendar: Calendar, last: number): Test {
  if (window === 'calendar') return (cohort, offset) => cohort + offset <= last;
  const end = calendar.startOf(last + 1);
  return (cohort, offset) => calendar.startOf(cohort) + offset * rollingSeconds[granularity] < end;
}

function overBy({ window, granularity }: RetentionQuestion, calendar: Calendar, last: number, now: number): Test {
  const present = calendar.periodOf(now);
  if (window === 'calendar') return (cohort, offset) => cohort + offset <= last && cohort + offset < present;
  const end = Math.min(calendar.startOf(last + 1), now);
  // the latest customer of the cohort may have come at its very end
  return (cohort, offset) => calendar.startOf(cohort + 1) + (offset + 1) * rollingSeconds[granularity] <= end;
}
