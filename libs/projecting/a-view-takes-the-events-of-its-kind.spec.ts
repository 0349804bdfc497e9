import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { LogTail } from '@tenure/event-feed';
import { type RecordedEvent } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import { checkRebuild } from './check.js';
import { customerStreams, type ProjectedKind } from './projected-kind.js';
import type { Projection } from './projection.js';
import { Projector } from './projector.js';

const productStreams: ProjectedKind = { name: 'product', prefix: 'product-' };

/** Everything said on a stream; `parks` throws. */
const said = (name: string, of: ProjectedKind, fold = (document: string[], { data }: RecordedEvent) => [...document, (data as { word: string }).word]) =>
  ({
    name,
    version: 1,
    of,
    reads: 'all',
    initial: () => [],
    evolve(document, event) {
      if ((event.data as { word: string }).word === 'parks') throw new Error('not to be folded');
      return fold(document, event);
    },
    contributions: (document) => [[`words|${document.length}`, 1]],
  }) satisfies Projection<string[]>;

const customers = said('customers', customerStreams);
const products = said('products', productStreams);
const both = [customers, products];

let directory: string;
let log: SqliteEventLog;
let store: SqliteReadStore;
let revisions: Map<string, number>;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tenure-kinds-'));
  log = await SqliteEventLog.open(join(directory, 'log.db'));
  store = SqliteReadStore.openForWriting(join(directory, 'views.db'));
  revisions = new Map();
});
afterEach(async () => {
  await log.close();
  await store.close();
  rmSync(directory, { recursive: true });
});

async function say(stream: string, ...words: string[]): Promise<void> {
  for (const word of words) {
    const revision = revisions.get(stream) ?? -1;
    const metadata = { commandId: `${stream}-${revision}`, index: 0, payloadHash: '', actor: 'spec' };
    const events = [{ type: 'Said', version: 1, occurredAt: 1, data: { word }, metadata }];
    await log.append({ stream, expected: revision === -1 ? 'no-stream' : revision, events });
    revisions.set(stream, revision + 1);
  }
}

/** The same id in two kinds, and streams of a third kind. */
async function sayAll(): Promise<void> {
  await say('customer-1', 'a');
  await say('product-1', 'p', 'q');
  await say('shelf-1', 'nobody reads it');
  await say('customer-2', 'b');
  await say('product-3', 'r');
}

const expected = {
  customers: { 1: ['a'], 2: ['b'], sums: { 'words|1': 2 } },
  products: { 1: ['p', 'q'], 3: ['r'], sums: { 'words|1': 1, 'words|2': 1 } },
};

async function found() {
  const snapshot = await store.snapshot();
  try {
    const of = async (name: string) => {
      const view = (await snapshot.view(name))!;
      const documents = (await snapshot.page(view, { after: null, limit: 99 })).map(({ key, body }) => [key, JSON.parse(body)]);
      return { ...Object.fromEntries(documents), sums: Object.fromEntries(await snapshot.sums(view, '')) };
    };
    return { customers: await of('customers'), products: await of('products') };
  } finally {
    snapshot.close();
  }
}

async function caughtUp(projections: readonly (typeof customers)[] = both, on = store): Promise<Projector> {
  const projector = await Projector.open(projections, new LogTail(log), log, on);
  while (await projector.step(2));
  return projector;
}

describe('a view', () => {
  it('that follows the log takes the events of its kind, whatever else has the same id', async () => {
    const projector = await caughtUp();
    await sayAll();
    while (await projector.step(2));
    expect(await found()).toEqual(expected);
    expect(projector.status().map(({ position }) => position)).toEqual(Array(2).fill((await log.head())!.position));
  });

  it('of a kind of which a page has no event moves in the commit of the others: a page is one commit for each kind that it has', async () => {
    const projector = await caughtUp();
    const commits = jest.spyOn(store, 'commit');
    const commitsOf = async (...streams: readonly string[]) => {
      for (const stream of streams) await say(stream, 'a');
      commits.mockClear();
      while (await projector.step(100));
      expect(new Set(projector.status().map(({ position }) => position))).toEqual(new Set([(await log.head())!.position]));
      return commits.mock.calls.length;
    };
    expect(await commitsOf('customer-1', 'customer-2')).toBe(1);
    expect(await commitsOf('product-1')).toBe(1);
    expect(await commitsOf('shelf-1')).toBe(1);
    expect(await commitsOf('product-1', 'customer-1', 'shelf-1')).toBe(2);
  });

  it('is not held up by what the store refuses of another kind', async () => {
    const { commit } = store;
    jest.spyOn(store, 'commit').mockImplementation(async (changes) => {
      for (const [view, { documents }] of changes) if (view.projection === 'products' && documents.length > 0) throw new Error('no product is taken');
      return commit.call(store, changes);
    });
    const projector = await caughtUp();
    await say('product-1', 'p');
    await say('product-3', 'r');
    for (let tries = 0; tries < 3; tries++) await expect(projector.step(100)).rejects.toThrow('no product is taken');
    expect(projector.status().map(({ position }) => position)).toEqual([(await log.head())!.position, null]);
  });

  it('that is built has the same, and a check finds it so', async () => {
    await sayAll();
    await caughtUp();
    expect(await found()).toEqual(expected);
    const scratch = SqliteReadStore.openForWriting(join(directory, 'scratch.db'));
    const snapshot = await store.snapshot();
    const reads = jest.spyOn(log, 'readStreams');
    expect(await checkRebuild(both, snapshot, log, scratch)).toMatchObject({ identical: true, events: 5 });
    // All kinds in one read: some logs are read from their beginning for it.
    expect(reads).toHaveBeenCalledTimes(1);
    snapshot.close();
    await scratch.close();
  });

  it('parks what throws in it alone, and goes on from its own stream', async () => {
    const projector = await caughtUp();
    await say('customer-1', 'a', 'b', 'c');
    await say('product-1', 'p', 'parks', 'q');
    while (await projector.step(2));
    expect(projector.status().map(({ parked }) => parked)).toEqual([0, 1]);
    expect(await found()).toMatchObject({ customers: { 1: ['a', 'b', 'c'] }, products: { 1: ['p'] } });
    const mended = await Projector.open(
      both.map((each) => ({ ...each, evolve: (document: string[], { data }: RecordedEvent) => [...document, (data as { word: string }).word] })),
      new LogTail(log),
      log,
      store,
    );
    expect(await mended.retryParked('products', '1')).toBe(true);
    expect(await found()).toMatchObject({ customers: { 1: ['a', 'b', 'c'] }, products: { 1: ['p', 'parks', 'q'] } });
  });

  it.each(['built', 'live'])('that is %s parks the stream whose document the store refuses, not another of its id', async (how) => {
    const refusing = new Proxy(store, {
      get: (target, name) => {
        if (name === 'commit')
          return async (changes: Parameters<SqliteReadStore['commit']>[0]) => {
            for (const [view, { documents }] of changes)
              if (view.projection === 'products' && documents.some(({ key }) => key === '1')) throw new Error('no document of product 1 is taken');
            return target.commit(changes);
          };
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    if (how === 'built') await sayAll();
    const projector = await Projector.open(both, new LogTail(log), log, refusing);
    if (how === 'live') await sayAll();
    for (let tries = 0; tries < 3; tries++) {
      try {
        while (await projector.step(100));
      } catch {
        // The next step writes it again.
      }
    }
    expect(projector.status().map(({ parked }) => parked)).toEqual([0, 1]);
    const { customers: known, products: left } = await found();
    expect([known, left]).toEqual([expected.customers, { 3: ['r'], sums: { 'words|1': 1 } }]);
  });
});
