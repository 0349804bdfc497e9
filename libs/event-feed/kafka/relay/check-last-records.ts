import { CONTINUED, type RelayCheckpoint } from '../../relay-state.js';
import type { FoundRecord } from '../client/records-at.js';
import type { WritableTopic } from '../client/topic-writer.js';
import { PUBLICATION } from '../cloud-event.js';
import { FeedError } from '../feed-error.js';
import type { KafkaRecord } from '../read-record.js';
import type { RelaySettings } from './relay-settings.js';

/**
 * Reads the last record that was published to each of some partitions. Another record in its place shows that the topic was recreated and has
 * grown beyond its former end: then it rejects with `topic-replaced`. Rejects with another `FeedError` where the broker does not answer.
 * Records that retention has removed, and partitions that were never published to, tell nothing.
 */
export async function checkLastRecords(
  checkpoint: RelayCheckpoint,
  writer: WritableTopic,
  { connection, topic: { topic } }: RelaySettings,
  partitions: readonly number[],
): Promise<void> {
  const places = partitions
    .map((partition) => ({ partition, offset: checkpoint.offsets[partition]! - 1 }))
    .filter(({ partition, offset }) => offset >= 0 && offset >= writer.ends[partition]!.first);
  if (places.length === 0) return;
  const warn = (message: string) => connection.log?.('warn', message, {});
  const found = await writer.recordsAt(places).catch((error: unknown) => {
    if (!(error instanceof FeedError && error.code === 'not-authorised')) throw error;
    warn(`Whether ${topic} is the topic that was published to is not looked at: grant Read on it. ${error.message}`);
    return [];
  });
  for (const [i, { record, next }] of found.entries()) {
    const { partition, offset } = places[i]!;
    const is = lastRecordIs(checkpoint, partition, offset, { record, next });
    if (is === 'another') throw topicReplaced(checkpoint, topic, partition, offset);
    if (is === 'compacted')
      warn(`Partition ${partition} of ${topic} has no record at ${offset} any more: set cleanup.policy=delete, compaction removes events.`);
  }
}

function lastRecordIs(checkpoint: RelayCheckpoint, partition: number, offset: number, { record, next }: FoundRecord): 'ours' | 'another' | 'compacted' {
  if (record) return isOurs(checkpoint, partition, offset, record) ? 'ours' : 'another';
  // Compaction leaves the last record of a partition in place: a last offset without a record is the marker of a transaction.
  return next > offset + 1 ? 'compacted' : 'another';
}

function isOurs({ publication, position, lastRecords }: RelayCheckpoint, partition: number, offset: number, { headers = {} }: KafkaRecord): boolean {
  const header = (name: string) => headers[name]?.toString() ?? null;
  const named = header(PUBLICATION);
  const isUnnamed = named === null && (publication === null || publication.startsWith(CONTINUED));
  if (named !== publication && !isUnnamed) return false;
  const kept = lastRecords?.[partition];
  if (kept?.offset === offset) return header('ce_id') === kept.eventId;
  const sequence = header('ce_sequence');
  return sequence !== null && sequence <= position!;
}

function topicReplaced({ lastRecords }: RelayCheckpoint, topic: string, partition: number, offset: number): FeedError {
  const kept = lastRecords?.[partition];
  const ours = kept?.offset === offset ? `event ${kept.eventId}` : 'an event of this publication';
  return new FeedError(
    'topic-replaced',
    `Partition ${partition} of ${topic} has another record at ${offset}, where ${ours} was acknowledged: the topic was created anew and others have written to it, or brokers lost records. Have it published again from the beginning (tenure republish); nothing is counted twice.`,
  );
}
