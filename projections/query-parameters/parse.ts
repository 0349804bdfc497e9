import { BadQuery } from '@tenure/querying';
import { isCurrency, nearestCurrency } from '@tenure/shape';
import { canonicalTimeZone, firstDayOfMonth, monthOfDay, parseDay, parseDayOrMonth, parseDuration, timeZoneRemedy } from '@tenure/time';
import type { DaySpan } from '../calendar/day-span.js';

/**
 * Every parameter arrives as text. These read one each, or throw a `BadQuery` that says what to write instead.
 * @param ofMonth which of its days a month stands for
 */
export function dayParameter(name: string, text: string | undefined, ofMonth: 'first' | 'last' = 'first'): number | null {
  if (text === undefined || text === '') return null;
  const day = parseDayOrMonth(text);
  if (day === null) throw new BadQuery(name, 'not-a-date', `${name} is "${text}", which is no day: write it as 1997-01-31, or a whole month as 1997-01.`);
  return ofMonth === 'last' && parseDay(text) === null ? firstDayOfMonth(monthOfDay(day) + 1) - 1 : day;
}

/** `from` and `to`: days, both inclusive; a month is all of its days. */
export function daySpanParameters({ from, to }: { readonly from?: string; readonly to?: string }): DaySpan {
  const span = { from: dayParameter('from', from), to: dayParameter('to', to, 'last') };
  if (span.from !== null && span.to !== null && span.from > span.to) throw new BadQuery('from', 'from-after-to', 'from lies after to: swap them.');
  return span;
}

export function choiceParameter<Choice extends string>(name: string, text: string | undefined, choices: readonly Choice[], preset: Choice): Choice {
  if (text === undefined || text === '') return preset;
  if (!choices.includes(text as Choice)) {
    throw new BadQuery(name, 'not-a-choice', `${name} is "${text}": write one of ${choices.join(', ')}.`);
  }
  return text as Choice;
}

export function numberParameter(name: string, text: string | undefined, range: { least: number; most: number; preset: number; whole?: boolean }): number {
  if (text === undefined || text === '') return range.preset;
  const number = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(number >= range.least && number <= range.most) || (range.whole === true && !Number.isInteger(number))) {
    const kind = range.whole === true ? 'a whole number' : 'a number';
    throw new BadQuery(name, 'out-of-range', `${name} is "${text}": write ${kind} from ${range.least} to ${range.most}.`);
  }
  return number;
}

/** An ISO 4217 code, in whichever case; null when none is asked for. */
export function currencyParameter(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  const code = text.toUpperCase();
  if (isCurrency(code)) return code;
  const meant = nearestCurrency(text);
  const remedy = meant === null ? 'write one such as EUR, CNY or USD.' : `did you mean ${meant}?`;
  throw new BadQuery('currency', 'unknown-currency', `currency is "${text}", which is not an ISO 4217 code: ${remedy}`);
}

export const limitParameter = (text: string | undefined): number => numberParameter('limit', text, { least: 1, most: 1000, preset: 100, whole: true });

export function timezoneParameter(text: string | undefined, preset: string): string {
  const given = text === undefined || text === '' ? preset : text;
  const timezone = canonicalTimeZone(given);
  if (timezone === null) throw new BadQuery('timezone', 'unknown-timezone', `timezone is "${given}", which is no time zone: write ${timeZoneRemedy(given)}.`);
  return timezone;
}

const nothing = { years: 0, months: 0, weeks: 0, days: 0, hours: 0, minutes: 0, seconds: 0 };
const longestDays = 1096; // three years, one of them a leap year

/**
 * An ISO 8601 duration of whole days to three years, in days. A year is 365 days; a month is a twelfth, rounded.
 * @param otherwise a word that is allowed too, for the message
 */
export function durationDays(name: string, text: string, otherwise?: string): number {
  const { years, months, weeks, days, hours, minutes, seconds } = parseDuration(text) ?? nothing;
  const total = hours + minutes + seconds > 0 ? 0 : Math.round(years * 365 + (months * 365) / 12 + weeks * 7 + days);
  if (total < 1 || total > longestDays) {
    throw new BadQuery(
      name,
      'not-a-duration',
      `${name} is "${text}": write an ISO 8601 duration from P1D to P3Y, such as P90D${otherwise === undefined ? '' : `, or ${otherwise}`}.`,
    );
  }
  return total;
}
