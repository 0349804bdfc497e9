import { printOccurrence, saidBeside, sentenceOf } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import { isLater, occurrenceOfStamp, stampOf } from '../shared/last-write/last-write.js';
import { writerOf } from '../shared/last-write/personal-fields.js';

export const longestTimeline = 20;

/** A sentence made of the facts, with its free texts, sealed. `writer` breaks ties between otherwise equal entries (`PersonalFields`). */
export type TimelineEntry = [stamp: number, type: string, text: string, said: Readonly<Record<string, string | null>>, writer: string];

/** An event: its time, and a sentence. */
export interface ShownEntry {
  readonly at: string;
  readonly type: string;
  readonly text: string;
  /** Its free texts, by field; null: removed. */
  readonly said: Readonly<Record<string, string | null>>;
}

/** Keeps the latest entries; the result does not depend on the order of arrival. */
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

/** Sealed texts cannot be used for sorting: they differ even between two events with the same text. */
const inClear = ([, type, text, , writer]: TimelineEntry): readonly string[] => [type, text, writer];

/** With its texts as stored. */
export const showEntry = ([stamp, type, text, said]: TimelineEntry): ShownEntry => ({ at: printOccurrence(occurrenceOfStamp(stamp)), type, text, said });
