import { printOccurrence, saidBeside, sentenceOf } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import { isLater, occurrenceOfStamp, stampOf } from '../shared/last-write/last-write.js';
import { writerOf } from '../shared/last-write/personal-fields.js';

export const longestTimeline = 20;

/** A sentence made of the facts, and what was said beside, as it is sealed. `writer` orders what is alike in all else (`PersonalFields`). */
export type TimelineEntry = [stamp: number, type: string, text: string, said: Readonly<Record<string, string | null>>, writer: string];

/** What happened, when, and in words. */
export interface ShownEntry {
  readonly at: string;
  readonly type: string;
  readonly text: string;
  /** What was said about it in free words, by field; null: taken away. */
  readonly said: Readonly<Record<string, string | null>>;
}

/** Keeps the latest: which those are does not depend on the order of arrival. */
export function addEntry(timeline: TimelineEntry[], event: RecordedEvent): void {
  const stamp = stampOf(event.type, event);
  const full = timeline.length === longestTimeline;
  if (full && stamp < timeline.at(0)![0]) return;
  const entry: TimelineEntry = [stamp, event.type, sentenceOf(event), saidBeside(event), writerOf(event)];
  let place = timeline.length;
  while (place > 0 && isLater(timeline.at(place - 1)![0], inClear(timeline.at(place - 1)!), stamp, inClear(entry))) place -= 1;
  timeline.splice(place, 0, entry);
  if (full) timeline.splice(0, 1);
}

/** Sealed texts order nothing: of two events that say the same they differ. */
const inClear = ([, type, text, , writer]: TimelineEntry): readonly string[] => [type, text, writer];

/** With what was said as it is kept. */
export const showEntry = ([stamp, type, text, said]: TimelineEntry): ShownEntry => ({ at: printOccurrence(occurrenceOfStamp(stamp)), type, text, said });
