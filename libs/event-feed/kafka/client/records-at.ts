import { type Cluster, type Kafka, type KafkaMessage, PartitionAssigners } from 'kafkajs';
import { FeedError } from '../feed-error.js';
import type { KafkaRecord } from '../read-record.js';

export interface RecordPlace {
  readonly partition: number;
  readonly offset: number;
}

/** What lies at an offset between the ends of its partition. */
export interface FoundRecord {
  /** Null where the offset holds no record: the marker of a transaction takes an offset, and compaction leaves an empty one. */
  readonly record: KafkaRecord | null;
  /** Where the partition ends now. */
  readonly next: number;
}

/** kafkajs marks control records, but its type does not say so. */
interface Fetched {
  readonly highWatermark: string;
  readonly messages: ReadonlyArray<KafkaMessage & { readonly isControlRecord?: boolean }>;
}

/** Read uncommitted, so that transactions hide nothing. */
const READ_UNCOMMITTED = 0;
/** A broker answers with at least one batch, however large (KIP-74), and with this limit with no more. */
const ONE_BATCH_BYTES = 1;

/** Reads single records, one fetch each, without joining a group. Rejects, also where an offset is outside its partition. */
export async function recordsAt(kafka: Kafka, topic: string, places: readonly RecordPlace[]): Promise<FoundRecord[]> {
  const cluster = clusterOf(kafka);
  const found: FoundRecord[] = [];
  try {
    await cluster.connect();
    await cluster.addTargetTopic(topic);
    for (const place of places) found.push(await recordAt(cluster, topic, place));
    return found;
  } finally {
    await cluster.disconnect();
  }
}

async function recordAt(cluster: Cluster, topic: string, { partition, offset }: RecordPlace): Promise<FoundRecord> {
  const [leader] = Object.keys(cluster.findLeaderForPartitions(topic, [partition]));
  if (leader === undefined) throw new FeedError('failed', `Partition ${partition} of ${topic} has no leader just now.`);
  const broker = await cluster.findBroker({ nodeId: leader });
  const place = { partition, fetchOffset: String(offset), maxBytes: ONE_BATCH_BYTES };
  const answer = await broker.fetch({
    replicaId: -1,
    isolationLevel: READ_UNCOMMITTED,
    maxBytes: ONE_BATCH_BYTES,
    topics: [{ topic, partitions: [place] }],
  });
  const { messages, highWatermark }: Fetched = answer.responses[0].partitions[0];
  const next = Number(highWatermark);
  if (next <= offset) throw new FeedError('failed', `Partition ${partition} of ${topic} shows nothing at ${offset}, as after a change of its leader.`);
  const record = messages.find((each) => Number(each.offset) === offset && !each.isControlRecord);
  return { record: record ?? null, next };
}

/** kafkajs reads only for members of groups, but gives its cluster object to the function that assigns partitions in one. No group is joined. */
function clusterOf(kafka: Kafka): Cluster {
  let cluster: Cluster | null = null;
  kafka.consumer({
    groupId: 'none',
    allowAutoTopicCreation: false,
    partitionAssigners: [
      (given) => {
        cluster = given.cluster;
        return PartitionAssigners.roundRobin(given);
      },
    ],
  });
  return cluster!;
}
