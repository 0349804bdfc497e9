import { BadQuery } from '@tenure/querying';
import { type CalendarRules, granularities, weekStarts } from '../calendar/calendar.js';
import type { DaySpan } from '../calendar/day-span.js';
import { isKeptCalendar } from '../calendar/kept-calendar.js';
import { type AskedPresent, presentParameter } from '../calendar/present.js';
import { choiceParameter, daySpanParameters, timezoneParameter } from '../query-parameters/parse.js';
import { type Kind, kinds, type Mode, modes, type Window, windows } from './choices.js';
import type { RetentionParameters } from './parameters.js';

/** A retention question, its parameters read and agreed with each other. */
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
    granularity: choiceParameter('granularity', parameters.granularity, granularities, 'month'),
    kind: choiceParameter('kind', parameters.kind, kinds, 'first-time'),
    mode: choiceParameter('mode', parameters.mode, modes, parameters.brackets === undefined ? 'on' : 'bracket'),
    window: choiceParameter('window', parameters.window, windows, 'calendar'),
    timezone: timezoneParameter(parameters.timezone, timezone),
    weekStart: choiceParameter('weekStart', parameters.weekStart, weekStarts, 'monday'),
    by: parameters.by === undefined || parameters.by === '' ? null : parameters.by,
    brackets: null,
    ...daySpanParameters(parameters),
    present: presentParameter(parameters.present),
  };
  if (question.kind === 'recurring' && question.window === 'rolling') {
    throw new BadQuery(
      'window',
      'rolling-needs-first-time',
      'A rolling window is counted from the first purchase: ask with kind=first-time, or with window=calendar.',
    );
  }
  if (question.mode !== 'bracket' && parameters.brackets !== undefined) {
    throw new BadQuery('brackets', 'brackets-need-bracket-mode', 'brackets go with mode=bracket: set it, or leave brackets out.');
  }
  return question.mode === 'bracket' ? { ...question, brackets: readBrackets(parameters.brackets ?? '1,3,7,14,30') } : question;
}

const mostBrackets = 30;

function readBrackets(text: string): number[] {
  const starts = text.split(',').map((part) => (/^\d{1,5}$/.test(part.trim()) ? Number(part) : NaN));
  const ascending = starts.every((start, i) => start > (i === 0 ? -1 : starts[i - 1]!));
  const brackets = starts[0] === 0 ? starts : [0, ...starts];
  if (!ascending || brackets.length < 2 || brackets.length > mostBrackets) {
    throw new BadQuery(
      'brackets',
      'brackets-invalid',
      `brackets is "${text}": write ascending periods such as 1,3,7,14,30 (at most ${mostBrackets - 1}): brackets 0, 1-2, 3-6, 7-13, 14-29.`,
    );
  }
  return brackets;
}

/** Whether the kept sums answer it; any other question is counted from the documents. */
export function isKeptQuestion(question: RetentionQuestion): boolean {
  const { kind, mode, window, granularity, by } = question;
  return kind === 'first-time' && mode !== 'bracket' && window === 'calendar' && granularity !== 'day' && by === null && isKeptCalendar(question);
}
