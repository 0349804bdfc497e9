import type { RecordedEvent } from '@tenure/event-log';
import type { FeedBatch, ForeignRecord } from '../../feed-handler.js';
import type { FetchedBatch } from '../client/group-member.js';
import { PUBLICATION } from '../cloud-event.js';
import { type KnowsEvent, readRecord } from '../read-record.js';

/** `expected`: the offset that should come next, or null when that is not known. */
export function toFeedBatch({ messages, next, highWatermark }: FetchedBatch, expected: number | null, knows: KnowsEvent): FeedBatch {
  const events: RecordedEvent[] = [];
  const foreign: ForeignRecord[] = [];
  const publications: (string | null)[] = [];
  for (const message of messages) {
    const read = readRecord(message, knows);
    if (read.outcome === 'event') {
      events.push(read.event);
      publications.push(message.headers?.[PUBLICATION]?.toString() ?? null);
    } else foreign.push({ offset: Number(message.offset), reason: read.reason, detail: read.detail, key: read.key });
  }
  const firstOffset = messages.length > 0 ? Number(messages[0]!.offset) : next;
  return { events, foreign, publications, firstOffset, nextOffset: next, highWatermark, missing: expected === null ? 0 : Math.abs(firstOffset - expected) };
}
