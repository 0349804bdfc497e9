import { setTimeout as delay } from 'node:timers/promises';
import { MongoDbUnavailable } from './errors.js';
import { MongoReadStore } from './mongo-read-store.js';
import { FIRST_START_MS, mongoJavaServer } from './testing/servers.js';
import { oneMore } from './testing/tally.js';

it(
  'what waits for a server that stops without closing its connections fails long before its socket does, and goes on when there is one',
  async () => {
    const { server, dispose } = await mongoJavaServer.start();
    const store = await MongoReadStore.open({ url: server.url, partitions: 1 });
    const view = await store.makeLive(await store.createView('tally', 1));
    const writer = await store.partition(0);
    const commit = async (n: number) => writer.commit(await oneMore(writer, view, ['a'], { position: String(n).padStart(6, '0'), recordedAt: n }));
    await commit(1);
    process.kill(server.pid, 'SIGSTOP');
    const outcome = await Promise.race([commit(2).catch((error: unknown) => error), delay(60_000, 'still waiting', { ref: false })]);
    process.kill(server.pid, 'SIGCONT');
    expect(outcome).toBeInstanceOf(MongoDbUnavailable);
    await store.close();
    const again = await MongoReadStore.open({ url: server.url, partitions: 1 });
    await again.partition(0);
    await again.close();
    await dispose();
  },
  FIRST_START_MS,
);
