import { startMongoJavaServer } from '@tenure/local-servers/mongodb';
import { WritesLost } from '../errors.js';
import { MongoDbUnavailable } from './errors.js';
import { MongoReadStore } from './mongo-read-store.js';
import { FIRST_START_MS, ferretDb, mongoJavaServer, running } from './testing/servers.js';
import { oneMore, standing } from './testing/tally.js';

const KILLS = 4;
const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

describe.each([mongoJavaServer, ferretDb])('commits on $name', ({ start, bulks }) => {
  it(
    'survive that it is killed at any time: none acknowledged is lost, none has its effect twice',
    async () => {
      const { server, dispose } = await start();
      const options = { url: server.url, partitions: 1, ...bulks, bulkSize: 3 };
      const store = await MongoReadStore.open(options);
      const view = await store.makeLive(await store.createView('tally', 1));
      await store.close();
      let acknowledged = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const working = await MongoReadStore.open({ ...options, patienceMs: 2_000 });
        const writer = await working.partition(0);
        const { position } = await standing(working, view);
        // The commit in progress at the kill may have been decided.
        expect([acknowledged, acknowledged + 1]).toContain(Number(position ?? 0));
        acknowledged = Number(position ?? 0);
        const killing = new Promise((resolve) => setTimeout(resolve, 300 + 100 * kill)).then(() => server.kill());
        for (;;) {
          const number = acknowledged + 1;
          try {
            await writer.commit(await oneMore(writer, view, KEYS, { position: String(number).padStart(6, '0'), recordedAt: number }));
          } catch (error) {
            expect(error).toBeInstanceOf(MongoDbUnavailable);
            break;
          }
          acknowledged = number;
        }
        await killing;
        await working.close();
        await server.restart();
      }
      const last = await MongoReadStore.open(options);
      await last.partition(0);
      const { events, sums, recomputed, position } = await standing(last, view);
      expect([acknowledged, acknowledged + 1]).toContain(Number(position));
      expect(events).toEqual(Object.fromEntries(KEYS.map((key) => [key, Number(position)])));
      expect(sums).toEqual(recomputed);
      await last.close();
      await dispose();
    },
    FIRST_START_MS,
  );
});

it(
  'a server that forgets what it acknowledged is found out at the next commit',
  async () => {
    const { server, dispose } = await running((data) => startMongoJavaServer({ data, journal: 'ignored' }));
    const store = await MongoReadStore.open({ url: server.url, partitions: 1, patienceMs: 10_000 });
    const view = await store.createView('tally', 1);
    const writer = await store.partition(0);
    // This server writes its file once a second: commits over two seconds, up to the very moment of the kill, leave some kept and some lost.
    for (let n = 1; n <= 40; n++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await writer.commit(await oneMore(writer, view, ['a'], { position: String(n), recordedAt: n }));
    }
    await server.kill();
    await server.restart();
    const next = () => writer.commit(new Map([[view, { documents: [], sums: [['n', 1]] }]]));
    await expect(next()).rejects.toThrow(WritesLost);
    await expect(next()).rejects.toThrow(/the server at MONGODB_URL has lost writes/);
    await store.close();
    await dispose();
  },
  FIRST_START_MS,
);
