import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogTail } from '@tenure/event-feed';
import { streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import type { View } from '@tenure/read-store';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import { checkRebuild } from './check.js';
import { projectionStream } from './discards.js';
import { customerStreams } from './projected-kind.js';
import type { Projection } from './projection.js';
import { Projector } from './projector.js';

interface Total {
  orders: number[];
}

/** Sums orders per customer; an order of 13 makes it throw, halfway through its work. */
const totals: Projection<Total> = {
  name: 'totals',
  version: 1,
  of: customerStreams,
  reads: 'all',
  initial: () => ({ orders: [] }),
  evolve(document, event) {
    document.orders.push(event.data.minor);
    document.orders.sort((a, b) => a - b);
    if (event.data.minor === 13) throw new Error('thirteen is not an order');
    return document;
  },
  contributions: ({ orders }) => [
    ['customers', 1],
    [`orders|${orders.length % 3}`, 1],
    ['minor', orders.reduce((a, b) => a + b, 0)],
  ],
};

/** As `totals`, but unmoved by thirteen: what a corrected projection would be. */
const tolerant: Projection<Total> = { ...totals, evolve: (document, event) => (event.data.minor === 13 ? document : totals.evolve(document, event)) };

let directory: string;
let log: SqliteEventLog;
let store: SqliteReadStore;
const revisions = new Map<string, number>();

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tenure-projecting-'));
  log = await SqliteEventLog.open(join(directory, 'log.db'));
  store = SqliteReadStore.openForWriting(join(directory, 'views.db'));
  revisions.clear();
});
afterEach(async () => {
  await log.close();
  await store.close();
  rmSync(directory, { recursive: true });
});

async function order(customer: string, minor: number, type = 'Ordered'): Promise<void> {
  const revision = revisions.get(customer);
  await log.append({
    stream: streamOf(customer),
    expected: revision ?? 'no-stream',
    events: [
      {
        type,
        version: 1,
        occurredAt: minor,
        data: { minor },
        metadata: { commandId: `${customer}-${revision}`, index: 0, payloadHash: '', actor: 'spec' },
      },
    ],
  });
  revisions.set(customer, (revision ?? -1) + 1);
}

async function catchUp(projector: Projector): Promise<void> {
  while (await projector.step(3));
}

async function look<T>(read: (snapshot: Awaited<ReturnType<SqliteReadStore['snapshot']>>, view: View) => Promise<T>): Promise<T> {
  const snapshot = await store.snapshot();
  try {
    return await read(snapshot, (await snapshot.view('totals'))!);
  } finally {
    snapshot.close();
  }
}

const documents = () =>
  look(async (snapshot, view) =>
    Object.fromEntries((await snapshot.page(view, { after: null, limit: 99 })).map(({ key, body }) => [key, JSON.parse(body).orders])),
  );
const sums = () => look(async (snapshot, view) => Object.fromEntries(await snapshot.sums(view, '')));

async function rebuiltDigest(projection: Projection = totals): Promise<{ identical: boolean; rebuilt: string }> {
  const scratch = SqliteReadStore.openForWriting(join(directory, `scratch-${Math.random()}.db`));
  const snapshot = await store.snapshot();
  try {
    const check = await checkRebuild([projection], snapshot, log, scratch);
    return { identical: check.identical, rebuilt: check.projections[0]!.rebuilt };
  } finally {
    snapshot.close();
    await scratch.close();
  }
}

describe('the projector', () => {
  it('follows the log: documents, sums and checkpoint together', async () => {
    const projector = await Projector.open([totals], new LogTail(log), log, store);
    await order('a', 1);
    await order('b', 2);
    await order('a', 3);
    await catchUp(projector);
    expect(await documents()).toEqual({ a: [1, 3], b: [2] });
    expect(await sums()).toEqual({ customers: 2, minor: 6, 'orders|1': 1, 'orders|2': 1 });
    expect(projector.position).toBe((await log.head())!.position);
  });

  it('goes on where it stood after a restart', async () => {
    const before = await Projector.open([totals], new LogTail(log), log, store);
    await order('a', 1);
    await catchUp(before);
    await order('a', 2);
    await store.close();
    store = SqliteReadStore.openForWriting(join(directory, 'views.db'));
    await catchUp(await Projector.open([totals], new LogTail(log), log, store));
    expect(await documents()).toEqual({ a: [1, 2] });
  });

  it('hears nothing of events that it does not read: it looks for no document, writes none, and parks nobody for them', async () => {
    const projector = await Projector.open([{ ...totals, reads: ['Ordered'] }], new LogTail(log), log, store);
    await catchUp(projector);
    const loaded: string[] = [];
    const load = store.load.bind(store);
    store.load = async (view, keys) => {
      loaded.push(...keys);
      return load(view, keys);
    };
    await order('visitor', 13, 'Visited');
    await order('buyer', 1);
    await order('buyer', 13, 'Visited');
    await catchUp(projector);
    await order('buyer', 13);
    await order('buyer', 3, 'Visited');
    await catchUp(projector);
    await order('visitor', 13, 'Visited');
    await catchUp(projector);
    expect([...new Set(loaded)]).toEqual(['buyer']);
    expect(await look((snapshot, view) => snapshot.page(view, { after: null, limit: 9 }))).toMatchObject([{ key: 'buyer', revision: 0 }]);
    expect(await look((snapshot, view) => snapshot.parked(view))).toMatchObject([{ key: 'buyer', revision: 2, eventType: 'Ordered' }]);
    expect(projector.position).toBe((await log.head())!.position);
    expect((await rebuiltDigest({ ...totals, reads: ['Ordered'] })).identical).toBe(true);

    const corrected = await Projector.open([{ ...tolerant, reads: ['Ordered'] }], new LogTail(log), log, store);
    expect(await corrected.retryParked('totals', 'buyer')).toBe(true);
    expect(await look((snapshot, view) => snapshot.page(view, { after: null, limit: 9 }))).toMatchObject([{ key: 'buyer', revision: 2 }]);
    expect((await rebuiltDigest({ ...tolerant, reads: ['Ordered'] })).identical).toBe(true);
  });

  it('parks only the customer whose event throws, keeps its queue in order, and lets it through when retried', async () => {
    const projector = await Projector.open([totals], new LogTail(log), log, store);
    for (const minor of [1, 13, 2]) await order('unlucky', minor);
    for (const minor of [4, 5]) await order('other', minor);
    await catchUp(projector);
    await order('unlucky', 3);
    await catchUp(projector);
    expect(await documents()).toEqual({ other: [4, 5], unlucky: [1] });
    expect(await sums()).toMatchObject({ customers: 2, minor: 10 });
    expect(projector.status()[0]).toMatchObject({ parked: 1 });
    expect(await look((snapshot, view) => snapshot.parked(view))).toMatchObject([
      { key: 'unlucky', revision: 1, eventType: 'Ordered', reason: 'thirteen is not an order' },
    ]);
    expect((await rebuiltDigest()).identical).toBe(true);

    expect(await projector.retryParked('totals', 'unlucky')).toBe(false);
    const corrected = await Projector.open([tolerant], new LogTail(log), log, store);
    expect(await corrected.retryParked('totals', 'unlucky')).toBe(true);
    expect(await documents()).toEqual({ other: [4, 5], unlucky: [1, 2, 3] });
    expect(corrected.status()[0]).toMatchObject({ parked: 0 });
    expect((await rebuiltDigest(tolerant)).identical).toBe(true);
  });

  it('goes on behind an event that was discarded with a reason, and a rebuild does the same', async () => {
    const projector = await Projector.open([totals], new LogTail(log), log, store);
    for (const minor of [1, 13, 2]) await order('unlucky', minor);
    await catchUp(projector);
    const data = { customerId: 'unlucky', revision: 1, reason: 'not an order at all' };
    const metadata = { commandId: 'discard', index: 0, payloadHash: '', actor: 'spec' };
    await log.append({
      stream: projectionStream('totals'),
      expected: 'no-stream',
      events: [{ type: 'ParkedEventDiscarded', version: 1, occurredAt: 0, data, metadata }],
    });
    expect(await projector.discarded('totals', 'unlucky')).toBe(true);
    expect(await documents()).toEqual({ unlucky: [1, 2] });
    await catchUp(projector);
    expect((await rebuiltDigest()).identical).toBe(true);
  });

  it('builds a new version beside the old one, which readers keep until the switch', async () => {
    const old = await Projector.open([totals], new LogTail(log), log, store);
    for (let minor = 20; minor < 40; minor++) await order(`customer-${minor % 4}`, minor);
    await catchUp(old);
    const doubled: Projection<Total> = {
      ...totals,
      version: 2,
      contributions: (document) => totals.contributions(document).map(([cell, amount]) => [cell, amount * 2] as const),
    };
    const next = await Projector.open([doubled], new LogTail(log), log, store);
    expect(await sums()).toMatchObject({ customers: 4 });
    expect(await look(async (_, view) => view.version)).toBe(1);
    await order('late', 50);
    await catchUp(next);
    expect(await sums()).toMatchObject({ customers: 10 });
    expect(await store.views()).toHaveLength(1);
  });

  it('rebuilds under writes and switches to the same bytes', async () => {
    const projector = await Projector.open([totals], new LogTail(log), log, store);
    for (let minor = 20; minor < 60; minor++) await order(`c${minor % 7}`, minor);
    await catchUp(projector);
    await projector.rebuild(['totals']);
    await order('c1', 77);
    await order('new', 78);
    await catchUp(projector);
    expect(projector.rebuilding).toBe(false);
    expect((await store.views()).map(({ build }) => build)).toEqual([2]);
    expect(await documents()).toMatchObject({ new: [78] });
    expect((await rebuiltDigest()).identical).toBe(true);
  });

  it('cancels a rebuild without a trace', async () => {
    const projector = await Projector.open([totals], new LogTail(log), log, store);
    await order('a', 1);
    await catchUp(projector);
    await projector.rebuild(['totals']);
    expect(await projector.cancelRebuild()).toBe(true);
    expect(await store.views()).toHaveLength(1);
    expect(await documents()).toEqual({ a: [1] });
  });

  it('notices a read model that was tampered with', async () => {
    const projector = await Projector.open([totals], new LogTail(log), log, store);
    await order('a', 1);
    await catchUp(projector);
    const [view] = await store.views();
    await store.commit(new Map([[view!, { documents: [], sums: [['minor', 1]] }]]));
    expect((await rebuiltDigest()).identical).toBe(false);
  });
});
