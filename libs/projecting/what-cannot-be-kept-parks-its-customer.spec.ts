import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogTail } from '@tenure/event-feed';
import { type EventLogReader, type RecordedEvent, streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { type ReadStore, ReadStoreUnavailable, type View, type ViewChanges } from '@tenure/read-store';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import { customerCursor } from './customer-cursor.js';
import { PartitionProjector } from './partition-projector.js';
import { customerStreams } from './projected-kind.js';
import type { Projection } from './projection.js';
import { Projector } from './projector.js';

type Document = { values: unknown[] };

/** Keeps what events say, whatever it is, and adds up the numbers. */
const keeper = (name: string): Projection<Document> => ({
  name,
  version: 1,
  of: customerStreams,
  reads: 'all',
  initial: () => ({ values: [] }),
  evolve(document, { data }) {
    const { value } = data as { value: string };
    document.values.push(makes[value] ? makes[value]() : value);
    return document;
  },
  contributions({ values }) {
    if (values.includes('no contributions')) throw new Error('there are none');
    return [
      ['customers', 1],
      ['half', values.includes('a half') ? 0.5 : 0],
    ];
  },
});

const makes: Record<string, () => unknown> = {
  'not a number': () => Number.NaN,
  'no end': () => Infinity,
  'too large': () => 2 ** 53,
  nothing: () => undefined,
  'a long text': () => 'x'.repeat(6_000_000),
};

/** A store that refuses some documents, for reasons of its own. */
class Choosy {
  commits = 0;
  constructor(
    readonly inner: ReadStore,
    private readonly fail: (changes: ReadonlyMap<View, ViewChanges>) => Error | null,
  ) {}
  get store(): ReadStore {
    return new Proxy(this.inner, {
      get: (inner, name) => {
        if (name === 'commit') return (changes: ReadonlyMap<View, ViewChanges>) => this.#commit(changes);
        const value = Reflect.get(inner, name);
        return typeof value === 'function' ? value.bind(inner) : value;
      },
    });
  }
  async #commit(changes: ReadonlyMap<View, ViewChanges>): Promise<void> {
    this.commits += 1;
    const error = this.fail(changes);
    if (error) throw error;
    await this.inner.commit(changes);
  }
}

const holds = (changes: ReadonlyMap<View, ViewChanges>, text: string, projection?: string): boolean =>
  [...changes].some(([view, { documents }]) => (projection ?? view.projection) === view.projection && documents.some(({ body }) => body.includes(text)));

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

async function say(customer: string, value: string, type = 'Said'): Promise<void> {
  const revision = revisions.get(customer);
  const metadata = { commandId: `${customer}-${revision}`, index: 0, payloadHash: '', actor: 'spec' };
  await log.append({
    stream: streamOf(customer),
    expected: revision ?? 'no-stream',
    events: [{ type, version: 1, occurredAt: 1, data: { value }, metadata }],
  });
  revisions.set(customer, (revision ?? -1) + 1);
}

const open = (projections: Projection[], on: ReadStore = store) => Projector.open(projections, new LogTail(log), log, on, () => 5);

async function catchUp(projector: Projector): Promise<string[]> {
  const failures: string[] = [];
  for (;;) {
    try {
      if (!(await projector.step(100))) return failures;
    } catch (error) {
      failures.push((error as Error).message);
      if (failures.length > 5) return failures;
    }
  }
}

async function parkedAndCounted(projection: string): Promise<{ parked: object[]; customers: number; sum: number | undefined }> {
  const snapshot = await store.snapshot();
  const view = (await snapshot.view(projection))!;
  const found = {
    parked: (await snapshot.parked(view)).map(({ key, revision, reason }) => ({ key, revision, reason })),
    customers: await snapshot.count(view),
    sum: new Map(await snapshot.sums(view, '')).get('customers'),
  };
  snapshot.close();
  return found;
}

describe.each(['following the log', 'building anew'])('%s, a customer whose fold cannot be written', (way) => {
  it.each([
    ['not a number', 'NaN at /values/1'],
    ['no end', 'Infinity at /values/1'],
    ['too large', '9007199254740992 at /values/1'],
    ['nothing', 'undefined at /values/1'],
    ['no contributions', 'the contributions of keeper fail: there are none'],
    ['a half', 'adds 0.5 to its sum half'],
    ['a long text', 'more than the 5000000 that every store takes'],
  ])('(%s) is parked at that event with what is wrong, and all others go on', async (value, reason) => {
    const tell = async () => {
      for (const each of ['fine', value, 'later']) await say('b', each);
      for (const customer of ['a', 'c']) await say(customer, 'fine');
    };
    const follows = way === 'following the log' ? await open([keeper('keeper') as Projection]) : null;
    await tell();
    expect(await catchUp(follows ?? (await open([keeper('keeper') as Projection])))).toEqual([]);
    const { parked, ...counted } = await parkedAndCounted('keeper');
    expect(parked).toEqual([{ key: 'b', revision: 1, reason: expect.stringContaining(reason) }]);
    expect((parked[0] as { reason: string }).reason).toMatch(/keeper/);
    expect((parked[0] as { reason: string }).reason).toMatch(/Said \(revision 1\)/);
    expect(counted).toEqual({ customers: 3, sum: 3 });
  });

  it('is found when the store fails twice alike, and parked in the view that the store does not take', async () => {
    const choosy = new Choosy(store, (changes) => (holds(changes, 'bad', 'second') ? new Error('cannot store that') : null));
    const both = [keeper('first'), keeper('second')] as Projection[];
    const follows = way === 'following the log' ? await open(both, choosy.store) : null;
    for (let n = 0; n < 20; n++) await say(`c${n}`, 'fine');
    for (const value of ['fine', 'bad', 'later']) await say('c7', value);
    expect(await catchUp(follows ?? (await open(both, choosy.store)))).toEqual(['cannot store that']);
    expect(await parkedAndCounted('first')).toEqual({ parked: [], customers: 20, sum: 20 });
    const { parked, ...second } = await parkedAndCounted('second');
    expect(parked).toEqual([expect.objectContaining({ key: 'c7', reason: expect.stringMatching(/store does not take what second.*cannot store that/) })]);
    expect(second.customers).toBe(second.sum);
    expect(choosy.commits).toBeLessThan(40);
  });

  it('is parked beside others, in each view that does not take it, though the store goes away in between', async () => {
    let writes = 0;
    const choosy = new Choosy(store, (changes) => {
      if (holds(changes, 'bad')) return new Error('cannot store that');
      if (holds(changes, 'worse', 'second')) return new Error('cannot store that either');
      writes += 1;
      return [3, 8, 14].includes(writes) ? new ReadStoreUnavailable('no answer') : null;
    });
    const both = [keeper('first'), keeper('second')] as Projection[];
    const follows = way === 'following the log' ? await open(both, choosy.store) : null;
    for (let n = 0; n < 9; n++) await say(`c${n}`, ['c2', 'c5'].includes(`c${n}`) ? 'bad' : n === 7 ? 'worse' : 'fine');
    const projector = follows ?? (await open(both, choosy.store));
    for (let tries = 0; tries < 12; tries += 1) await projector.step(100).catch(() => undefined);
    const parked = async (name: string) => (await parkedAndCounted(name)).parked.map((each) => (each as { key: string }).key);
    expect([await parked('first'), await parked('second')]).toEqual([
      ['c2', 'c5'],
      ['c2', 'c5', 'c7'],
    ]);
    expect(await parkedAndCounted('first')).toMatchObject({ customers: 7, sum: 7 });
    expect(await parkedAndCounted('second')).toMatchObject({ customers: 6, sum: 6 });
  });

  it.each([
    ['a full disk', () => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })],
    ['a server that is away', () => new ReadStoreUnavailable('no answer')],
    ['a file that cannot be written', () => Object.assign(new Error('EIO'), { syscall: 'write' })],
    ['a store that takes nothing from anybody', () => new Error('broken')],
  ])('is never made out of %s: that is tried again until it goes', async (_, failure) => {
    let left = 4;
    const choosy = new Choosy(store, (changes) => ([...changes.values()].some(({ documents }) => documents.length > 0) && left > 0 ? failure() : null));
    const follows = way === 'following the log' ? await open([keeper('keeper') as Projection], choosy.store) : null;
    for (const customer of ['a', 'b', 'c']) await say(customer, 'fine');
    const projector = follows ?? (await open([keeper('keeper') as Projection], choosy.store));
    for (; left > 0; left -= 1) await expect(projector.step(100)).rejects.toThrow(failure().message);
    expect(await catchUp(projector)).toEqual([]);
    expect(await parkedAndCounted('keeper')).toEqual({ parked: [], customers: 3, sum: 3 });
  });
});

it('a log that cannot be read, where the feed has left something out, parks nobody', async () => {
  for (const value of ['fine', 'fine']) await say('a', value);
  await say('b', 'fine');
  const silent = {
    ...log,
    readAll: log.readAll.bind(log),
    readStream: async (stream: string) => (stream === streamOf('a') ? Promise.reject(new Error('no answer')) : []),
  };
  for (const name of [customerCursor.name, 'keeper']) await store.makeLive(await store.createView(name, 1));
  const partition = await PartitionProjector.open([keeper('keeper') as Projection], () => true, silent, store);
  const events = (await log.readAll({ after: null, limit: 10 })).slice(1);
  for (let n = 0; n < 4; n++) await expect(partition.apply(events)).rejects.toThrow('no answer');
  expect((await parkedAndCounted('keeper')).parked).toEqual([]);
});

it('a customer whom the store does not take stays parked when retried, and goes on once it is taken', async () => {
  let refuses = true;
  const choosy = new Choosy(store, (changes) => (refuses && holds(changes, 'bad') ? new Error('cannot store that') : null));
  const projector = await open([keeper('keeper') as Projection], choosy.store);
  for (const value of ['fine', 'bad', 'later']) await say('a', value);
  await say('b', 'fine');
  await catchUp(projector);
  expect(await projector.retryParked('keeper', 'a')).toBe(false);
  expect((await parkedAndCounted('keeper')).parked).toHaveLength(1);
  refuses = false;
  expect(await projector.retryParked('keeper', 'a')).toBe(true);
  expect(await parkedAndCounted('keeper')).toEqual({ parked: [], customers: 2, sum: 2 });
});

it('the cursor of a partition moves when all of a batch has been written, and in none of the writes in which it is taken apart', async () => {
  const counted: number[] = [];
  const choosy = new Choosy(store, (changes) => {
    for (const [{ projection }, { documents, checkpoint }] of changes) {
      if (projection === customerCursor.name && documents.length > 0) counted.push(checkpoint ? documents.length : -1);
    }
    return holds(changes, 'bad') ? new Error('cannot store that') : null;
  });
  for (const name of [customerCursor.name, 'keeper']) await store.makeLive(await store.createView(name, 1));
  const partition = await PartitionProjector.open([keeper('keeper') as Projection], () => true, log, choosy.store);
  for (const value of ['fine', 'bad']) await say(value, value);
  const events = await log.readAll({ after: null, limit: 10 });
  await expect(partition.apply(events)).rejects.toThrow('cannot store that');
  await partition.apply(events);
  // In the two refused writes of the whole batch, and in the one that succeeds.
  expect(counted).toEqual([2, 2, 2]);
});

it('holds for a partition that a feed moves', async () => {
  const choosy = new Choosy(store, (changes) => (holds(changes, 'bad') ? new Error('cannot store that') : null));
  for (const name of [customerCursor.name, 'keeper']) await store.makeLive(await store.createView(name, 1));
  const partition = await PartitionProjector.open([keeper('keeper') as Projection], () => true, log, choosy.store);
  for (const [customer, value] of [
    ['a', 'fine'],
    ['b', 'bad'],
    ['c', 'not a number'],
    ['d', 'fine'],
  ] as const)
    await say(customer, value);
  const events = await log.readAll({ after: null, limit: 10 });
  await expect(partition.apply(events)).rejects.toThrow('cannot store that');
  await partition.apply(events);
  const { parked, customers, sum } = await parkedAndCounted('keeper');
  expect([parked.map((each) => (each as { key: string }).key), customers, sum]).toEqual([['b', 'c'], 2, 2]);
  expect(partition.checkpoint?.position).toBe(events.at(-1)!.position);
});

describe('by a build that the cursor goes with', () => {
  function asChanged({ stream, revision, type, version, occurredAt, recordedAt, position, metadata, checksum, personal }: RecordedEvent): RecordedEvent {
    return { stream, revision, type, version, occurredAt, recordedAt, position, metadata, checksum, personal, data: { value: 'was changed' } };
  }

  const damagedAt = (customer: string, revision: number) => {
    const changed = (event: RecordedEvent) => (event.stream === streamOf(customer) && event.revision === revision ? asChanged(event) : event);
    return {
      id: () => log.id(),
      readAll: async (options: Parameters<EventLogReader['readAll']>[0]) => (await log.readAll(options)).map(changed),
      readStream: async (stream: string, options?: Parameters<EventLogReader['readStream']>[1]) => (await log.readStream(stream, options)).map(changed),
    } as unknown as EventLogReader;
  };

  async function built(reader: EventLogReader, projections: Projection[]) {
    const choosy = new Choosy(store, (changes) => (holds(changes, 'bad', 'second') ? new Error('cannot store that') : null));
    for (const name of [customerCursor.name, 'first', 'second']) await store.createView(name, 1);
    const partition = await PartitionProjector.open(projections, () => true, reader, choosy.store);
    await expect(partition.build(100)).rejects.toThrow('cannot store that');
    while (await partition.build(100));
    for (const view of await store.views()) await store.makeLive(view);
    const snapshot = await store.snapshot();
    const found: Record<string, unknown> = {};
    for (const name of ['first', 'second']) {
      const view = (await snapshot.view(name))!;
      const document = await snapshot.get(view, 'a');
      const parked = (await snapshot.parked(view)).map(({ key, revision, reason }) => [key, revision, reason]);
      found[name] = { document: document && [document.revision, JSON.parse(document.body).values], parked, at: (await snapshot.checkpoint(view))?.position };
    }
    snapshot.close();
    return found;
  }

  it('the views that take the customer hold all of it, and the one that does not is parked at that event', async () => {
    for (const value of ['one', 'two', 'bad', 'four']) await say('a', value);
    await say('b', 'fine');
    const { position: at } = (await log.head())!;
    expect(await built(log, [keeper('first'), keeper('second')] as Projection[])).toEqual({
      first: { document: [3, ['one', 'two', 'bad', 'four']], parked: [], at },
      second: { document: [1, ['one', 'two']], parked: [['a', 2, expect.stringContaining('cannot store that')]], at },
    });
  });

  it('a damaged event behind it still parks the customer in the views that go on, also where they do not read it', async () => {
    for (const value of ['one', 'bad']) await say('a', value);
    await say('a', 'unread', 'Whispered');
    await say('a', 'four');
    await say('b', 'fine');
    const { position: at } = (await log.head())!;
    const readsSaid = (projection: Projection<Document>) => ({ ...projection, reads: ['Said'] });
    expect(await built(damagedAt('a', 2), [readsSaid(keeper('first')), readsSaid(keeper('second'))] as Projection[])).toEqual({
      first: { document: [1, ['one', 'bad']], parked: [['a', 2, expect.stringContaining('its checksum does not match')]], at },
      second: { document: [0, ['one']], parked: [['a', 1, expect.stringContaining('cannot store that')]], at },
    });
  });
});
