import { textRule } from '@tenure/shape';
import { parseDuration } from '@tenure/time';
import { checked } from './checked.js';

/** An ISO 8601 duration of whole days to three years. @param otherwise a word that is allowed too */
export const IsHorizon = (otherwise?: string): PropertyDecorator =>
  textRule({
    name: 'isHorizon',
    code: 'not-a-duration',
    accepts: (text) => text === otherwise || daysOf(text) !== null,
    detail: (value) => `is "${value}": write an ISO 8601 duration from P1D to P3Y, such as P90D${otherwise === undefined ? '' : `, or ${otherwise}`}`,
    schema: otherwise === undefined ? { type: 'string', format: 'duration' } : { type: 'string', pattern: `^(P|${otherwise}$)` },
  });

const nothing = { years: 0, months: 0, weeks: 0, days: 0, hours: 0, minutes: 0, seconds: 0 };
const longestDays = 1096; // three years, one of them a leap year

/** Null for one that is none, has a time of day, or is shorter than a day or longer than three years. */
function daysOf(text: string): number | null {
  const { years, months, weeks, days, hours, minutes, seconds } = parseDuration(text) ?? nothing;
  const total = hours + minutes + seconds > 0 ? 0 : Math.round(years * 365 + (months * 365) / 12 + weeks * 7 + days);
  return total < 1 || total > longestDays ? null : total;
}

/** In days. A year is 365 days; a month is a twelfth, rounded. */
export const readDuration = (text: string): number => checked(daysOf(text), text);
