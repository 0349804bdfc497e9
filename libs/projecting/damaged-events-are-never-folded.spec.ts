import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogTail } from '@tenure/event-feed';
import { type EventLogReader, type RecordedEvent, streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import type { ReadStore } from '@tenure/read-store';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import { customerCursor } from './customer-cursor.js';
import { projectionStream } from './discards.js';
import { PartitionProjector } from './partition-projector.js';
import { customerStreams } from './projected-kind.js';
import type { Projection } from './projection.js';
import { Projector } from './projector.js';

const keeper: Projection<string[]> = {
  name: 'keeper',
  version: 1,
  of: customerStreams,
  reads: 'all',
  initial: () => [],
  evolve: (document, { data }) => [...document, (data as { value: string }).value],
  contributions: () => [['customers', 1]],
};

let directory: string;
let log: SqliteEventLog;
let store: SqliteReadStore;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tenure-projecting-'));
  log = await SqliteEventLog.open(join(directory, 'log.db'));
  store = SqliteReadStore.openForWriting(join(directory, 'views.db'));
  for (const [customer, value, revision] of [
    ['a', 'fine', 0],
    ['b', 'fine', 0],
    ['b', 'was recorded', 1],
    ['b', 'later', 2],
  ] as const) {
    const metadata = { commandId: `${customer}-${revision}`, index: 0, of: 1, payloadHash: '', actor: 'spec' };
    const expected = revision === 0 ? ('no-stream' as const) : revision - 1;
    await log.append({ stream: streamOf(customer), expected, events: [{ type: 'Said', version: 1, occurredAt: 1, data: { value }, metadata }] });
  }
});
afterEach(async () => {
  await log.close();
  await store.close();
  rmSync(directory, { recursive: true });
});

function asChanged(event: RecordedEvent): RecordedEvent {
  const { stream, revision, type, version, occurredAt, recordedAt, position, metadata, checksum, personal } = event;
  return { stream, revision, type, version, occurredAt, recordedAt, position, metadata, checksum, personal, data: { value: 'was changed' } };
}

/** The log as read after the second event of b was changed behind its back. */
function damaged(): EventLogReader {
  const changed = (event: RecordedEvent) => (event.stream === streamOf('b') && event.revision === 1 ? asChanged(event) : event);
  return {
    id: () => log.id(),
    head: () => log.head(),
    readAll: async (options: Parameters<EventLogReader['readAll']>[0]) => (await log.readAll(options)).map(changed),
    readStream: async (stream: string, options?: Parameters<EventLogReader['readStream']>[1]) => (await log.readStream(stream, options)).map(changed),
    async *readStreams(options: Parameters<EventLogReader['readStreams']>[0]) {
      for await (const events of log.readStreams(options)) yield events.map(changed);
    },
  } as unknown as EventLogReader;
}

async function built(on: ReadStore = store): Promise<Projector> {
  const projector = await Projector.open([keeper as Projection], new LogTail(log), damaged(), on);
  for (let tries = 0; tries < 10; tries += 1) await projector.step(100).catch(() => undefined);
  return projector;
}

async function found(): Promise<object> {
  const snapshot = await store.snapshot();
  const view = (await snapshot.view('keeper'))!;
  const parked = (await snapshot.parked(view)).map(({ key, revision, reason }) => [key, revision, reason]);
  const documents = Object.fromEntries((await snapshot.page(view, { after: null, limit: 9 })).map(({ key, body }) => [key, JSON.parse(body)]));
  snapshot.close();
  return { documents, parked };
}

const waits = { documents: { a: ['fine'], b: ['fine'] }, parked: [['b', 1, expect.stringContaining('its checksum does not match')]] };

it('by a build, also where a write is not taken as a whole and is taken apart', async () => {
  await built();
  expect(await found()).toEqual(waits);
  await store.dropView((await store.views())[0]!);
  let writes = 0;
  const choosy = new Proxy(store, {
    get(inner, name) {
      const value = Reflect.get(inner, name);
      if (name !== 'commit') return typeof value === 'function' ? value.bind(inner) : value;
      return (changes: Parameters<ReadStore['commit']>[0]) => {
        writes += 1;
        return writes <= 2 ? Promise.reject(new Error('cannot store that')) : inner.commit(changes);
      };
    },
  });
  await built(choosy);
  expect(writes).toBeGreaterThan(2);
  expect(await found()).toEqual(waits);
});

async function createViews(): Promise<void> {
  for (const name of [customerCursor.name, 'keeper']) await store.createView(name, 1);
}

async function makeLive(): Promise<void> {
  for (const view of await store.views()) await store.makeLive(view);
}

it('by the projector of a partition, which builds a view page by page', async () => {
  await createViews();
  const projector = await PartitionProjector.open([keeper as Projection], () => true, damaged(), store);
  while (await projector.build(2));
  await makeLive();
  expect(await found()).toEqual(waits);
});

it('by the projector of a partition, where it reads from the log what the feed has lost of a view that readers see', async () => {
  await createViews();
  await makeLive();
  const projector = await PartitionProjector.open([keeper as Projection], () => true, damaged(), store);
  projector.catchUpFromLog();
  while (await projector.build(2));
  expect(await found()).toEqual(waits);
});

it('by the projector of a partition as long as it builds: what the feed brings once the view has arrived is left to the scrub', async () => {
  await createViews();
  const projector = await PartitionProjector.open([keeper as Projection], () => true, damaged(), store);
  while (await projector.build(2));
  await makeLive();
  const metadata = { commandId: 'a-1', index: 0, of: 1, payloadHash: '', actor: 'spec' };
  await log.append({ stream: streamOf('a'), expected: 0, events: [{ type: 'Said', version: 1, occurredAt: 1, data: { value: 'recorded' }, metadata }] });
  const event = (await log.readStream(streamOf('a'), { from: 1 }))[0]!;
  await projector.apply([asChanged(event)]);
  expect(await found()).toEqual({ ...waits, documents: { a: ['fine', 'was changed'], b: ['fine'] } });
});

it('by a retry: the customer stays parked, for the same reason', async () => {
  const projector = await built();
  expect(await projector.retryParked('keeper', 'b')).toBe(false);
  expect(await found()).toEqual(waits);
});

it('but passed over once a person has decided to do without it, by a retry and by a build', async () => {
  const projector = await built();
  const metadata = { commandId: 'discard', index: 0, payloadHash: '', actor: 'spec' };
  const data = { customerId: 'b', revision: 1, reason: 'it is damaged' };
  await log.append({
    stream: projectionStream('keeper'),
    expected: 'no-stream',
    events: [{ type: 'ParkedEventDiscarded', version: 1, occurredAt: 0, data, metadata }],
  });
  expect(await projector.discarded('keeper', 'b')).toBe(true);
  const passedOver = { documents: { a: ['fine'], b: ['fine', 'later'] }, parked: [] };
  expect(await found()).toEqual(passedOver);
  await store.dropView((await store.views())[0]!);
  await built();
  expect(await found()).toEqual(passedOver);
});

describe('an event that is missing in the log, which no page shows that ends or begins there', () => {
  const lacking = () =>
    ({
      id: () => log.id(),
      readAll: async ({ after, limit }: Parameters<EventLogReader['readAll']>[0]) =>
        (await log.readAll({ after, limit: limit + 1 })).filter((event) => !isLost(event)).slice(0, limit),
      readStream: async (stream: string, options?: Parameters<EventLogReader['readStream']>[1]) =>
        (await log.readStream(stream, options)).filter((event) => !isLost(event)),
    }) as unknown as EventLogReader;
  const isLost = ({ stream, revision }: RecordedEvent) => stream === streamOf('b') && revision === 1;
  const missing = ['b', 1, expect.stringContaining('The event at revision 1 of stream "customer-b" is missing: revision 2')];

  async function say(customer: string, revision: number, type = 'Said'): Promise<void> {
    const metadata = { commandId: `${customer}-${revision}`, index: 0, of: 1, payloadHash: '', actor: 'spec' };
    const data = { value: `at ${revision}` };
    const expected = revision === 0 ? ('no-stream' as const) : revision - 1;
    await log.append({ stream: streamOf(customer), expected, events: [{ type, version: 1, occurredAt: 1, data, metadata }] });
  }

  /** Beside a cursor that follows the feed; with `restarts`, each page by another process. */
  async function rebuilt(reader: EventLogReader, projection: Projection, pageSize: number, restarts: boolean): Promise<object> {
    await createViews();
    await makeLive();
    const open = () => PartitionProjector.open([projection], () => true, reader, store);
    let partition = await open();
    await partition.apply(await log.readAll({ after: null, limit: 100 }));
    await store.createView('keeper', 1);
    await partition.refresh();
    for (let pages = 0; restarts && pages < 20; pages += 1) {
      await partition.build(pageSize);
      partition = await open();
    }
    while (await partition.build(pageSize));
    for (const view of await store.views()) if (!view.live) await store.makeLive(view);
    return found();
  }

  it.each([
    [1, false],
    [2, false],
    [100, false],
    [1, true],
    [2, true],
  ])('parks its customer in a view that is rebuilt beside the cursor, in pages of %i, restarted after each: %s', async (pageSize, restarts) => {
    expect(await rebuilt(lacking(), keeper as Projection, pageSize, restarts)).toEqual({ documents: { a: ['fine'], b: ['fine'] }, parked: [missing] });
  });

  it.each([false, true])('is none where the view does without events, restarted after each page: %s', async (restarts) => {
    for (const [revision, type] of ['Said', 'Whispered', 'Whispered', 'Said', 'Whispered', 'Said'].entries()) await say('c', revision, type);
    expect(await rebuilt(log, { ...keeper, reads: ['Said'] } as Projection, 1, restarts)).toEqual({
      documents: { a: ['fine'], b: ['fine', 'was recorded', 'later'], c: ['at 0', 'at 3', 'at 5'] },
      parked: [],
    });
  });

  it('does not hold up the view that has folded it, nor others once the log has it again', async () => {
    await rebuilt(lacking(), keeper as Projection, 1, false);
    await say('b', 3);
    await store.createView('keeper', 1);
    const partition = await PartitionProjector.open([keeper as Projection], () => true, log, store);
    partition.catchUpFromLog();
    while (await partition.build(1));
    expect(await found()).toEqual({ documents: { a: ['fine'], b: ['fine'] }, parked: [missing] });
    for (const view of await store.views()) if (!view.live) await store.makeLive(view);
    expect(await found()).toEqual({ documents: { a: ['fine'], b: ['fine', 'was recorded', 'later', 'at 3'] }, parked: [] });
  });
});
