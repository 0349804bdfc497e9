import { BadQuery } from '@tenure/querying';
import { textRule } from '@tenure/shape';
import { dayName, parseDay } from '@tenure/time';
import { checked } from '../query-parameters/checked.js';
import type { Calendar } from './calendar.js';

/** `present=`: the day of the latest fact unless today (`now`) or a day since 1970 is given. */
export type AskedPresent = 'latest-fact' | 'now' | number;

/** Where a figure's knowledge ends: the period of this day is in progress, and no later period is shown. */
export interface Present {
  readonly day: number;
  readonly basis: 'latest-fact' | 'now' | 'asked';
  /** Periods that ended at or before this second are over. */
  readonly overBy: number;
  /** Periods that begin before this second have begun. */
  readonly begunBy: number;
}

export interface ShownPresent {
  readonly day: string;
  readonly basis: Present['basis'];
}

/** `now`, or a day. */
export const IsPresent = (): PropertyDecorator =>
  textRule({
    name: 'isPresent',
    code: 'not-a-present',
    accepts: (text) => text === 'now' || parseDay(text) !== null,
    detail: (value) => `is "${value}": write now, or a day such as 2026-03-31`,
    schema: { type: 'string', pattern: '^(now|[0-9]{4}-[0-9]{2}-[0-9]{2})$' },
  });

export function readPresent(text: string | undefined): AskedPresent {
  if (text === undefined || text === '') return 'latest-fact';
  return text === 'now' ? 'now' : checked(parseDay(text), text);
}

/**
 * The present of a figure: never after today, because a later period would look finished while its figures still grow.
 * @param latestDay day of the latest fact that the figure reads; null without a fact
 * @param now seconds
 */
export function presentOf(asked: AskedPresent, latestDay: number | null, calendar: Calendar, now: number): Present {
  const today = calendar.dayOf(now);
  if (asked === 'now' || (asked === 'latest-fact' && (latestDay === null || latestDay > today))) {
    return { day: today, basis: 'now', overBy: now, begunBy: now };
  }
  const day = asked === 'latest-fact' ? latestDay! : asked;
  if (day > today) {
    throw new BadQuery(
      'present',
      'present-in-future',
      `present is ${dayName(day)}, after today, ${dayName(today)} in ${calendar.timezone}: write that or an earlier day.`,
    );
  }
  return {
    day,
    basis: asked === 'latest-fact' ? 'latest-fact' : 'asked',
    overBy: calendar.firstSecondOf(day),
    begunBy: calendar.firstSecondOf(day + 1),
  };
}

export const showPresent = ({ day, basis }: Present): ShownPresent => ({ day: dayName(day), basis });

/** The last day whose facts count: the requested day, otherwise all facts count. */
export const lastKnownDay = (asked: AskedPresent): number => (typeof asked === 'number' ? asked : Infinity);
