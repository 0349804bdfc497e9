import { Fenced } from '../errors.js';
import type { View } from '../read-store.js';
import { MongoReadStore } from './mongo-read-store.js';
import { FIRST_START_MS, ferretDb, mongoJavaServer, type RunningServer } from './testing/servers.js';
import { oneMore, standing } from './testing/tally.js';

describe.each([mongoJavaServer, ferretDb])('three partitions on $name', ({ start, bulks, guardsHoldInARace }) => {
  let running: RunningServer;
  let databases = 0;
  let database: string;
  let store: MongoReadStore;
  let view: View;
  beforeAll(async () => {
    running = await start();
  }, FIRST_START_MS);
  beforeEach(async () => {
    database = `partitions-${databases++}`;
    store = await MongoReadStore.open({ url: running.server.url, database, partitions: 3, partitionOf, ...bulks });
    view = await store.makeLive(await store.createView('tally', 1));
  });
  afterEach(() => store.close());
  afterAll(() => running.dispose());

  const partitionOf = (customerId: string) => ['a', 'b', 'c'].indexOf(customerId) % 3;
  const writers = () => Promise.all([0, 1, 2].map((number) => store.partition(number)));

  it.each([{ cursor: 7 }, { undivided: true }] as const)('keep what a view was made with (%p), also for what is built in its place', async (traits) => {
    const made = await store.createView('beside', 1, 'log-1', traits);
    const found = async () => (await store.views()).filter(({ projection }) => projection === 'beside');
    expect(await found()).toEqual([{ projection: 'beside', version: 1, build: 1, live: false, logId: 'log-1', ...traits }]);
    expect(await found()).toEqual([made]);
    await store.setAside(made, 'a spec', { version: 1, logId: 'log-1' });
    expect(await found()).toEqual([{ ...made, build: 2 }]);
  });

  it('add up for the reader, and each sees its own', async () => {
    const [zero, one, two] = await writers();
    await zero!.commit(await oneMore(zero!, view, ['a', 'd'], { position: '5', recordedAt: 50 }));
    await one!.commit(await oneMore(one!, view, ['b'], { position: '3', recordedAt: 30 }));
    await two!.commit(await oneMore(two!, view, ['c'], { position: '4', recordedAt: 40 }));
    await two!.commit(await oneMore(two!, view, ['c'], { position: '6', recordedAt: 60 }));

    const all = await standing(store, view);
    expect(all).toEqual({ events: { a: 1, b: 1, c: 2, d: 1 }, sums: all.recomputed, recomputed: all.recomputed, position: '3' });
    expect(all.sums).toEqual({ customers: 4, events: 5, 'level|1': 3, 'level|2': 1 });
    const own = await standing(two!, view);
    expect(own).toEqual({ events: { c: 2 }, sums: own.recomputed, recomputed: own.recomputed, position: '6' });
    expect(await store.checkpoints(view)).toEqual([
      { position: '5', recordedAt: 50 },
      { position: '3', recordedAt: 30 },
      { position: '6', recordedAt: 60 },
    ]);
  });

  it('have no common checkpoint before each has one', async () => {
    const [zero, one] = await writers();
    await zero!.commit(await oneMore(zero!, view, ['a'], { position: '5', recordedAt: 50 }));
    await one!.commit(new Map([[view, { documents: [], sums: [], checkpoint: { position: '7', recordedAt: 70 } }]]));
    expect((await standing(store, view)).position).toBeNull();
    expect(await store.checkpoints(view)).toEqual([{ position: '5', recordedAt: 50 }, { position: '7', recordedAt: 70 }, null]);
  });

  it('stand where one of them does for whoever asks about a customer of it', async () => {
    const [zero, one] = await writers();
    await zero!.commit(await oneMore(zero!, view, ['a'], { position: '5', recordedAt: 50 }));
    await one!.commit(await oneMore(one!, view, ['b'], { position: '3', recordedAt: 30 }));
    const snapshot = await store.snapshot();
    expect(await snapshot.checkpoint(view, 'a')).toEqual({ position: '5', recordedAt: 50 });
    expect(await snapshot.checkpoint(view, 'b')).toEqual({ position: '3', recordedAt: 30 });
    expect(await snapshot.checkpoint(view, 'c')).toBeNull();
    expect(await snapshot.checkpoint(view)).toBeNull();
  });

  it('hold nothing of a view that is undivided: it stands where its one writer does', async () => {
    const whole = await store.makeLive(await store.createView('whole', 1, null, { undivided: true }));
    const [writer, zero] = [await store.undivided(), await store.partition(0)];
    await zero.commit(await oneMore(zero, view, ['a'], { position: '5', recordedAt: 50 }));
    expect(await store.checkpoints(whole)).toEqual([null]);
    await writer.commit(await oneMore(writer, whole, ['a', 'b', 'c'], { position: '9', recordedAt: 90 }));
    expect(await store.checkpoints(whole)).toEqual([{ position: '9', recordedAt: 90 }]);
    for (const look of [store, writer]) {
      const all = await standing(look, whole);
      expect(all).toEqual({ events: { a: 1, b: 1, c: 1 }, sums: all.recomputed, recomputed: all.recomputed, position: '9' });
    }
    const snapshot = await store.snapshot();
    expect(await snapshot.checkpoint(whole, 'a')).toEqual({ position: '9', recordedAt: 90 });
    expect(await snapshot.checkpoint(view, 'a')).toEqual({ position: '5', recordedAt: 50 });
    await store.undivided();
    await expect(writer.commit(await oneMore(writer, whole, ['a'], { position: '10', recordedAt: 100 }))).rejects.toThrow(Fenced);
  });

  it('forget a cell that comes to nothing over all of them', async () => {
    const [zero, one] = await writers();
    await zero!.commit(new Map([[view, { documents: [], sums: [['moved', 2]] }]]));
    await one!.commit(new Map([[view, { documents: [], sums: [['moved', -2]] }]]));
    const snapshot = await store.snapshot();
    expect(await snapshot.sums(view, '')).toEqual([]);
  });

  it('commit several views in one', async () => {
    const [zero] = await writers();
    const other = await store.createView('other', 1);
    const changes = await oneMore(zero!, view, ['a'], { position: '1', recordedAt: 1 });
    await zero!.commit(new Map([...changes, [other, { documents: [{ key: 'a', revision: 0, body: '[]' }], sums: [['n', 1]] }]]));
    const snapshot = await store.snapshot();
    expect([(await snapshot.get(view, 'a'))?.revision, (await snapshot.get(other, 'a'))?.body, await snapshot.sums(other, '')]).toEqual([0, '[]', [['n', 1]]]);
  });

  it('are not another number of partitions', async () => {
    const database = `partitions-${databases - 1}`;
    const asked = MongoReadStore.open({ url: running.server.url, database, partitions: 4 });
    await expect(asked).rejects.toThrow(/laid out for 3 partitions, and this process is set up for 4\. Set the number of partitions to 3/);
    await expect(store.partition(3)).rejects.toThrow(/partitions 0 to 2/);
  });

  const ifInARace = guardsHoldInARace ? it : it.skip;
  ifInARace('never see a build twice, however many make one at a time', async () => {
    const views = await Promise.all([1, 2, 3, 4].map(() => store.createView('tally', 2)));
    expect(views.map(({ build }) => build).sort()).toEqual([2, 3, 4, 5]);
  });

  it('may be swept by several at a time, of a build that all of them drop', async () => {
    const stores = [store, ...(await Promise.all([1, 2, 3].map(() => MongoReadStore.open({ url: running.server.url, database, partitions: 3, ...bulks }))))];
    for (let round = 0; round < 5; round++) {
      const dropped = await store.createView('tally', 1);
      await Promise.all(stores.map((each) => each.dropView(dropped)));
      expect(await store.views()).toEqual([view]);
    }
    await Promise.all(stores.slice(1).map((each) => each.close()));
  });

  it('can still be read in a build that was just replaced; one that is gone says so', async () => {
    const [zero] = await writers();
    await zero!.commit(await oneMore(zero!, view, ['a'], { position: '1', recordedAt: 1 }));
    const next = await store.makeLive(await store.createView('tally', 2));
    expect((await store.views()).map(({ version }) => version)).toEqual([2]);
    expect(await standing(store, view)).toMatchObject({ events: { a: 1 }, sums: { events: 1 } });
    await store.makeLive(await store.createView('tally', 3));
    await expect(standing(store, view)).rejects.toMatchObject({ name: 'ViewDropped', message: expect.stringContaining('read it again') });
    expect(await standing(store, next)).toMatchObject({ events: {} });
  });

  it('lose with the next switch what a late write brought back of a dropped build', async () => {
    const [zero] = await writers();
    const dropped = await store.createView('tally', 2);
    await store.dropView(dropped);
    await zero!.commit(await oneMore(zero!, dropped, ['a'], { position: '1', recordedAt: 1 }));
    await store.makeLive(await store.createView('tally', 3));
    const snapshot = await store.snapshot();
    expect(await snapshot.count(dropped)).toBe(0);
    expect((await store.views()).map(({ version }) => version)).toEqual([3]);
  });
});
