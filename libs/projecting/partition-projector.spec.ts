import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customerOf, type RecordedEvent, streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import type { Checkpoint, PartitionedReadStore, ReadStore, View, ViewTraits } from '@tenure/read-store';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import fc from 'fast-check';
import { buildTo } from './check.js';
import { digestView } from './digest.js';
import { PARKED_EVENT_DISCARDED, PARKED_RETRY_REQUESTED, projectionStream } from './discards.js';
import type { Gap } from './in-sequence.js';
import { PartitionProjector } from './partition-projector.js';
import { customerStreams } from './projected-kind.js';
import type { Projection } from './projection.js';
import { ViewKeeper } from './view-keeper.js';

let thirteenThrows = true;

const orders: Projection<number[]> = {
  name: 'orders',
  version: 1,
  of: customerStreams,
  reads: ['Ordered'],
  initial: () => [],
  evolve(document, event) {
    if (event.data.minor === 13 && thirteenThrows) throw new Error('thirteen is not an order');
    document.push(event.data.minor);
    return document.sort((a, b) => a - b);
  },
  contributions: (document) => [
    ['customers', 1],
    ['minor', document.reduce((sum, minor) => sum + minor, 0)],
  ],
};

const isOurs = (customer: string) => customer !== 'elsewhere';

let directory: string;
let log: SqliteEventLog;
let store: ReadStore;

beforeEach(async () => {
  thirteenThrows = true;
  directory = mkdtempSync(join(tmpdir(), 'tenure-partition-'));
  log = await SqliteEventLog.open(join(directory, 'log.db'));
  store = SqliteReadStore.openForWriting(join(directory, 'views.db'));
});
afterEach(async () => {
  await log.close();
  await store.close();
  rmSync(directory, { recursive: true });
});

let commands = 0;
async function append(stream: string, type: string, data: object): Promise<void> {
  const expected = (await log.readStream(stream)).at(-1)?.revision ?? 'no-stream';
  const metadata = { commandId: `c${++commands}`, index: 0, payloadHash: '', actor: 'spec' };
  await log.append({ stream, expected, events: [{ type, version: 1, occurredAt: commands, data, metadata }] });
}
const visit = (customer: string) => append(streamOf(customer), 'Visited', {});
const order = (customer: string, minor: number) => append(streamOf(customer), 'Ordered', { minor });
const fed = async (): Promise<RecordedEvent[]> =>
  (await log.readAll({ after: null, limit: 999 })).filter(({ stream }) => customerOf(stream) !== null && isOurs(customerOf(stream)!));
const all = () => log.readAll({ after: null, limit: 999 });

/** Traits of views, by store and name: SQLite keeps none. */
const traits = new WeakMap<ReadStore, Map<string, ViewTraits>>();
const traitsOf = (one: ReadStore) => traits.get(one) ?? traits.set(one, new Map()).get(one)!;

/** A store with one partition, which is what SQLite is. */
const asPartitioned = (one: ReadStore): PartitionedReadStore => ({
  partitions: 1,
  partition: async () => one,
  undivided: async () => one,
  snapshot: () => one.snapshot(),
  views: async () => (await one.views()).map((view) => ({ ...view, ...traitsOf(one).get(`${view.projection}.${view.build}`) })),
  async createView(projection, version, logId, given = {}) {
    const view = await one.createView(projection, version, logId);
    traitsOf(one).set(`${projection}.${view.build}`, given);
    return { ...view, ...given };
  },
  makeLive: (view) => one.makeLive(view),
  dropView: (view) => one.dropView(view),
  async setAside(view, _, next) {
    if (next) await one.createView(view.projection, next.version, next.logId);
    await one.dropView(view);
    return true;
  },
  setAsides: async () => [],
  close: () => one.close(),
  async checkpoints(view: View): Promise<Array<Checkpoint | null>> {
    const snapshot = await one.snapshot();
    const checkpoint = await snapshot.checkpoint(view);
    snapshot.close();
    return [checkpoint];
  },
});
const keeper = () => new ViewKeeper([orders], asPartitioned(store), log);

async function open(): Promise<PartitionProjector> {
  await keeper().ensure();
  return PartitionProjector.open([orders], isOurs, log, store);
}

/** All views except the cursor's. */
const views = async (): Promise<View[]> => (await store.views()).filter(({ projection }) => projection === 'orders');

async function documents(): Promise<Record<string, number[]>> {
  const snapshot = await store.snapshot();
  try {
    const view = (await snapshot.view('orders'))!;
    return Object.fromEntries((await snapshot.page(view, { after: null, limit: 99 })).map(({ key, body }) => [key, JSON.parse(body)]));
  } finally {
    snapshot.close();
  }
}

async function revisions(projection: string): Promise<Record<string, number>> {
  const snapshot = await store.snapshot();
  try {
    const page = await snapshot.page((await snapshot.view(projection))!, { after: null, limit: 99 });
    return Object.fromEntries(page.map(({ key, revision }) => [key, revision]));
  } finally {
    snapshot.close();
  }
}

describe('the projector of a partition', () => {
  it('loads what the cursor has of a customer, and the document, once for a batch', async () => {
    const projector = await open();
    await order('a', 1);
    while (await projector.build(100));
    await projector.apply(await all());
    await order('a', 2);
    const loaded: string[] = [];
    const load = store.load.bind(store);
    store.load = async (view, keys) => {
      loaded.push(...[...keys].map((key) => `${view.projection} ${key}`));
      return load(view, keys);
    };
    await (await open()).apply((await all()).slice(1));
    expect(loaded.toSorted()).toEqual(['customer-cursor a', 'orders a']);
    expect(await documents()).toEqual({ a: [1, 2] });
  });

  it('goes on with the newest of several builds and drops those it has overtaken', async () => {
    const projector = await open();
    await order('a', 1);
    await projector.apply(await all());
    await keeper().rebuild('orders');
    const newest = await keeper().rebuild('orders');
    await projector.refresh();
    while (await projector.build(100));
    expect(await keeper().promote()).toEqual([{ ...newest, live: true }]);
    expect(await keeper().promote()).toEqual([]);
    expect(await views()).toMatchObject([{ build: newest.build, live: true }]);
  });

  it('keeps the documents of customers it hears of again, and asks the store for the others', async () => {
    const projector = await open();
    const load = store.load.bind(store);
    let loaded: string[] = [];
    store.load = async (view, keys) => {
      if (view.projection === 'orders') loaded.push(...keys);
      return load(view, keys);
    };
    const asked: string[][] = [];
    for (const customers of [['a'], ['a'], ['a', 'b'], ['a', 'b'], ['a', 'b']]) {
      for (const customer of customers) await order(customer, 1);
      await projector.apply((await all()).slice(-customers.length));
      asked.push(loaded);
      loaded = [];
    }
    expect(asked).toEqual([['a'], ['a'], ['b'], ['b'], []]);
    expect(await documents()).toEqual({ a: [1, 1, 1, 1, 1], b: [1, 1, 1] });
  });

  it('folds what the feed brings for its own customers, and claims what others have had', async () => {
    const projector = await open();
    expect(projector.checkpoint).toBeNull();
    await order('a', 1);
    await order('elsewhere', 7);
    await projector.apply(await all());
    expect(await documents()).toEqual({ a: [1] });
    await order('elsewhere', 8);
    const head = (await log.head())!;
    await projector.claim(head);
    expect(projector.checkpoint).toEqual(head);
    await projector.claim({ position: '0000000000000001', recordedAt: 0 });
    expect(projector.checkpoint).toEqual(head);
  });

  it('ends with the same bytes however the feed repeats, reorders or drops, and whenever a view is built beside', async () => {
    for (let minor = 20; minor < 50; minor++) {
      const customer = ['a', 'b', 'c', 'elsewhere'][minor % 4]!;
      if (minor % 3 === 0 || minor > 46) await visit(customer);
      else await order(customer, minor);
    }
    const events = await fed();
    const expected = await expectedDigest();
    const delivery = fc.record({
      order: fc.array(fc.nat(events.length - 1), { maxLength: 60 }),
      size: fc.integer({ min: 1, max: 9 }),
      rebuildAt: fc.nat(9),
      restartAt: fc.nat(9),
      lossAt: fc.nat(9),
    });
    await fc.assert(
      fc.asyncProperty(delivery, async ({ order, size, rebuildAt, restartAt, lossAt }) => {
        const target = SqliteReadStore.openForWriting(join(directory, `delivery-${Math.random()}.db`));
        const views = new ViewKeeper([orders], asPartitioned(target), log);
        await views.ensure();
        let projector = await PartitionProjector.open([orders], isOurs, log, target);
        const deliveries = [...order.map((i) => events[i]!), ...events.slice(-3)];
        // After a restart the feed brings what has come since the cursor last moved.
        let kept = 0;
        for (let at = 0, round = 0; at < deliveries.length; at += size, round++) {
          if (round === rebuildAt) await views.rebuild('orders');
          if (round === restartAt) projector = await PartitionProjector.open([orders], isOurs, log, target);
          if (round === lossAt) projector.catchUpFromLog();
          await projector.refresh();
          await projector.build(4);
          await projector.apply(deliveries.slice(round === restartAt ? kept : at, at + size));
          if (projector.checkpoint !== null) kept = at + size;
          await views.promote();
        }
        await projector.refresh();
        while (await projector.build(4));
        await projector.claim((await log.head())!);
        await views.promote();
        expect((await target.views()).filter(({ live }) => live)).toHaveLength(2);
        expect(await digestOf(target)).toBe(expected);
        await target.close();
      }),
      { numRuns: 100 },
    );
  });

  it('builds a view beside the live one, which readers see until the new one stands as far', async () => {
    const projector = await open();
    for (const minor of [1, 2, 3]) await order('a', minor);
    await projector.apply(await fed());
    const next = await keeper().rebuild('orders');
    await projector.refresh();
    expect(projector.building).toBe(true);
    await projector.build(2);
    expect(await keeper().promote()).toEqual([]);
    await order('a', 4);
    await projector.apply((await fed()).slice(-1));
    expect(await documents()).toEqual({ a: [1, 2, 3, 4] });
    while (await projector.build(2));
    expect(await keeper().promote()).toMatchObject([{ build: next.build, live: true }]);
    await projector.refresh();
    expect(await documents()).toEqual({ a: [1, 2, 3, 4] });
    expect(await views()).toHaveLength(1);
    // From then on readers wait for it.
    projector.catchUpFromLog();
    expect(projector.aside).toBeNull();
  });

  it('reads from the log what the feed has lost for good', async () => {
    const projector = await open();
    await order('a', 1);
    await projector.apply(await fed());
    await order('b', 2);
    await order('a', 3);
    projector.catchUpFromLog();
    await projector.apply((await fed()).slice(-1));
    while (await projector.build(1));
    expect(await documents()).toEqual({ a: [1, 3], b: [2] });
  });

  it('tells how many events of whom the feed left out, repeats and late ones apart', async () => {
    await keeper().ensure();
    const gaps: Gap[] = [];
    const projector = await PartitionProjector.open([orders], isOurs, log, store, { onGap: (gap) => gaps.push(gap) });
    for (const minor of [1, 2, 3, 4, 5]) await order('a', minor);
    await order('b', 6);
    const [first, , third, , fifth, other] = await fed();
    await projector.apply([third!, first!, third!, other!]);
    await projector.apply([first!]);
    await projector.apply([fifth!]);
    expect(await documents()).toEqual({ a: [1, 2, 3, 4, 5], b: [6] });
    expect(gaps).toEqual([
      { key: 'a', missing: 1 },
      { key: 'a', missing: 1 },
    ]);
  });

  it('sees by an event that a view does not read that one is missing which it does, and holds nothing of who only visits', async () => {
    const projector = await open();
    await order('a', 1);
    await visit('b');
    await projector.apply(await fed());
    await order('a', 2);
    await visit('a');
    await projector.apply((await fed()).slice(-1));
    expect(await documents()).toEqual({ a: [1, 2] });
    expect(await revisions('orders')).toEqual({ a: 1 });
    expect(await revisions('customer-cursor')).toEqual({ a: 2, b: 0 });
  });

  it('sees what the feed left out last also once it goes on from the log, is begun again, or follows as a build', async () => {
    const others: Array<(projector: PartitionProjector) => Promise<PartitionProjector>> = [
      async (projector) => {
        projector.catchUpFromLog();
        return projector;
      },
      async () => PartitionProjector.open([orders], isOurs, log, store),
    ];
    for (const [n, goOn] of others.entries()) {
      const customer = `c${n}`;
      const projector = await open();
      await order(customer, 1);
      await projector.apply((await fed()).slice(-1));
      await keeper().rebuild('orders');
      await projector.refresh();
      while (await projector.build(100));
      // No view can know of it yet: the order is the last event of the log.
      await order(customer, 2);
      await projector.claim((await log.head())!);
      const next = await goOn(projector);
      await visit(customer);
      await next.apply((await fed()).slice(-1));
      await next.build(100);
      await keeper().promote();
      expect(await documents()).toMatchObject({ [customer]: [1, 2] });
    }
  });

  it('builds anew what followed a feed before there was a cursor', async () => {
    const before = await store.makeLive(await store.createView('orders', 1));
    await order('a', 1);
    const [event] = await fed();
    await store.commit(new Map([[before, { documents: [], sums: [], checkpoint: { position: event!.position, recordedAt: 0 } }]]));
    const projector = await open();
    while (await projector.build(100));
    await keeper().promote();
    expect(await documents()).toEqual({ a: [1] });
    await keeper().ensure();
    expect(await views()).toMatchObject([{ build: 2, live: true }]);
  });

  it.each(['live', 'being built'])(
    'builds anew what was %s when the cursor was set aside: the next one does not know what the feed had left out',
    async (which) => {
      const projector = await open();
      await order('a', 1);
      await projector.apply(await fed());
      if (which === 'being built') {
        await keeper().rebuild('orders');
        await projector.refresh();
        while (await projector.build(100));
      }
      // The feed leaves it out.
      await order('a', 2);
      await order('b', 3);
      await projector.apply((await fed()).slice(-1));
      const cursor = (await store.views()).find(({ projection }) => projection === 'customer-cursor')!;
      expect(await keeper().replace(cursor, 'damaged')).toBe(true);
      for (let round = 0; round < 4; round++) {
        await keeper().promote();
        await projector.refresh();
        while (await projector.build(100));
      }
      await order('a', 4);
      await projector.apply((await fed()).slice(-1));
      expect(await documents()).toEqual({ a: [1, 2, 4], b: [3] });
      expect(await views()).toMatchObject([{ build: which === 'live' ? 2 : 3, live: true }]);
    },
  );

  it('has nothing to do with what is about no customers: that is undivided, and stays when the cursor is built anew', async () => {
    const products: Projection = { ...orders, name: 'products', of: { name: 'product', prefix: 'product-' } } as Projection;
    const partitioned = asPartitioned(store);
    const made: string[] = [];
    const createView: PartitionedReadStore['createView'] = (...given) => {
      made.push(given[0]);
      return partitioned.createView(...given);
    };
    const both = new ViewKeeper([orders, products], { ...partitioned, createView }, log);
    const traits = async (name: string) => (await asPartitioned(store).views()).filter(({ projection }) => projection === name);
    await both.ensure();
    expect(await traits('products')).toEqual([expect.objectContaining({ build: 1, live: true, undivided: true })]);
    expect((await traits('products'))[0]).not.toHaveProperty('cursor');
    expect(await traits('orders')).toEqual([expect.objectContaining({ build: 1, live: true, cursor: 1 })]);
    const [cursor] = await traits('customer-cursor');
    await both.replace(cursor!, 'damaged');
    await both.promote();
    expect((await traits('orders')).map(({ build }) => build)).toEqual([2]);
    expect((await traits('products')).map(({ build }) => build)).toEqual([1]);
    expect(made.filter((name) => name === 'products')).toHaveLength(1);
  });

  it('takes on over the log what readers see, while the cursor is built anew', async () => {
    const projector = await open();
    for (let minor = 20; minor < 40; minor++) await order('a', minor);
    await projector.apply(await fed());
    const cursor = (await store.views()).find(({ projection }) => projection === 'customer-cursor')!;
    await keeper().replace(cursor, 'damaged');
    await keeper().promote();
    await projector.refresh();
    for (const minor of [40, 41, 42]) {
      await order('b', minor);
      await projector.apply((await fed()).slice(-1));
      await projector.build(5);
      expect((await documents()).b?.at(-1)).toBe(minor);
    }
    expect(projector.checkpoint).toBeNull();
    while (await projector.build(5));
    await keeper().promote();
    expect((await documents()).b).toEqual([40, 41, 42]);
    expect(await views()).toMatchObject([{ build: 2, live: true }]);
  });

  it('builds the cursor and the views from the log to its end, though the topic is brought from its beginning and has lost an event', async () => {
    await store.makeLive(await store.createView('orders', 1));
    for (let minor = 20; minor < 40; minor++) await order(minor % 2 === 0 ? 'a' : 'b', minor);
    const projector = await open();
    const topic = (await fed()).slice(0, -1);
    await projector.apply(topic.slice(0, 3));
    await projector.build(5);
    await projector.apply(topic.slice(3));
    await projector.claim((await log.head())!);
    while (await projector.build(5));
    await keeper().promote();
    expect((await documents()).b).toEqual([21, 23, 25, 27, 29, 31, 33, 35, 37, 39]);
    expect(await revisions('customer-cursor')).toEqual({ a: 9, b: 9 });
  });

  it("has the feed go on where readers' views stood, as long as the cursor is being built", async () => {
    const live = await store.makeLive(await store.createView('orders', 1));
    const snapshot = store.snapshot.bind(store);
    // SQLite keeps no offsets.
    const known = { position: '0000000000000001', recordedAt: 0, offset: 7, publication: 'p' };
    store.snapshot = async () => {
      const one = await snapshot();
      const checkpoint = one.checkpoint.bind(one);
      return Object.assign(one, { checkpoint: async (view: View) => (view.build === live.build && view.projection === 'orders' ? known : checkpoint(view)) });
    };
    for (let minor = 20; minor < 40; minor++) await order('a', minor);
    const projector = await open();
    for (let page = 0; page < 3; page++) {
      expect(projector.building).toBe(true);
      expect([projector.offsetIn('p'), projector.offsetIn('another'), projector.offsetIn(null)]).toEqual([7, 0, 0]);
      await projector.build(5);
    }
  });

  it('lets a parked customer go on when a person has asked for it, wherever that was asked', async () => {
    const projector = await open();
    for (const minor of [1, 13, 2]) await order('a', minor);
    await order('b', 13);
    await projector.apply(await fed());
    expect(projector.parked).toBe(2);
    await append(projectionStream('orders'), PARKED_RETRY_REQUESTED, { customerId: 'a' });
    await projector.refresh();
    expect(await documents()).toEqual({ a: [1] });
    thirteenThrows = false;
    await append(projectionStream('orders'), PARKED_RETRY_REQUESTED, { customerId: 'a' });
    await append(projectionStream('orders'), PARKED_EVENT_DISCARDED, { customerId: 'b', revision: 0, reason: 'a test' });
    await projector.refresh();
    expect(projector.parked).toBe(0);
    expect(await documents()).toEqual({ a: [1, 2, 13], b: [] });
  });

  it('makes one view, whoever else makes it at the same moment', async () => {
    await Promise.all([keeper().ensure(), keeper().ensure()]);
    expect(await views()).toMatchObject([{ projection: 'orders', version: 1, live: true }]);
  });

  it('makes one again where the last build of a projection was cancelled, behind what has been set aside', async () => {
    await keeper().ensure();
    await store.dropView((await views())[0]!);
    expect(await keeper().promote()).toEqual([]);
    expect(await views()).toMatchObject([{ projection: 'orders', version: 1, live: false }]);
  });

  async function expectedDigest(): Promise<string> {
    const scratch = SqliteReadStore.openForWriting(join(directory, 'expected.db'));
    const ours = { readStream: log.readStream.bind(log), readStreams: () => ourStreams() };
    await buildTo([orders], await log.head(), ours, scratch);
    const digest = await digestOf(scratch);
    await scratch.close();
    return digest;
  }

  async function* ourStreams(): AsyncIterable<RecordedEvent[]> {
    const { position } = (await log.head())!;
    for await (const events of log.readStreams({ prefixes: ['customer-'], upTo: position })) if (isOurs(customerOf(events[0]!.stream)!)) yield events;
  }

  async function digestOf(from: ReadStore): Promise<string> {
    const snapshot = await from.snapshot();
    try {
      return await digestView(snapshot, (await snapshot.view('orders'))!);
    } finally {
      snapshot.close();
    }
  }
});
