import { BadQuery } from '@tenure/querying';
import { dayName, parseDay } from '@tenure/time';

/** Whole days since the epoch of a parameter written `YYYY-MM-DD`. @throws BadQuery for anything else. */
export function dayParameter(parameter: string, text: string): number {
  const day = parseDay(text);
  if (day === null) throw new BadQuery(parameter, 'not-a-day', `"${text}" is not a day. Write it as 1997-09-30.`);
  return day;
}

/** The same, for a day that is not in the future. @throws BadQuery for one after today */
export function pastDay(parameter: string, text: string, today: number): number {
  const day = dayParameter(parameter, text);
  if (day > today)
    throw new BadQuery(
      parameter,
      'in-future',
      `${parameter} is ${text}, after today, ${dayName(today)}: nothing is known of it yet. Take today or an earlier day.`,
    );
  return day;
}
