import type { Schemas } from '@tenure/client/browser';

export type Complaint = Schemas['ComplaintsAnswer']['items'][number];

/** Somebody waits too long when a complaint is open for more days than this. */
export const LONG = 7;
const DAY = 86_400_000;

/** Whole days from when a complaint was opened until `now`, in milliseconds since 1970; a complaint of a day counts from its midnight in UTC. */
export const daysOpen = ({ openedAt }: Complaint, now: number): number => Math.max(0, Math.floor((now - Date.parse(openedAt)) / DAY));

export const waitsLong = (complaint: Complaint, now: number): boolean => daysOpen(complaint, now) >= LONG;

export interface Cause {
  /** As it was logged; null where it is not shown. */
  readonly subject: string | null;
  readonly complaints: number;
  readonly waitLong: number;
}

/** What complaints are about, the most frequent first. */
export function causesOf(complaints: readonly Complaint[], now: number): Cause[] {
  const bySubject = new Map<string | null, Complaint[]>();
  for (const complaint of complaints) bySubject.set(complaint.subject, [...(bySubject.get(complaint.subject) ?? []), complaint]);
  return [...bySubject]
    .map(([subject, about]) => ({ subject, complaints: about.length, waitLong: about.filter((each) => waitsLong(each, now)).length }))
    .sort((one, other) => other.complaints - one.complaints || (one.subject ?? '').localeCompare(other.subject ?? ''));
}

/** The last day on which a complaint that waits too long on the day of `now` can have been opened, as `2026-01-31` in UTC. */
export const longBefore = (now: number): string => new Date(now - LONG * DAY).toISOString().slice(0, 10);
