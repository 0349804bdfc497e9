import { dayName, dayOfTime, isDay, parseTime, timeName } from '@tenure/time';

/** When something happened: an instant, or with `precision: 'day'` a whole day, of which `occurredAt` is midnight in UTC. */
export interface Occurrence {
  /** Epoch milliseconds. */
  readonly occurredAt: number;
  readonly precision?: 'day';
}

const HOUR = 3_600_000;
/** A day begins first in UTC+14 (Kiribati) and ends last in UTC-12 (Baker Island). */
const beginsBefore = 14 * HOUR;
const endsAfter = 36 * HOUR;

/** Reads `2026-10-31` as a day and an RFC 3339 time as an instant; null for anything else. */
export function readOccurrence(text: string): Occurrence | null {
  const occurredAt = parseTime(text);
  if (occurredAt === null) return null;
  return isDay(text) ? { occurredAt, precision: 'day' } : { occurredAt };
}

/** The date of another fact as an event holds it, written by `printOccurrence`. */
export function occurrenceOf(text: string): Occurrence {
  const occurrence = readOccurrence(text);
  if (occurrence === null) throw new Error(`the history holds ${text}, which is neither a day nor an RFC 3339 time`);
  return occurrence;
}

/** The recorded form: `2026-10-31` for a day, otherwise RFC 3339 in UTC. */
export function printOccurrence({ occurredAt, precision }: Occurrence): string {
  return precision === 'day' ? dayName(dayOfTime(occurredAt)) : timeName(occurredAt);
}

/** The earliest moment it can have been, anywhere on earth. */
export const beginningOf = ({ occurredAt, precision }: Occurrence): number => (precision === 'day' ? occurredAt - beginsBefore : occurredAt);

/**
 * Whether one was over before the other began. Two days, or two instants, compare directly; a day and an instant only
 * where the answer is the same in every time zone, because the zone of the day is not known.
 */
export function isBefore(one: Occurrence, other: Occurrence): boolean {
  if (one.precision === other.precision) return one.occurredAt < other.occurredAt;
  return one.precision === 'day' ? one.occurredAt + endsAfter <= other.occurredAt : one.occurredAt < beginningOf(other);
}
