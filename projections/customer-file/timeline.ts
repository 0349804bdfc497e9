import { printOccurrence, sentenceOf } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import { isLater, occurrenceOfStamp, stampOf } from '../shared/last-write/last-write.js';
import type { TimelineEntry } from './document.js';

export const longestTimeline = 20;

/** What happened, when, and in words. */
export interface ShownEntry {
  readonly at: string;
  readonly type: string;
  readonly text: string;
}

/** Keeps the latest: which those are does not depend on the order of arrival. */
export function addEntry(timeline: TimelineEntry[], event: RecordedEvent): void {
  const stamp = stampOf(event.type, event);
  const full = timeline.length === longestTimeline;
  if (full && stamp < timeline.at(0)![0]) return;
  const entry: TimelineEntry = [stamp, event.type, sentenceOf(event)];
  let place = timeline.length;
  while (place > 0 && isLater(timeline.at(place - 1)![0], timeline.at(place - 1), stamp, entry)) place -= 1;
  timeline.splice(place, 0, entry);
  if (full) timeline.splice(0, 1);
}

export const showEntry = ([stamp, type, text]: TimelineEntry): ShownEntry => ({ at: printOccurrence(occurrenceOfStamp(stamp)), type, text });
