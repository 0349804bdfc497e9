import { BadQuery } from '@tenure/querying';
import type { CalendarRules } from '../shared/calendar/calendar.js';
import type { DaySpan } from '../shared/calendar/day-span.js';
import { isKeptCalendar } from '../shared/calendar/kept-calendar.js';
import { type AskedPresent, readPresent } from '../shared/calendar/present.js';
import { readDaySpan } from '../shared/query-parameters/day-span.js';
import { readTimeZone } from '../shared/query-parameters/timezone.js';
import { readBrackets } from './brackets.js';
import type { Kind, Mode, Window } from './choices.js';
import type { RetentionParameters } from './parameters.js';

/** A retention question, its parameters parsed and checked against each other. */
export interface RetentionQuestion extends CalendarRules, DaySpan {
  readonly kind: Kind;
  readonly mode: Mode;
  readonly window: Window;
  /** `channel`, `product`, or the name of a customer attribute. */
  readonly by: string | null;
  /** In bracket mode the periods at which brackets start, from 0; the last one ends the last bracket. */
  readonly brackets: readonly number[] | null;
  readonly present: AskedPresent;
}

export function readQuestion(parameters: RetentionParameters, timezone: string): RetentionQuestion {
  const question: RetentionQuestion = {
    granularity: parameters.granularity ?? 'month',
    kind: parameters.kind ?? 'first-time',
    mode: parameters.mode ?? (parameters.brackets ? 'bracket' : 'on'),
    window: parameters.window ?? 'calendar',
    timezone: readTimeZone(parameters.timezone, timezone),
    weekStart: parameters.weekStart ?? 'monday',
    by: parameters.by === undefined || parameters.by === '' ? null : parameters.by,
    brackets: null,
    ...readDaySpan(parameters),
    present: readPresent(parameters.present),
  };
  if (question.kind === 'recurring' && question.window === 'rolling') {
    throw new BadQuery(
      'window',
      'rolling-needs-first-time',
      'A rolling window is counted from the first purchase: ask with kind=first-time, or with window=calendar.',
    );
  }
  if (question.mode !== 'bracket' && parameters.brackets) {
    throw new BadQuery('brackets', 'brackets-need-bracket-mode', 'brackets go with mode=bracket: set it, or leave brackets out.');
  }
  return question.mode === 'bracket' ? { ...question, brackets: readBrackets(parameters.brackets || '1,3,7,14,30') } : question;
}

/** A question that the kept sums answer. */
export interface KeptQuestion extends RetentionQuestion {
  readonly granularity: 'week' | 'month';
}

/** Any other question is counted from the documents. */
export function isKeptQuestion(question: RetentionQuestion): question is KeptQuestion {
  const { kind, mode, window, granularity, by } = question;
  return kind === 'first-time' && mode !== 'bracket' && window === 'calendar' && granularity !== 'day' && by === null && isKeptCalendar(question);
}
