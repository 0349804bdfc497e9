import { BadQuery } from '@tenure/querying';
import type { ReadSnapshot, View } from '@tenure/read-store';
import { dayName } from '@tenure/time';
import type { DayOf } from '../calendar/zone-days.js';
import { readDay } from '../query-parameters/day.js';
import { latestFactDay } from './latest-fact.js';

/** `about`; `asOf` is its earlier name, and still accepted. */
export interface DayParameters {
  readonly about?: string;
  readonly asOf?: string;
}

/** The day a score is about, in the zone of the reports. */
export interface DayInQuestion {
  readonly day: number;
  readonly name: string;
  readonly dayOf: DayOf;
}

/**
 * The requested day, otherwise the latest day of any fact that the figure reads, never after today; today if there is no
 * fact. `now`: milliseconds. @throws BadQuery for a day in the future
 */
export async function dayInQuestion(snapshot: ReadSnapshot, view: View, { about, asOf }: DayParameters, now: number, dayOf: DayOf): Promise<DayInQuestion> {
  if (about && asOf && about !== asOf) throw new BadQuery('asOf', 'given-twice', 'about and asOf are two names of one parameter: give about alone.');
  const today = dayOf(now / 1000);
  const asked = readDay(about) ?? readDay(asOf);
  if (asked !== null && asked > today) {
    const parameter = about ? 'about' : 'asOf';
    throw new BadQuery(
      parameter,
      'in-future',
      `${parameter} is ${dayName(asked)}, after today, ${dayName(today)}: what customers will have done by then is not known. Write today or an earlier day; horizon says how far ahead.`,
    );
  }
  const day = asked ?? Math.min(today, (await latestFactDay(snapshot, view, dayOf)) ?? today);
  return { day, name: dayName(day), dayOf };
}
