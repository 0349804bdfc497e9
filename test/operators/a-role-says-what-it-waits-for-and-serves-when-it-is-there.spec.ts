import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { freePort } from '@tenure/local-servers/free-ports';
import { Client } from '../engine/client.js';
import { describeEmbedded } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { apiKey, spawnTenure } from '../engine/tenure-program.js';
import { type Role, RoleProcess } from '../faults/role-process.js';
import { until } from '../faults/until.js';

const PASSWORD = 'changeit-changeit';
/** A port on which nobody listens. */
const NOWHERE = '127.0.0.1:9';
const STORY_MS = 180_000;

describeEmbedded('a role whose servers are missing', () => {
  let cwd: string;
  let port: number;
  const ended: Array<() => Promise<unknown>> = [];
  beforeEach(async () => {
    cwd = temporaryFolder();
    port = await freePort();
  });
  afterEach(async () => {
    for (const end of ended.splice(0)) await end();
  });
  afterAll(removeTemporaryFolders);

  const environment = (log: string): Record<string, string> => ({
    EVENTSTOREDB_URL: log,
    KAFKA_BROKERS: NOWHERE,
    MONGODB_URL: `mongodb://tenure:${PASSWORD}@${NOWHERE}`,
    TENURE_API_KEY: apiKey,
    // Without it the command-api reads the secret of the log from MongoDB.
    TENURE_LOG_SECRET: 'secret-of-the-log-of-this-story-0123456789',
  });
  const begun = (role: Role, port: number, log: string, more: Record<string, string> = {}): RoleProcess => {
    const process = new RoleProcess(role, { ...environment(log), ...more }, port);
    ended.push(() => process.kill());
    process.begin();
    return process;
  };
  const standIn = async (at = 0): Promise<EventStoreDbStandIn> => {
    const server = await startEventStoreDbStandIn({ data: join(cwd, 'log'), port: at });
    ended.push(() => server.kill());
    return server;
  };
  /** Waits until `/health/ready` answers something like this. */
  const readySays = async (process: { readonly url: string; readonly said: string }, words: RegExp): Promise<void> => {
    const client = new Client(process.url, apiKey);
    let last = '';
    await until(
      async () => {
        const ready = await client.ask('/health/ready').catch(() => null);
        last = ready?.text ?? 'no answer';
        if (!ready || !words.test(ready.json<{ detail: string }>().detail)) return false;
        expect([ready.status, ready.headers.get('content-type')]).toEqual([503, 'application/problem+json; charset=utf-8']);
        expect(ready.json()).toMatchObject({ code: 'not-ready', retryable: true, detail: expect.stringContaining('tried again') });
        expect(ready.text).not.toContain(PASSWORD);
        const { detail } = (await client.with(null).ask('/health/ready')).json<{ detail: string }>();
        expect(detail).not.toMatch(/127\.0\.0\.1|esdb|MongoDB|_URL/);
        return true;
      },
      () => `It says ${last}, and in its log ${process.said}`,
    );
  };
  const servesNothing = async (url: string): Promise<void> => {
    const client = new Client(url, apiKey);
    expect((await client.ask('/health/live')).status).toBe(200);
    for (const answer of [await client.ask('/v1/status'), await client.ask('/metrics'), await client.send('RecordVisit', {})]) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
      expect(answer.json()).toMatchObject({ code: 'starting', retryable: true });
      expect(answer.text).not.toContain(NOWHERE);
    }
  };

  it(
    'lives, is not ready and says why: first for the log, then for MongoDB; and ends when it is told to',
    async () => {
      const logPort = await freePort();
      const waits = async (role: Role, port: number): Promise<RoleProcess> => {
        const process = begun(role, port, `esdb://admin:${PASSWORD}@127.0.0.1:${logPort}?tls=false`);
        await readySays(process, /esdb:\/\/admin:\*\*\*@127\.0\.0\.1:.*EVENTSTOREDB_URL/);
        await servesNothing(process.url);
        expect(process.said).toMatch(/"level":"warn".*EVENTSTOREDB_URL/);
        return process;
      };
      const roles = ['query-api', 'analyst', 'relay', 'projector'] as const;
      const waiting = await Promise.all(roles.map(async (role) => waits(role, await freePort())));
      await standIn(logPort);
      for (const process of waiting) {
        await readySays(process, /MongoDB at 127\.0\.0\.1:9 .*MONGODB_URL/);
        await servesNothing(process.url);
        expect([process.role, await process.stop()]).toEqual([process.role, 0]);
        expect(process.said).not.toContain(PASSWORD);
      }
    },
    STORY_MS,
  );

  it(
    'serves on the same port and the same connections as soon as they are there',
    async () => {
      const logPort = await freePort();
      const process = begun('command-api', port, `esdb://127.0.0.1:${logPort}?tls=false`);
      await readySays(process, /EVENTSTOREDB_URL/);
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const asked = async (): Promise<IncomingMessage> => {
        const [answer] = await once(request(`${process.url}/health/ready`, { agent }).end(), 'response');
        await text(answer);
        return answer;
      };
      const { socket } = await asked();
      await standIn(logPort);
      await until(
        async () => (await asked()).statusCode === 200,
        () => process.said,
      );
      expect((await asked()).socket).toBe(socket);
      agent.destroy();
      await new Client(process.url, apiKey).accept('RegisterCustomer', { customerId: 'C-1' });
      expect(await process.stop()).toBe(0);
    },
    STORY_MS,
  );

  it.each([
    ['refused credentials', { unauthenticated: true }, /EVENTSTOREDB_URL/],
    ['a log that may not be read', { allRefused: true }, /\$acl/],
  ])(
    'does not wait for what no waiting mends: %s',
    async (_what, faults, words) => {
      const server = await standIn();
      await server.set(faults);
      const process = begun('command-api', port, server.url);
      expect(await process.ended()).toBe(1);
      expect(process.said).toMatch(words);
      expect(process.said.trim().split('\n')).toHaveLength(1);
    },
    STORY_MS,
  );

  it(
    'does not wait for what no waiting mends: an address that is none, wrong settings, a taken port',
    async () => {
      const refused = async (log: string, more: Record<string, string>): Promise<[number | null, string]> => {
        const process = begun('relay', port, log, more);
        return [await process.ended(), process.said];
      };
      expect(await refused('esdb://localhost:port', {})).toEqual([1, expect.stringMatching(/^tenure relay: EVENTSTOREDB_URL .* Write esdb:/)]);
      expect(await refused('http://localhost', { KAFKA_BROKERS: 'kafka' })).toEqual([2, expect.stringMatching(/EVENTSTOREDB_URL.*\n?.*KAFKA_BROKERS/s)]);
      const other = createServer().listen(port, '127.0.0.1');
      await once(other, 'listening');
      expect(await refused(`esdb://${NOWHERE}?tls=false`, {})).toEqual([
        1,
        `tenure relay: Port ${port} is taken by another program. Set TENURE_PORT to another, or to 0 for any free one.\n`,
      ]);
      other.close();
    },
    STORY_MS,
  );

  it(
    'as one engine: tenure start says it on stderr, in words, and Ctrl-C ends the waiting',
    async () => {
      const child = spawnTenure(['start', '--port', String(port)], {
        cwd,
        environment: { TENURE_PROFILE: 'distributed', ...environment(`esdb://${NOWHERE}?tls=false`) },
      });
      ended.push(async () => child.kill('SIGKILL'));
      const engine = { url: `http://127.0.0.1:${port}`, said: '' };
      child.stderr!.setEncoding('utf8').on('data', (piece: string) => (engine.said += piece));
      const printed = text(child.stdout!);
      await readySays(engine, /EVENTSTOREDB_URL/);
      await servesNothing(engine.url);
      expect(engine.said).toMatch(/^Waiting\. esdb:\/\/127\.0\.0\.1:9.*EVENTSTOREDB_URL.*\n$/);
      child.kill('SIGINT');
      await once(child, 'close');
      expect([child.exitCode, await printed]).toEqual([0, '']);
    },
    STORY_MS,
  );
});
