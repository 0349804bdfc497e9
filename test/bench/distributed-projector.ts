import { join } from 'node:path';
import { partitionOf } from '@tenure/event-feed';
import { customerOf, type RecordedEvent } from '@tenure/event-log';
import { startKafka } from '@tenure/local-servers/kafka';
import { startMongoJavaServer } from '@tenure/local-servers/mongodb';
import { customerCursor, customerStreams, PartitionProjector, ViewKeeper } from '@tenure/projecting';
import { readModels } from '@tenure/projections';
import type { View } from '@tenure/read-store';
import { MongoReadStore } from '@tenure/read-store/mongodb';
import { MongoClient } from 'mongodb';
import { alternateRounds, median } from './alternate-rounds.js';
import type { Benchmark, Row, Surroundings } from './benchmark.js';
import { type Bulk, bulkWrites } from './bulk-writes.js';
import { consume, consumeRaw } from './consume.js';
import type { FirstToLast } from './first-to-last.js';
import { interleavedEvents } from './interleaved-events.js';
import { MemoryLog } from './memory-log.js';
import { memoryReadStore } from './memory-read-store.js';
import { PARTITIONS, publish } from './published-topic.js';

const TOPIC = 'projected';
const CONSUMED = { customers: 20_000, events: 200_000 };
const WRITTEN = { customers: 4_000, events: 16_000 };
/** Events of one partition in one commit. */
const COMMITTED = 250;
const ROUNDS = 3;

const projections = readModels.map(({ projection }) => projection).filter(({ of }) => of.name === customerStreams.name);
const views = [customerCursor, ...projections].map(({ name, version }): View => ({ projection: name, version, build: 1, live: true, logId: null }));
const owns = (number: number) => (customerId: string) => partitionOf(customerId, PARTITIONS) === number;
const numbers = Array.from({ length: PARTITIONS }, (_, number) => number);

/** Kafka to all read models: first into a store that costs nothing, then with the share of a database. */
export const distributedProjector: Benchmark = {
  name: 'distributed-projector',
  run: async (surroundings) => [await fromKafkaToMemory(surroundings), await fromMemoryToMongoDb(surroundings)],
};

async function fromKafkaToMemory({ folder, say }: Surroundings): Promise<Row> {
  const kafka = await startKafka({ data: join(folder, 'projector-kafka') });
  try {
    say('publishing');
    await publish(kafka.brokers, TOPIC, interleavedEvents(CONSUMED.customers, CONSUMED.events));
    const processorTimes: number[] = [];
    const samples = await alternateRounds(
      ROUNDS,
      async (round) => {
        say(`Kafka to memory: round ${round + 1} of ${ROUNDS}`);
        const run = await project(kafka.brokers, `ours-${round}`);
        processorTimes.push(run.processorTime);
        return run.perSecond;
      },
      async (round) => (await consumeRaw(kafka.brokers, TOPIC, CONSUMED.events, `raw-${round}`)).perSecond,
    );
    return {
      what: 'projector, Kafka to six read models in memory; floor: kafkajs consuming the same records, JSON.parse of each value',
      unit: 'events/s',
      ...medians(samples),
      budget: { ratioAtLeast: 0.25 },
      notes: [`${PARTITIONS} partitions, one member; processor time: ${median(processorTimes).toFixed(1)} us an event`],
      samples,
    };
  } finally {
    await kafka.stop();
  }
}

async function project(brokers: readonly string[], groupId: string): Promise<FirstToLast> {
  const projectors = await Promise.all(numbers.map((number) => PartitionProjector.open(projections, owns(number), new MemoryLog(), memoryReadStore(views))));
  return consume(brokers, TOPIC, CONSUMED.events, groupId, (partition, { events, nextOffset }) => projectors[partition]!.apply(events, { offset: nextOffset }));
}

async function fromMemoryToMongoDb({ folder, say }: Surroundings): Promise<Row> {
  const mongodb = await startMongoJavaServer({ data: join(folder, 'projector-mongodb') });
  const client = new MongoClient(mongodb.url, { writeConcern: { w: 'majority', journal: true }, readConcern: { level: 'majority' } });
  try {
    const events = interleavedEvents(WRITTEN.customers, WRITTEN.events);
    const byPartition = numbers.map((number) => batches(events.filter(({ stream }) => owns(number)(customerOf(stream)!))));
    const bulks = await Promise.all(byPartition.map(documentsOf));
    const samples = await alternateRounds(
      ROUNDS,
      async (round) => {
        say(`memory to MongoDB: round ${round + 1} of ${ROUNDS}`);
        return WRITTEN.events / (await commit(mongodb.url, `ours_${round}`, byPartition));
      },
      async (round) => WRITTEN.events / (await bulkWrites(client, `raw_${round}`, bulks)),
    );
    return {
      what: 'projector, events to six read models on MongoDB; floor: the same documents by bulkWrite, nothing else',
      unit: 'events/s',
      ...medians(samples),
      budget: { ratioAtLeast: 0.5 },
      notes: [
        `mongo-java-server; ${PARTITIONS} partitions, commits of ${COMMITTED} events each, every one of another customer`,
        'ours folds, writes each commit before its documents, and sums and checkpoints with them',
      ],
      samples,
    };
  } finally {
    await client.close();
    await mongodb.stop();
  }
}

/** Seconds for all partitions in parallel. */
async function commit(url: string, database: string, byPartition: ReadonlyArray<ReadonlyArray<readonly RecordedEvent[]>>): Promise<number> {
  const store = await MongoReadStore.open({ url, database, partitions: PARTITIONS });
  try {
    await new ViewKeeper(projections, store, new MemoryLog()).ensure();
    const projectors = await Promise.all(
      numbers.map(async (number) => PartitionProjector.open(projections, owns(number), new MemoryLog(), await store.partition(number))),
    );
    const started = performance.now();
    await Promise.all(
      byPartition.map(async (partition, number) => {
        for (const [i, events] of partition.entries()) await projectors[number]!.apply(events, { offset: (i + 1) * COMMITTED });
      }),
    );
    return (performance.now() - started) / 1_000;
  } finally {
    await store.close();
  }
}

function batches(events: readonly RecordedEvent[]): RecordedEvent[][] {
  return Array.from({ length: Math.ceil(events.length / COMMITTED) }, (_, i) => events.slice(i * COMMITTED, (i + 1) * COMMITTED));
}

/** What a partition's projector writes for each batch. */
async function documentsOf(partition: ReadonlyArray<readonly RecordedEvent[]>): Promise<Bulk[]> {
  const bulks: Bulk[] = [];
  const store = memoryReadStore(views, (changes) => bulks.push(new Map([...changes].map(([{ projection }, { documents }]) => [projection, documents]))));
  const projector = await PartitionProjector.open(projections, () => true, new MemoryLog(), store);
  for (const events of partition) await projector.apply(events);
  return bulks;
}

function medians(samples: { readonly ours: readonly number[]; readonly floor: readonly number[] }) {
  const [ours, floor] = [median(samples.ours), median(samples.floor)];
  return { ours, floor, ratio: ours / floor };
}
