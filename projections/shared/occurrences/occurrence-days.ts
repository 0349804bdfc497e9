import type { DayOf } from '../calendar/zone-days.js';
import { numbersIn } from '../counted/counted-numbers.js';
import type { Occurrences } from './occurrences.js';

/** The days on which something happened, in a zone, ascending, each once. */
export function daysOf([[instants], [days]]: Occurrences, dayOf: DayOf): number[] {
  const found: number[] = [];
  let i = 0;
  let j = 0;
  while (i < instants.length || j < days.length) {
    const instant = i < instants.length ? dayOf(instants[i]!) : Infinity;
    const whole = j < days.length ? days[j]! : Infinity;
    if (instant <= whole) i += 1;
    if (whole <= instant) j += 1;
    const day = Math.min(instant, whole);
    if (day !== found[found.length - 1]) found.push(day);
  }
  // A clock that goes back over midnight has a day twice: St. John's did until 2011.
  return isAscending(found) ? found : [...new Set(found)].sort((left, right) => left - right);
}

/** The day of each occurrence, in a zone, ascending. */
export function dayOfEach([instants, days]: Occurrences, dayOf: DayOf): number[] {
  return [...numbersIn(instants).map(dayOf), ...numbersIn(days)].sort((left, right) => left - right);
}

/** Those that had happened by the end of a day, in a zone; usually these are all, and then nothing is copied. */
export function occurrencesBy(occurrences: Occurrences, dayOf: DayOf, last: number): Occurrences {
  const [[instants, moreInstants], [days, moreDays]] = occurrences;
  if (last === Infinity || ((days.at(-1) ?? -Infinity) <= last && (instants.length === 0 || dayOf(instants.at(-1)!) <= last))) return occurrences;
  return [
    [instants.filter((second) => dayOf(second) <= last), moreInstants],
    [days.filter((day) => day <= last), moreDays],
  ];
}

const isAscending = (days: readonly number[]): boolean => days.every((day, i) => i === 0 || day > days[i - 1]!);

/** How many had happened by the end of a day, in a zone. */
export function countBy(occurrences: Occurrences, dayOf: DayOf, last: number): number {
  const [[instants, moreInstants], [days, moreDays]] = occurrences;
  return countOf(instants, moreInstants, (second) => dayOf(second) <= last) + countOf(days, moreDays, (day) => day <= last);
}

function countOf(distinct: readonly number[], further: readonly number[], isIncluded: (value: number) => boolean): number {
  let count = 0;
  for (const value of distinct) if (isIncluded(value)) count += 1;
  for (let i = 0; i < further.length; i += 2) if (isIncluded(further[i]!)) count += further[i + 1]!;
  return count;
}
