import { type Occurrence, rankOf } from '@tenure/customer';
import { msPerDay } from '@tenure/time';

/**
 * Decides which of two facts about the same thing is the later one, in whatever order they arrived. Facts are ranked by their time,
 * then by kind (a change at the moment of registration comes after it), then by content. A day has no time: an event that
 * begins something counts from the day's beginning, one that follows from something counts at its end.
 */
const ranks = 32;
const ofDay = ranks;
const perMoment = 2 * ranks;

/** Time and kind in one sortable number. Whole numbers are exact in it until the year 6400. */
export function stampOf(type: string, { occurredAt, precision }: Occurrence): number {
  const rank = rankOf(type);
  if (precision !== 'day') return occurredAt * perMoment + rank;
  return (rank === 0 ? occurredAt : occurredAt + msPerDay - 1) * perMoment + ofDay + rank;
}

const kindOfStamp = (stamp: number): number => stamp - Math.floor(stamp / perMoment) * perMoment;

export const rankOfStamp = (stamp: number): number => kindOfStamp(stamp) % ranks;

/** When the fact happened, as it was recorded. */
export function occurrenceOfStamp(stamp: number): Occurrence {
  const moment = Math.floor(stamp / perMoment);
  return kindOfStamp(stamp) < ofDay ? { occurredAt: moment } : { occurredAt: Math.floor(moment / msPerDay) * msPerDay, precision: 'day' };
}

/** Milliseconds; for a day, midnight in UTC. */
export const timeOfStamp = (stamp: number): number => occurrenceOfStamp(stamp).occurredAt;

/** Whether the new fact replaces the current one. */
export function isLater(stamp: number, value: unknown, heldStamp: number, heldValue: unknown): boolean {
  return stamp > heldStamp || (stamp === heldStamp && JSON.stringify(value) > JSON.stringify(heldValue));
}
