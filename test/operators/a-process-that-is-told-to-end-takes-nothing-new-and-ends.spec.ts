import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { EngineProcess } from '../engine/engine-process.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { apiKey } from '../engine/tenure-program.js';
import { type Role, RoleProcess } from '../faults/role-process.js';
import { until } from '../faults/until.js';

/** A process may take 10 s to end; far beyond that, to allow for a busy machine, it counts as staying. */
const STAYS_MS = 30_000;
const STORY_MS = 120_000;

describeEmbedded('a process that is told to end', () => {
  const ended: Array<() => Promise<unknown> | unknown> = [];
  afterEach(async () => {
    for (const end of ended.splice(0).reverse()) await end();
  });
  afterAll(removeTemporaryFolders);

  const unlessItStays = async <T>(ending: Promise<T>): Promise<T> => {
    const stays = new AbortController();
    const late = delay(STAYS_MS, undefined, { signal: stays.signal }).then(() => {
      throw new Error('It is still there.');
    });
    try {
      return await Promise.race([ending, late]);
    } finally {
      stays.abort();
    }
  };

  it(
    'refuses what comes then, on old connections and new ones, and does not wait for ever for what runs',
    async () => {
      const engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data') });
      ended.push(() => engine.kill());
      const old = connect(Number(new URL(engine.url).port), '127.0.0.1').setEncoding('utf8');
      const closed = once(old, 'close');
      let heard = '';
      old.on('data', (piece) => (heard += piece));
      const asks = 'GET /health/ready HTTP/1.1\r\nHost: x\r\n';
      old.write(`${asks}\r\n`);
      await until(
        () => heard.includes('\r\n\r\n'),
        () => heard,
      );
      // The next query has begun when the process is told to end.
      old.write(asks);
      // A bulk request whose sender has stopped sending.
      const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson' };
      const asleep = request(`${engine.url}/v1/commands`, { method: 'POST', headers });
      asleep.on('error', () => undefined);
      asleep.write('{"command":"RecordVisit"}\n');
      await once(asleep, 'response').then(([answer]) => (answer as IncomingMessage).resume().on('error', () => undefined));
      const stopping = engine.stop();
      await until(
        async () => (await fetch(`${engine.url}/health/live`, { signal: AbortSignal.timeout(1_000) }).catch(() => null)) === null,
        () => 'It takes new connections.',
      );
      old.write('\r\n');
      await closed;
      expect(heard).toMatch(/HTTP\/1\.1 503 .*"code":"stopping".*"retryable":true/s);
      expect(await unlessItStays(stopping)).toBe(0);
      asleep.destroy();
    },
    STORY_MS,
  );

  /** Accepts connections and never answers, like a frozen machine. */
  async function silentServer(): Promise<string> {
    const sockets = new Set<Socket>();
    const server: Server = createServer((socket) => sockets.add(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ended.push(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async function roleOnFrozenServers(role: Role): Promise<{ process: RoleProcess; log: EventStoreDbStandIn }> {
    const log = await startEventStoreDbStandIn({ data: join(temporaryFolder(), 'log') });
    ended.push(() => log.kill());
    const silent = await silentServer();
    const process = new RoleProcess(role, {
      EVENTSTOREDB_URL: log.url,
      KAFKA_BROKERS: silent,
      MONGODB_URL: `mongodb://${silent}`,
      TENURE_API_KEY: apiKey,
      TENURE_LOG_SECRET: 'secret-of-the-log-of-this-story-0123456789',
    });
    ended.push(() => process.kill());
    // The command-api starts without MongoDB; the other roles wait for it.
    if (role === 'command-api') await process.start();
    else {
      process.begin();
      await until(
        async () => (await log.calls()).read > 0,
        () => process.said,
      );
    }
    log.pause();
    return { process, log };
  }

  it.each<Role>(['command-api', 'relay', 'projector', 'query-api', 'analyst'])(
    'ends when its servers are frozen: %s',
    async (role) => {
      const { process } = await roleOnFrozenServers(role);
      expect(await unlessItStays(process.stop())).toBe(0);
    },
    STORY_MS,
  );

  it(
    'ends at once when it is told so again',
    async () => {
      const { process } = await roleOnFrozenServers('command-api');
      void fetch(`${process.url}/health/ready`).catch(() => undefined);
      await delay(500);
      const first = process.stop();
      await delay(200);
      const second = process.stop();
      expect(await unlessItStays(Promise.all([first, second]))).toEqual([1, 1]);
    },
    STORY_MS,
  );
});
