import { Fenced } from '../errors.js';
import type { View } from '../read-store.js';
import { MongoReadStore } from './mongo-read-store.js';
import { FaultyLink } from './testing/faulty-link.js';
import { FIRST_START_MS, ferretDb, mongoJavaServer, type RunningServer } from './testing/servers.js';
import { oneMore, standing } from './testing/tally.js';

describe.each([mongoJavaServer, ferretDb])('two writers of a partition on $name', ({ start, bulks }) => {
  let running: RunningServer;
  let databases = 0;
  let options: Parameters<typeof MongoReadStore.open>[0];
  const opened: Array<{ close(): Promise<void> }> = [];
  const open = async (url = running.server.url) => {
    const store = await MongoReadStore.open({ ...options, url });
    opened.push(store);
    return store;
  };
  beforeAll(async () => {
    running = await start();
  }, FIRST_START_MS);
  beforeEach(() => {
    options = { url: '', database: `fencing-${databases++}`, partitions: 1, ...bulks, bulkSize: 2 };
  });
  afterEach(async () => {
    for (const each of opened.splice(0).reverse()) await each.close();
  });
  afterAll(() => running.dispose());

  const whole = async (store: MongoReadStore, view: View) => {
    const { sums, recomputed, events, position } = await standing(store, view);
    expect(sums).toEqual(recomputed);
    return { events, position };
  };

  it('leave the partition to the one that took it last', async () => {
    const store = await open();
    const view = await store.makeLive(await store.createView('tally', 1));
    const old = await store.partition(0);
    await old.commit(await oneMore(old, view, ['a'], { position: '1', recordedAt: 1 }));
    const prepared = await oneMore(old, view, ['a', 'b'], { position: '2', recordedAt: 2 });
    const next = await (await open()).partition(0);
    await expect(old.commit(prepared)).rejects.toThrow(Fenced);
    await expect(old.load(view, ['a'])).rejects.toThrow(/another writer now \(epoch 2; ours was 1\)/);
    expect(await whole(store, view)).toEqual({ events: { a: 1 }, position: '1' });
    await next.commit(await oneMore(next, view, ['b'], { position: '2', recordedAt: 2 }));
    expect(await whole(store, view)).toEqual({ events: { a: 1, b: 1 }, position: '2' });
  });

  it('come to no harm when the old one wakes in the middle of a commit and writes on', async () => {
    let at = 1;
    for (; ; at++) {
      options = { ...options, database: `fencing-${databases++}` };
      const link = await FaultyLink.to(running.server.url);
      opened.push(link);
      const direct = await open();
      const view = await direct.makeLive(await direct.createView('tally', 1));
      const old = await (await open(link.url)).partition(0);
      await old.commit(await oneMore(old, view, ['a', 'b', 'c'], { position: '1', recordedAt: 1 }));
      const prepared = await oneMore(old, view, ['a', 'b', 'd'], { position: '2', recordedAt: 2 });
      const held = link.held();
      link.arm('request held', at);
      const waking = old.commit(prepared).then(
        () => null,
        (error) => error,
      );
      const asleep = await Promise.race([held.then(() => true), waking.then(() => false)]);
      if (!asleep) break;

      const next = await direct.partition(0);
      const taken = (await whole(direct, view)).position;
      if (taken === '1') await next.commit(await oneMore(next, view, ['a', 'b', 'd'], { position: '2', recordedAt: 2 }));
      await next.commit(await oneMore(next, view, ['a', 'd'], { position: '3', recordedAt: 3 }));
      const stands = { events: { a: 3, b: 2, c: 1, d: 2 }, position: '3' };
      expect(await whole(direct, view)).toEqual(stands);

      link.letGo();
      expect(await waking).toBeInstanceOf(Fenced);
      expect(await whole(direct, view)).toEqual(stands);
    }
    expect(at).toBeGreaterThan(6);
  });
});
