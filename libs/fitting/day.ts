import { BadQuery } from '@tenure/querying';
import { parseDay } from '@tenure/time';

/** Whole days since the epoch of a parameter written `YYYY-MM-DD`. @throws BadQuery for anything else. */
export function dayParameter(parameter: string, text: string): number {
  const day = parseDay(text);
  if (day === null) throw new BadQuery(parameter, 'not-a-day', `"${text}" is not a day. Write it as 1997-09-30.`);
  return day;
}
