import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MemoryRelayState } from '@tenure/event-feed/kafka';
import { streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import type { PartitionedReadStore, ReadStore } from '@tenure/read-store';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import pino from 'pino';
import { customerStreams } from '../projected-kind.js';
import { type Projection } from '../projection.js';
import { ViewKeeper } from '../view-keeper.js';
import { PartitionFeed } from './partition-feed.js';

const PARTITIONS = 8;
const CUSTOMERS = 300;
const EVENTS_EACH = 60;

const visits: Projection<number> = {
  name: 'visits',
  version: 1,
  of: customerStreams,
  reads: 'all',
  initial: () => 0,
  evolve: (document) => document + 1,
  contributions: (document) => [['visits', document]],
};

/** A store for each partition, and one list of views. */
function divided(stores: readonly ReadStore[]): PartitionedReadStore {
  const all = async <T>(work: (store: ReadStore) => Promise<T>): Promise<T> => (await Promise.all(stores.map(work)))[0]!;
  return {
    partitions: stores.length,
    partition: async (number) => stores[number]!,
    undivided: async () => stores[0]!,
    snapshot: () => stores[0]!.snapshot(),
    views: () => stores[0]!.views(),
    createView: (projection, version) => all((store) => store.createView(projection, version)),
    makeLive: (view) => all((store) => store.makeLive(view)),
    dropView: (view) => all((store) => store.dropView(view)),
    setAside: async () => false,
    setAsides: async () => [],
    checkpoints: (view) => Promise.all(stores.map(async (store) => (await store.snapshot()).checkpoint(view))),
    close: async () => undefined,
  };
}

/** A store whose commits take longer. */
function slowed(store: ReadStore, byMs: number): ReadStore {
  return {
    load: (view, keys) => store.load(view, keys),
    snapshot: () => store.snapshot(),
    async commit(changes) {
      await delay(byMs);
      await store.commit(changes);
    },
    views: () => store.views(),
    createView: (projection, version) => store.createView(projection, version),
    makeLive: (view) => store.makeLive(view),
    dropView: (view) => store.dropView(view),
    close: async () => undefined,
  };
}

describe('a rebuild of all partitions in one process', () => {
  let folder: string;
  let log: SqliteEventLog;
  let stores: SqliteReadStore[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenure-rebuild-'));
    log = await SqliteEventLog.open(join(folder, 'log.db'));
    const visit = (commandId: string) => {
      const metadata = { commandId, index: 0, payloadHash: '', actor: 'spec' };
      return { type: 'VisitRecorded', version: 1, occurredAt: 0, data: {}, metadata };
    };
    const events = Array.from({ length: EVENTS_EACH }, (_, n) => visit(`visit-${n}`));
    await Promise.all(Array.from({ length: CUSTOMERS }, (_, n) => log.append({ stream: streamOf(`c-${n}`), expected: 'no-stream', events })));
    stores = Array.from({ length: PARTITIONS }, (_, n) => SqliteReadStore.openForWriting(join(folder, `views-${n}.db`)));
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await log.close();
    rmSync(folder, { recursive: true });
  });

  it('reads the log about once, also where some partitions are slower than others', async () => {
    let read = 0;
    const counted: Pick<SqliteEventLog, 'readAll' | 'readStream'> = {
      readStream: (stream, options) => log.readStream(stream, options),
      async readAll(options) {
        const page = await log.readAll(options);
        read += page.length;
        return page;
      },
    };
    const store = divided(stores.map((each, n) => slowed(each, (n % 4) * 40)));
    const keeper = new ViewKeeper([visits], store, log);
    await keeper.ensure();
    await keeper.rebuild('visits');
    const relay = new MemoryRelayState();
    const feed = new PartitionFeed({
      projections: [visits],
      log: counted,
      store,
      keeper,
      relay,
      settle: async () => null,
      replay: () => undefined,
      logger: pino({ level: 'silent' }),
    });
    await Promise.all(stores.map((_, number) => feed.assigned(number)));
    while (feed.building) await delay(10);
    await feed.stop();
    expect(feed.failure).toBeNull();
    const rebuilt = (await store.views()).find(({ live }) => !live)!;
    const counts = await Promise.all(stores.map(async (each) => (await (await each.snapshot()).sums(rebuilt, 'visits'))[0]?.[1] ?? 0));
    const events = CUSTOMERS * EVENTS_EACH;
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(events);
    expect(read).toBeGreaterThanOrEqual(events);
    expect(read).toBeLessThan(1.5 * events);
  });
});
