import { type Occurrence, printOccurrence } from '@tenure/customer';
import { occurrenceOfStamp } from '../shared/last-write/last-write.js';

/** The time of an event in the form of a page. */
export const dateOrNull = (date: Occurrence | null): string | null => (date === null ? null : printOccurrence(date));
export const dateOfStamp = (stamp: number): string => printOccurrence(occurrenceOfStamp(stamp));
