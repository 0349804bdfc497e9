import { textRule } from '@tenure/shape';
import { firstDayOfMonth, monthOfDay, parseDay, parseDayOrMonth } from '@tenure/time';
import { checked } from './checked.js';

/** A day, or a whole month. */
export const IsDayOrMonth = (): PropertyDecorator =>
  textRule({
    name: 'isDayOrMonth',
    code: 'not-a-date',
    accepts: (text) => parseDayOrMonth(text) !== null,
    detail: (value) => `is "${value}", which is no day: write it as 1997-01-31, or a whole month as 1997-01`,
    schema: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$' },
  });

/**
 * The day since 1970; null when it is not given.
 * @param ofMonth which of its days a month stands for
 */
export function readDay(text: string | undefined, ofMonth: 'first' | 'last' = 'first'): number | null {
  if (text === undefined || text === '') return null;
  const day = checked(parseDayOrMonth(text), text);
  return ofMonth === 'last' && parseDay(text) === null ? firstDayOfMonth(monthOfDay(day) + 1) - 1 : day;
}
