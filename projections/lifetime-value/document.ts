import type { Occurrence } from '@tenure/customer';
import { dayOfTime, msPerDay, secondsPerDay } from '@tenure/time';
import type { DayOf } from '../shared/calendar/zone-days.js';
import type { DatedClosings } from '../shared/scoring/dated-closings.js';
import type { ScoringObjection } from '../shared/scoring/scoring-objection.js';
import type { KeptContacts } from './contacts.js';

/** A time: seconds since 1970, and 1 where they stand for the day that begins with them in UTC, which is the same day in every zone. */
type When = [second: number, wholeDay: 0 | 1];

/** A purchase and its amount in minor units. `product`: of the first line, where it has lines. */
export type Order = [...When, orderId: string, minor: number, currency: string, product: string | null];
/** A return, with the order and the product that it names, if any. */
export type Return = [...When, returnId: string, orderId: string | null, minor: number, currency: string, product: string | null];

export interface ValueDocument {
  /** Ascending. */
  o: Order[];
  /** Ascending. A return may arrive before its order. */
  r: Return[];
  c: DatedClosings;
  n: ScoringObjection;
  t: KeptContacts;
  /** Orders and returns that were taken back before they arrived. */
  x: [orders: Order[], returns: Return[]];
}

export const whenOf = ({ occurredAt, precision }: Occurrence): When => [occurredAt / 1000, precision === 'day' ? 1 : 0];

export const occurrenceAt = ([second, wholeDay]: readonly [number, 0 | 1, ...unknown[]]): Occurrence =>
  wholeDay === 1 ? { occurredAt: dayOfTime(Math.round(second * 1000)) * msPerDay, precision: 'day' } : { occurredAt: Math.round(second * 1000) };

/** The day of an order or a return in a zone. */
export const dayOfFact = ([second, wholeDay]: readonly [number, 0 | 1, ...unknown[]], dayOf: DayOf): number =>
  wholeDay === 1 ? Math.floor(second / secondsPerDay) : dayOf(second);
