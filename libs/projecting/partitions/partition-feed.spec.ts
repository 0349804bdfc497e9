import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeedBatch } from '@tenure/event-feed';
import { MemoryRelayState } from '@tenure/event-feed/kafka';
import { placeOf, type RecordedEvent, streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import type { Checkpoint, PartitionedReadStore, ReadStore, View } from '@tenure/read-store';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import pino from 'pino';
import { customerStreams } from '../projected-kind.js';
import { type Projection } from '../projection.js';
import { ViewKeeper } from '../view-keeper.js';
import { PartitionFeed } from './partition-feed.js';

const visits: Projection<number[]> = {
  name: 'visits',
  version: 1,
  of: customerStreams,
  reads: 'all',
  initial: () => [],
  evolve: (document, event) => [...document, event.data.n],
  contributions: (document) => [['visits', document.length]],
};

/** SQLite keeps no offsets, so they are kept beside it here, as MongoDB keeps them. */
function remembering(store: ReadStore, kept: { checkpoint: Checkpoint | null }, partitions = 1): PartitionedReadStore {
  const common = {
    snapshot: async () => Object.assign(await store.snapshot(), { checkpoint: async () => kept.checkpoint }),
    views: () => store.views(),
    createView: (projection: string, version: number) => store.createView(projection, version),
    makeLive: (view: View) => store.makeLive(view),
    dropView: (view: View) => store.dropView(view),
    setAside: async () => false,
    setAsides: async () => [],
    close: async () => undefined,
  };
  const partition: ReadStore = {
    ...common,
    load: (view, keys) => store.load(view, keys),
    async commit(changes) {
      await store.commit(changes);
      for (const { checkpoint } of changes.values()) kept.checkpoint = checkpoint ?? kept.checkpoint;
    },
  };
  return { ...common, partitions, partition: async () => partition, undivided: async () => partition, checkpoints: async () => [kept.checkpoint] };
}

describe('a partition that is fed by one publication, then by another', () => {
  let folder: string;
  let log: SqliteEventLog;
  let store: SqliteReadStore;
  let relay: MemoryRelayState;
  let feed: PartitionFeed;
  let events: RecordedEvent[];
  const kept: { checkpoint: Checkpoint | null } = { checkpoint: null };
  const replayed: number[] = [];
  let settled = 0;
  let whileSettling: () => Promise<void> = async () => undefined;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenure-partition-feed-'));
    log = await SqliteEventLog.open(join(folder, 'log.db'));
    store = SqliteReadStore.openForWriting(join(folder, 'views.db'));
    relay = new MemoryRelayState();
    kept.checkpoint = null;
    replayed.length = 0;
    settled = 0;
    whileSettling = async () => undefined;
    for (const customer of ['a', 'b', 'c', 'd']) await visit(customer);
    events = await log.readAll({ after: null, limit: 9 });
    await start();
  });
  afterEach(async () => {
    await feed.stop();
    await store.close();
    await log.close();
    rmSync(folder, { recursive: true });
  });

  async function visit(customer: string): Promise<void> {
    const metadata = { commandId: customer, index: 0, payloadHash: '', actor: 'spec' };
    const event = { type: 'VisitRecorded', version: 1, occurredAt: 0, data: { n: 1 }, metadata };
    await log.append({ stream: streamOf(customer), expected: 'no-stream', events: [event] });
  }

  /** Starts as a new process does: it knows only what is stored. */
  async function start(partitions = 1): Promise<void> {
    const partitioned = remembering(store, kept, partitions);
    const keeper = new ViewKeeper([visits], partitioned, log);
    await keeper.ensure();
    feed = new PartitionFeed({
      projections: [visits],
      log,
      store: partitioned,
      keeper,
      relay,
      settle: async () => {
        settled += 1;
        await whileSettling();
        return null;
      },
      replay: (_, from) => replayed.push(from),
      logger: pino({ level: 'silent' }),
    });
  }

  async function publish(publication: string | null, upTo: number): Promise<void> {
    const { position, recordedAt } = events[upTo - 1]!;
    const epoch = (await relay.acquire('relay', 1))!;
    await relay.save(epoch, { publication, position, recordedAt, offsets: [upTo] });
  }

  /** The records of a topic that holds the given events, from an offset on. */
  const batch = (publication: string | null, topic: readonly RecordedEvent[], firstOffset: number): FeedBatch => ({
    events: topic.slice(firstOffset),
    foreign: [],
    publications: topic.slice(firstOffset).map(() => publication),
    firstOffset,
    nextOffset: topic.length,
    highWatermark: topic.length,
    missing: 0,
  });

  async function known(): Promise<string[]> {
    const snapshot = await store.snapshot();
    try {
      return (await snapshot.page((await snapshot.view('visits'))!, { after: null, limit: 9 })).map(({ key }) => key);
    } finally {
      snapshot.close();
    }
  }

  it('claims nothing of a topic that was made anew and filled by others to where it had ended', async () => {
    const strangers = (upTo: number): FeedBatch => ({
      ...batch('first', [], 0),
      foreign: Array.from({ length: upTo }, (_, offset) => ({ offset, reason: 'not-ours' as const, detail: 'no CloudEvent', key: null })),
      nextOffset: upTo,
    });
    await publish('first', 3);
    await feed.assigned(0);
    await feed.batch(0, strangers(2));
    await expect(feed.batch(0, strangers(3))).rejects.toThrow(/foreign record at 2, where an event was published.*tenure republish/);
    await publish('second', 4);
    await feed.batch(0, batch('second', events, 0));
    expect([replayed, await known()]).toEqual([[0], []]);
    await feed.batch(0, batch('second', events, 0));
    expect(await known()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes on at its offset while the publication is the same', async () => {
    await publish('first', 2);
    expect(await feed.assigned(0)).toBe(0);
    await feed.batch(0, batch('first', events.slice(0, 2), 0));
    await feed.stop();
    await start();
    expect(await feed.assigned(0)).toBe(2);
  });

  it.each([
    ['another publication', 'second'],
    ['none', null],
  ])('begins at the beginning where there is %s now', async (_, publication) => {
    await publish('first', 2);
    await feed.assigned(0);
    await feed.batch(0, batch('first', events.slice(0, 2), 0));
    await feed.stop();
    await start();
    await publish(publication, 2);
    expect(await feed.assigned(0)).toBe(0);
  });

  it('begins at the beginning with an offset that was stored before publications had names', async () => {
    await publish('first', 2);
    kept.checkpoint = { position: events[1]!.position, recordedAt: 0, offset: 2 };
    expect(await feed.assigned(0)).toBe(0);
  });

  it('notices by the first record that a topic was made anew and has outgrown its offset: it has no effect, and all is read again', async () => {
    // The old topic had a record twice: from there on, the new one has another event at each offset.
    const old = [events[0]!, events[0]!];
    await publish('first', 2);
    await feed.assigned(0);
    await feed.batch(0, batch('first', old, 0));
    await publish('second', 4);
    await feed.batch(0, batch('second', events, 2));
    expect(replayed).toEqual([0]);
    expect(kept.checkpoint).toMatchObject({ position: events[0]!.position, publication: 'first' });
    await feed.batch(0, batch('second', events, 0));
    expect(await known()).toEqual(['a', 'b', 'c', 'd']);
    expect(kept.checkpoint).toEqual({ ...placeOf(events[3]!), offset: 4, publication: 'second' });
  });

  it('notices while it runs that another publication has begun, and claims nothing of it for an offset of the one before', async () => {
    await publish('first', 2);
    await feed.assigned(0);
    await feed.batch(0, batch('first', events.slice(0, 2), 0));
    await publish('second', 4);
    const { offsets, ...position } = (await relay.read()).checkpoint;
    await relay.save((await relay.acquire('relay', 1))!, { ...position, offsets: [1] });
    feed.start();
    while (replayed.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(offsets).toEqual([4]);
    expect(kept.checkpoint).toMatchObject({ position: events[1]!.position, publication: 'first' });
  });

  it('makes sure of the views for each partition that goes over: what it has folded until then may be of a log that is no more', async () => {
    await start(2);
    await publish('first', 2);
    await feed.assigned(0);
    await feed.assigned(1);
    await publish('second', 4);
    await feed.batch(0, batch('second', events, 0));
    const before = settled;
    await feed.batch(1, batch('first', events.slice(0, 2), 0));
    expect(settled).toBe(before);
    await feed.batch(1, batch('second', events, 0));
    expect(settled).toBe(before + 1);
  });

  it('makes sure of the views once for a partition that it is given, and again where another publication has begun meanwhile', async () => {
    await start(2);
    await publish('first', 2);
    await feed.assigned(0);
    expect(settled).toBe(1);
    whileSettling = async () => {
      if (settled === 2) await publish('second', 4);
    };
    await feed.assigned(1);
    expect(settled).toBe(3);
    await feed.batch(1, batch('second', events, 0));
    expect([settled, replayed]).toEqual([3, []]);
  });

  it('does not make sure of the views for one that is new, while the publication is the same', async () => {
    await publish('first', 4);
    await feed.assigned(0);
    await store.createView('visits', 1);
    feed.start();
    while (kept.checkpoint === null) await new Promise((resolve) => setTimeout(resolve, 10));
    // Once for the partition, and once because the feed checks from time to time.
    expect(settled).toBe(2);
  });

  it('does not go back behind what it has, but stands in the new publication at once', async () => {
    await publish('first', 4);
    await feed.assigned(0);
    await feed.batch(0, batch('first', events, 0));
    await publish('second', 2);
    await feed.batch(0, batch('second', events.slice(0, 2), 0));
    await feed.batch(0, batch('second', events.slice(0, 2), 0));
    expect(kept.checkpoint).toMatchObject({ position: events[3]!.position, offset: 2, publication: 'second' });
  });

  it('passes by records of an earlier publication that lie before those of the present one in the same topic: that one has them all', async () => {
    await publish('second', 4);
    await feed.assigned(0);
    await feed.batch(0, batch('first', events.slice(0, 2), 0));
    expect(await known()).toEqual([]);
    await feed.batch(0, { ...batch('second', [...events.slice(0, 2), ...events], 0), publications: ['first', 'first', ...events.map(() => 'second')] });
    expect(replayed).toEqual([]);
    expect(await known()).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    ['takes', 'continued-from-before', ['a', 'b']],
    ['passes by', 'second', []],
  ])('%s records without a publication in %s', async (_, publication, expected) => {
    await publish(publication, 2);
    await feed.assigned(0);
    await feed.batch(0, batch(null, events.slice(0, 2), 0));
    expect(await known()).toEqual(expected);
  });

  it('reads from the log what lies between the beginning of a publication and a batch that came too early', async () => {
    await publish('first', 4);
    await feed.assigned(0);
    await feed.batch(0, batch('first', events, 2));
    while (feed.building) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await known()).toEqual(['a', 'b', 'c', 'd']);
  });
});
