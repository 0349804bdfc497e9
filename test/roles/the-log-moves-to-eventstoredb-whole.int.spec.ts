import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { NewEvent } from '@tenure/event-log';
import { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import { SqliteEventLogReader } from '@tenure/event-log/sqlite';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { type LocalMongoDb, startMongoJavaServer } from '@tenure/local-servers/mongodb';
import { givenSecret } from '@tenure/log-secret';
import { MongoReadStore } from '@tenure/read-store/mongodb';
import { openingEvents, Vault } from '@tenure/vault';
import { MongoKeys } from '@tenure/vault/mongodb';
import { tenure } from '../engine/command-line.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Result {
  readonly identical: boolean;
  readonly streams: number;
  readonly events: number;
  readonly differs: string | null;
  readonly customerKeys: number;
}

const other: NewEvent = {
  type: 'VisitRecorded',
  version: 1,
  occurredAt: 0,
  data: {},
  metadata: { commandId: 'other', index: 0, payloadHash: '', actor: 'another engine' },
};

describe('a log that outgrows its file', () => {
  let cwd: string;
  let server: EventStoreDbStandIn;
  let mongodb: LocalMongoDb;
  let environment: Record<string, string>;
  const migrate = (...args: string[]) => tenure(['migrate', '--to', 'distributed', '--data', 'shop', ...args], { cwd, environment });

  beforeAll(async () => {
    cwd = temporaryFolder();
    server = await startEventStoreDbStandIn({ data: join(cwd, 'server') });
    mongodb = await startMongoJavaServer({ data: join(cwd, 'mongodb') });
    environment = { EVENTSTOREDB_URL: server.url, KAFKA_BROKERS: '127.0.0.1:9092', MONGODB_URL: mongodb.url };
    await tenure(['demo', '--customers', '60', '--months', '6', '--data', 'shop'], { cwd });
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await mongodb.stop();
    removeTemporaryFolders();
  });

  it('moves to EventStoreDB with every event, its ids and both its times, and says so', async () => {
    const { exitCode, json } = await migrate('--json');
    expect(exitCode).toBe(0);
    const { identical, streams, events, customerKeys } = json<Result>();
    expect(identical).toBe(true);
    expect(customerKeys).toBeGreaterThanOrEqual(60);

    const old = new SqliteEventLogReader(join(cwd, 'shop', 'events.db'), new SharedArrayBuffer(4));
    const log = await EventStoreDbEventLog.open({ url: server.url });
    const [before, after] = [await old.readAll({ after: null, limit: 100_000 }), await log.readAll({ after: null, limit: 100_000 })];
    expect(events).toBe(before.length);
    expect(streams).toBe(new Set(before.map(({ stream }) => stream)).size);
    const times = after.map(({ recordedAt }) => recordedAt);
    expect(times).toEqual(before.map(({ recordedAt }) => recordedAt));
    const middle = before[Math.floor(before.length / 2)]!;
    const position = await log.positionAt(middle.recordedAt);
    expect((await log.at(position!))!.recordedAt).toBe(middle.recordedAt);
    await log.close();
    await old.close();
  }, 120_000);

  it('takes its vault along: what is sealed in it opens there', async () => {
    const log = await EventStoreDbEventLog.open({ url: server.url });
    const secret = givenSecret(readFileSync(join(cwd, 'shop', 'log-secret'), 'utf8').trim());
    const vault = new Vault(new MongoKeys({ url: mongodb.url, database: 'tenure' }), secret);
    const sealed = (await log.readAll({ after: null, limit: 100_000 })).filter(({ personal }) => personal !== undefined);
    expect(sealed.length).toBeGreaterThanOrEqual(60);
    for (const { personal, metadata } of sealed) expect([metadata.keyEpoch, JSON.stringify(personal)]).toEqual([1, expect.stringContaining('"sealed.1.')]);
    const opened = await openingEvents(vault)(sealed);
    for (const { metadata } of opened) expect(metadata.keyEpoch).toBeUndefined();
    await vault.close();
    await log.close();
    // In the vault's database, projectors and query-api have still to create their collections of read models.
    await (await MongoReadStore.open({ url: mongodb.url, database: 'tenure', partitions: 2 })).close();
  }, 120_000);

  it('is not doubled when it is moved again, and takes along what came since', async () => {
    const before = (await migrate('--json')).json<Result>();
    await tenure(['command', 'RegisterCustomer', '--id', 'late', 'customerId=late', '--data', 'shop'], { cwd });
    expect((await migrate('--json')).json<Result>()).toMatchObject({ identical: true, events: before.events + 1, streams: before.streams + 1 });
  }, 120_000);

  it('does not move without its vault', async () => {
    cpSync(join(cwd, 'shop'), join(cwd, 'bare'), { recursive: true });
    rmSync(join(cwd, 'bare', 'vault.db'));
    const refused = await migrate('--data', 'bare');
    expect([refused.exitCode, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/Nothing was copied: .*there are none in .*bare\/vault\.db.*Put the vault back/),
    ]);
  }, 120_000);

  it('is refused where the new log holds something else, and its vault stays where it is', async () => {
    environment['TENURE_NAMESPACE'] = 'taken';
    const taken = await EventStoreDbEventLog.open({ url: server.url, namespace: 'taken.' });
    await taken.append({ stream: 'customer-nobody', expected: 'no-stream', events: [other] });
    const refused = await migrate('--json');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/already holds other events on the stream "customer-nobody".*TENURE_NAMESPACE/);
    expect(await taken.readAll({ after: null, limit: 10 })).toHaveLength(1);
    const keys = new MongoKeys({ url: mongodb.url, database: 'taken' });
    expect(await keys.id()).toBeNull();
    await Promise.all([taken.close(), keys.close()]);
  }, 120_000);

  it('is called different, or refused, where a copy of it has gone on by itself', async () => {
    environment['TENURE_NAMESPACE'] = 'used';
    expect((await migrate('--json')).json<Result>()).toMatchObject({ identical: true });
    const used = await EventStoreDbEventLog.open({ url: server.url, namespace: 'used.' });
    await used.append({ stream: 'customer-later', expected: 'no-stream', events: [other] });
    const different = await migrate('--json');
    expect(different.exitCode).toBe(1);
    expect(different.json<Result>()).toMatchObject({ identical: false, differs: 'customer-later' });

    await tenure(['command', 'RegisterCustomer', '--id', 'later', 'customerId=later', '--data', 'shop'], { cwd });
    const refused = await migrate('--json');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/already holds other events on the stream "customer-later".*TENURE_NAMESPACE/);
    await used.close();
  }, 120_000);
});
