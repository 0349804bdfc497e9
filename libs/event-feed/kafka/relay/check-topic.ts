import type { RelayCheckpoint } from '../../relay-state.js';
import type { WritableTopic } from '../client/topic-writer.js';
import { FeedError } from '../feed-error.js';
import { checkLastRecords } from './check-last-records.js';
import type { RelaySettings } from './relay-settings.js';

/**
 * Resolves when an opened topic is the one that a checkpoint was saved for, as far as that can be seen. Rejects with a `FeedError`:
 * `topic-partitions` where the number of partitions has changed, `topic-behind` and `topic-replaced` where what was published is no longer there.
 */
export async function checkTopic(checkpoint: RelayCheckpoint, writer: WritableTopic, settings: RelaySettings): Promise<void> {
  const { topic, partitions } = settings.topic;
  const { position, offsets } = checkpoint;
  if (position === null) return;
  if (offsets.length !== partitions) {
    throw new FeedError(
      'topic-partitions',
      `What has been published was counted for ${offsets.length} partitions, the setting \`partitions\` says ${partitions}. Set it back, or give a new name in the setting \`topic\` and have the relay publish again.`,
    );
  }
  const behind = offsets.findIndex((offset, partition) => offset > writer.ends[partition]!.next);
  if (behind >= 0) throw topicBehind(topic, behind, writer.ends[behind]!.next, offsets[behind]!);
  await checkLastRecords(checkpoint, writer, settings, [...offsets.keys()]);
}

export function topicBehind(topic: string, partition: number, end: number, acknowledged: number): FeedError {
  return new FeedError(
    'topic-behind',
    `Partition ${partition} of ${topic} ends at ${end}, though ${acknowledged} was acknowledged: the topic was created anew, or brokers lost records. Have it published again from the beginning (tenure republish); nothing is counted twice.`,
  );
}
