import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogTail } from '@tenure/event-feed';
import { type RecordedEvent, streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import type { View } from '@tenure/read-store';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import fc from 'fast-check';
import { checkRebuild } from './check.js';
import { digestView } from './digest.js';
import { projectionStream } from './discards.js';
import type { Projection } from './projection.js';
import { Projector } from './projector.js';

interface Total {
  orders: number[];
}

/** Sums orders per customer; an order of 13 makes it throw, halfway through its work. */
const totals: Projection<Total> = {
  name: 'totals',
  version: 1,
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

async function order(customer: string, minor: number): Promise<void> {
  const revision = revisions.get(customer);
  await log.append({
    stream: streamOf(customer),
    expected: revision ?? 'no-stream',
    events: [
      {
        type: 'Ordered',
        version: 1,
        occurredAt: minor,
        data: { minor },
        metadata: { commandId: `${customer}-${minor}`, index: 0, payloadHash: '', actor: 'spec' },
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
const digest = () => look((snapshot, view) => digestView(snapshot, view));

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

  it('ends with the same bytes however delivery repeats, reorders or drops events', async () => {
    for (let minor = 20; minor < 60; minor++) await order(`c${minor % 5}`, minor);
    const events: RecordedEvent[] = await log.readAll({ after: null, limit: 99 });
    const head = (await log.head())!;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(events.length - 1), { maxLength: 80 }), fc.integer({ min: 1, max: 9 }), async (order, size) => {
        const file = join(directory, `delivery-${Math.random()}.db`);
        const target = SqliteReadStore.openForWriting(file);
        for (const view of await target.views()) await target.dropView(view);
        await target.makeLive(await target.createView('totals', 1));
        const projector = await Projector.open([totals], new LogTail(log), log, target);
        // Shuffled and repeated deliveries; then the last event of each customer, as a feed that has caught up would give.
        const deliveries = [...order.map((i) => events[i]!), ...events.slice(-5)];
        for (let at = 0; at < deliveries.length; at += size) await projector.apply(deliveries.slice(at, at + size), head);
        const snapshot = await target.snapshot();
        const delivered = await digestView(snapshot, (await snapshot.view('totals'))!);
        snapshot.close();
        await target.close();
        expected ??= await expectedDigest();
        expect(delivered).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  let expected: string | undefined;
  async function expectedDigest(): Promise<string> {
    await catchUp(await Projector.open([totals], new LogTail(log), log, store));
    return digest();
  }
});
