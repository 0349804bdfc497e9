import type { Schemas } from '@tenure/client/browser';
import { dayInZone } from '../../figure/day-in-zone.js';

export type Complaint = Schemas['ComplaintsAnswer']['items'][number];

/** Somebody waits too long when a complaint is open for as many days, or more. */
export const LONG = 7;
const DAY = 86_400_000;

/** The moment that complaints are looked at from, in milliseconds since 1970, and the zone that days are in. */
export interface Looked {
  readonly now: number;
  readonly timezone: string;
}

/** Calendar days from the one on which a complaint was opened until today. */
export const daysOpen = ({ openedAt }: Complaint, { now, timezone }: Looked): number =>
  (Date.parse(dayInZone(now, timezone)) - Date.parse(dayInZone(openedAt, timezone))) / DAY;

export const waitsLong = (complaint: Complaint, looked: Looked): boolean => daysOpen(complaint, looked) >= LONG;

/** The last day on which a complaint that waits too long was opened: the list up to it has those that are counted, and no others. */
export const longBefore = ({ now, timezone }: Looked): string => new Date(Date.parse(dayInZone(now, timezone)) - LONG * DAY).toISOString().slice(0, 10);

export interface Cause {
  /** As it was logged; null where it is not shown. */
  readonly subject: string | null;
  readonly complaints: number;
  readonly waitLong: number;
}

/** What complaints are about, the most frequent first. */
export function causesOf(complaints: readonly Complaint[], looked: Looked): Cause[] {
  const bySubject = new Map<string | null, Complaint[]>();
  for (const complaint of complaints) bySubject.set(complaint.subject, [...(bySubject.get(complaint.subject) ?? []), complaint]);
  return [...bySubject]
    .map(([subject, about]) => ({ subject, complaints: about.length, waitLong: about.filter((each) => waitsLong(each, looked)).length }))
    .sort((one, other) => other.complaints - one.complaints || (one.subject ?? '').localeCompare(other.subject ?? ''));
}
