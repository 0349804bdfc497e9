import { join } from 'node:path';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { type LocalMongoDb, startMongoJavaServer } from '@tenure/local-servers/mongodb';
import { Client } from '../engine/client.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { apiKey } from '../engine/tenure-program.js';
import { type Role, RoleProcess } from '../faults/role-process.js';
import { refusedStart } from './refused-start.js';

/** How MongoDB 3.6 describes itself. */
const TOO_OLD = 6;

describe('a MongoDB that is too old', () => {
  let log: EventStoreDbStandIn;
  let mongodb: LocalMongoDb;
  const started: RoleProcess[] = [];

  beforeAll(async () => {
    const folder = temporaryFolder();
    log = await startEventStoreDbStandIn({ data: join(folder, 'eventstoredb') });
    mongodb = await startMongoJavaServer({ data: join(folder, 'mongodb'), wireVersion: TOO_OLD });
  }, 180_000);
  afterAll(async () => {
    await Promise.all(started.map((role) => role.kill()));
    await Promise.all([log?.kill(), mongodb?.kill()]);
    removeTemporaryFolders();
  });

  async function start(role: Role, more: Record<string, string> = {}): Promise<RoleProcess> {
    const process = new RoleProcess(role, {
      EVENTSTOREDB_URL: log.url,
      KAFKA_BROKERS: '127.0.0.1:1',
      MONGODB_URL: mongodb.url,
      TENURE_API_KEY: apiKey,
      ...more,
    });
    started.push(process);
    await process.start();
    return process;
  }

  it.each<Role>(['query-api', 'analyst', 'projector', 'relay'])(
    'ends the start of a %s with what to do',
    async (role) => {
      expect(await refusedStart(role, start(role))).toMatch(
        new RegExp(`^tenure ${role}: MongoDB at 127[.]0[.]0[.]1:\\d+ is too old [(].+[)][.] Upgrade it, or name another server in MONGODB_URL[.]$`),
      );
    },
    60_000,
  );

  it('is nothing to who takes commands with a secret of its own; without, commands are refused with what to do', async () => {
    const own = await start('command-api', { TENURE_LOG_SECRET: 'secret-of-the-log-of-this-story-0123456789' });
    expect(await new Client(own.url, apiKey).accept('RegisterCustomer', { customerId: 'c-1' })).toMatchObject({ revision: 0 });
    const other = await start('command-api');
    const refused = await new Client(other.url, apiKey).send('RegisterCustomer', { customerId: 'c-2' });
    expect([refused.status, refused.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'log-secret-unreadable', detail: expect.stringContaining('TENURE_LOG_SECRET') }),
    ]);
  }, 60_000);
});
