import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { NOTHING_PUBLISHED } from '@tenure/event-feed';
import { MemoryRelayState, newLease, type SharedLease } from '@tenure/event-feed/kafka';
import type { RecordedEvent } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { Fenced, type ReadStore } from '@tenure/read-store';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import pino from 'pino';
import { PARKED_RETRY_REQUESTED, projectionStream } from '../discards.js';
import type { Projection } from '../projection.js';
import { LogFollower, type LogFollowerParts } from './log-follower.js';

const words: Projection<string[]> = {
  name: 'words',
  version: 1,
  of: { name: 'product', prefix: 'product-' },
  reads: ['Said'],
  initial: () => [],
  evolve(document, { data }) {
    if ((data as { word: string }).word === throwsAt) throw new Error('not to be folded');
    return [...document, (data as { word: string }).word];
  },
  contributions: (document) => [['words', document.length]],
};
let throwsAt: string | null;
/** How far the relay has come; null: to the end. */
let published: string | null;

let folder: string;
let log: SqliteEventLog;
let store: SqliteReadStore;
let lease: SharedLease;
let writer: number;
let halt: string | null;
/** The document that the store refuses. */
let refused: string | null;
let followers: LogFollower[];
const revisions = new Map<string, number>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-log-follower-'));
  log = await SqliteEventLog.open(join(folder, 'log.db'));
  store = SqliteReadStore.openForWriting(join(folder, 'views.db'));
  await store.makeLive(await store.createView('words', 1));
  lease = newLease();
  writer = 0;
  halt = null;
  refused = null;
  throwsAt = null;
  published = null;
  followers = [];
  revisions.clear();
});
afterEach(async () => {
  for (const follower of followers) await follower.stop();
  await store.close();
  await log.close();
  rmSync(folder, { recursive: true });
});

async function say(stream: string, word: string, type = 'Said'): Promise<void> {
  const revision = revisions.get(stream) ?? -1;
  const metadata = { commandId: `${stream}-${revision}`, index: 0, payloadHash: '', actor: 'spec' };
  const events = [{ type, version: 1, occurredAt: 1, data: { word, customerId: word }, metadata }];
  await log.append({ stream, expected: revision === -1 ? 'no-stream' : revision, events });
  revisions.set(stream, revision + 1);
}

/** As MongoDB does: a later writer fences the one before. */
async function undivided(): Promise<ReadStore> {
  const own = ++writer;
  return new Proxy<ReadStore>(store, {
    get(target, name) {
      if (name === 'commit')
        return async (changes: Parameters<ReadStore['commit']>[0]) => {
          if (own !== writer) throw new Fenced(3, own, writer);
          if ([...changes.values()].some(({ documents }) => documents.some(({ body }) => refused !== null && body.includes(refused)))) {
            throw new Error('The document is too large.');
          }
          return target.commit(changes);
        };
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function follow(holder: string, given: Partial<LogFollowerParts> = {}): LogFollower {
  const follower = new LogFollower({
    projections: [words],
    log,
    store: { undivided },
    relay: {
      read: async () => ({ checkpoint: { ...NOTHING_PUBLISHED, position: published ?? (await log.head())?.position ?? null }, epoch: 1, holder: null }),
    },
    lease: new MemoryRelayState(lease),
    holder,
    settle: async () => halt,
    logger: pino({ enabled: false }),
    leaseMs: 300,
    ...given,
  });
  followers.push(follower);
  follower.start();
  return follower;
}

async function found() {
  const snapshot = await store.snapshot();
  try {
    const view = (await snapshot.view('words'))!;
    const documents = (await snapshot.page(view, { after: null, limit: 99 })).map(({ key, body }) => [key, JSON.parse(body)]);
    const checkpoint = await snapshot.checkpoint(view);
    return { ...Object.fromEntries(documents), sum: (await snapshot.sums(view, ''))[0]?.[1], atHead: checkpoint?.position === (await log.head())?.position };
  } finally {
    snapshot.close();
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 8_000; !(await isSo()); await delay(10)) if (Date.now() > deadline) throw new Error('It never came about.');
}
const untilAtHead = () => until(async () => (await found()).atHead);

describe('the follower of the log', () => {
  it('keeps the views of a kind that no topic brings, and is at the head whatever is recorded', async () => {
    await say('customer-1', 'nobody reads it');
    await say('product-1', 'a');
    await say('product-1', 'b', 'Whispered');
    const follower = follow('one');
    await untilAtHead();
    expect(await found()).toEqual({ 1: ['a'], sum: 1, atHead: true });
    await say('product-2', 'c');
    await say('customer-2', 'nobody reads it');
    await untilAtHead();
    expect(await found()).toEqual({ 1: ['a'], 2: ['c'], sum: 2, atHead: true });
    expect(follower.holds).toBe(true);
    expect(follower.position).toBe((await log.head())!.position);
  });

  it('folds nothing that is not published: nobody would miss it, were the log restored to an earlier state', async () => {
    await say('product-1', 'a');
    published = (await log.head())!.position;
    await say('product-1', 'b');
    const follower = follow('one');
    await until(() => follower.position === published);
    await delay(200);
    expect([follower.position, await found()]).toMatchObject([published, { 1: ['a'], sum: 1, atHead: false }]);
    published = null;
    await untilAtHead();
    expect(await found()).toMatchObject({ 1: ['a', 'b'], sum: 2 });
  });

  it('is one of several; when that one ends another one goes on', async () => {
    const one = follow('one');
    await until(() => one.holds);
    const two = follow('two');
    await say('product-1', 'a');
    await untilAtHead();
    expect([one.holds, two.holds]).toEqual([true, false]);
    await one.stop();
    await until(() => two.holds);
    await say('product-1', 'b');
    await untilAtHead();
    expect(await found()).toMatchObject({ 1: ['a', 'b'], sum: 2 });
  });

  it('takes over from one that shows no sign of life, whose late writes have no effect', async () => {
    const shared = new MemoryRelayState(lease);
    let silent = false;
    const renew = (epoch: number) => (silent ? Promise.reject(new Error('no answer')) : shared.renew(epoch));
    const acquire = (holder: string, ttlMs: number) => (silent ? Promise.reject(new Error('no answer')) : shared.acquire(holder, ttlMs));
    let frozen: Promise<void> | null = null;
    let thaw = () => {};
    const slowLog = {
      readStream: log.readStream.bind(log),
      readAll: async (options: { after: string | null; limit: number }) => {
        const page = await log.readAll(options);
        await frozen;
        return page;
      },
    };
    const one = follow('one', { log: slowLog, lease: { acquire, renew, release: (epoch) => shared.release(epoch) } });
    await say('product-1', 'a');
    await untilAtHead();
    silent = true;
    frozen = new Promise((resolve) => {
      thaw = resolve;
    });
    await say('product-1', 'b');
    const two = follow('two');
    await untilAtHead();
    expect(two.holds).toBe(true);
    await say('product-1', 'c');
    await untilAtHead();
    thaw();
    await until(() => !one.holds);
    expect(await found()).toMatchObject({ 1: ['a', 'b', 'c'], sum: 3, atHead: true });
  });

  it('gives the lease to another when it stands still, whether something fails or hangs, and says so', async () => {
    let trouble: () => Promise<void> = async () => {};
    const readAll = async (options: { after: string | null; limit: number }) => {
      await trouble();
      return log.readAll(options);
    };
    const readStream = log.readStream.bind(log);
    await say('product-1', 'a');
    for (const [word, strike] of Object.entries({ fails: () => Promise.reject(new Error('no answer')), hangs: () => new Promise<void>(() => {}) })) {
      trouble = async () => {};
      const one = follow(`one-${word}`, { log: { readStream, readAll }, stallAfterMs: 400 });
      await until(() => one.holds);
      await until(() => one.lagMs === 0 && one.failure === null);
      const two = follow(`two-${word}`);
      await delay(600);
      expect([one.holds, two.holds]).toEqual([true, false]);
      trouble = strike;
      await say(`product-${word}`, word);
      await until(() => (one.lagMs ?? 0) > 0);
      await until(() => /have not moved for .* another projector may take them over/.test(one.failure ?? ''));
      await untilAtHead();
      expect([one.holds, two.holds]).toEqual([false, true]);
      await until(() => one.failure === null);
      await one.stop();
      await two.stop();
    }
    expect(await found()).toMatchObject({ fails: ['fails'], hangs: ['hangs'], sum: 3 });
  }, 20_000);

  it('takes up what is decided about what is parked', async () => {
    throwsAt = 'b';
    const follower = follow('one');
    for (const word of ['a', 'b', 'c']) await say('product-1', word);
    await untilAtHead();
    expect([await found(), follower.parked]).toMatchObject([{ 1: ['a'], sum: 1 }, 1]);
    throwsAt = null;
    await say(projectionStream('words'), '1', PARKED_RETRY_REQUESTED);
    await until(() => follower.parked === 0);
    expect(await found()).toMatchObject({ 1: ['a', 'b', 'c'], sum: 3 });
  });

  it('parks what the store does not take, and goes on with all others', async () => {
    refused = 'b';
    const follower = follow('one');
    await say('product-1', 'a');
    await untilAtHead();
    await say('product-1', 'b');
    await say('product-2', 'c');
    await until(() => follower.failure === 'The document is too large.');
    await untilAtHead();
    expect([await found(), follower.parked]).toMatchObject([{ 1: ['a'], 2: ['c'], sum: 2 }, 1]);
    await until(() => follower.failure === null);
  });

  it('builds a new one beside that which readers see, which goes on meanwhile', async () => {
    for (let n = 0; n < 30; n++) await say('product-1', `${n}`);
    const follower = follow('one');
    await untilAtHead();
    const next = await store.createView('words', 1);
    await until(() => follower.building);
    await say('product-2', 'a');
    await untilAtHead();
    await until(async () => {
      const snapshot = await store.snapshot();
      const checkpoint = await snapshot.checkpoint(next);
      snapshot.close();
      return checkpoint?.position === (await log.head())!.position;
    });
    const before = await found();
    await store.makeLive(next);
    await until(() => !follower.building);
    expect(await found()).toEqual(before);
  });

  it('folds nothing while views are not of the log, and says why', async () => {
    halt = 'the views are of another log';
    const follower = follow('one');
    await say('product-1', 'a');
    await until(() => follower.failure === halt);
    expect(await found()).toEqual({ sum: undefined, atHead: false });
  });

  it('tries again what fails, and says so meanwhile', async () => {
    let fails = true;
    const readAll = (options: { after: string | null; limit: number }): Promise<RecordedEvent[]> =>
      fails ? Promise.reject(new Error('no answer')) : log.readAll(options);
    const follower = follow('one', { log: { readStream: log.readStream.bind(log), readAll } });
    await say('product-1', 'a');
    await until(() => follower.failure === 'no answer');
    fails = false;
    await untilAtHead();
    await until(() => follower.failure === null);
    expect(await found()).toMatchObject({ 1: ['a'], sum: 1 });
  });
});
