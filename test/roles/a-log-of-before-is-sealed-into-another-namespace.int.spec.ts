import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { type LocalKafka, startKafka } from '@tenure/local-servers/kafka';
import { type LocalMongoDb, startMongoJavaServer } from '@tenure/local-servers/mongodb';
import { MongoClient } from 'mongodb';
import type { Client } from '../engine/client.js';
import { tenure } from '../engine/command-line.js';
import { copyDataOfThen } from '../engine/data-of-version-0.1.0.js';
import { EngineProcess } from '../engine/engine-process.js';
import { answersOf, keptIfSealed, textsInClear } from '../engine/sealed-copies.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

interface Sealed {
  readonly events: number;
  readonly sealed: number;
}

/** Every event of a namespace, as stored on the server. */
interface Stored {
  readonly stream: string;
  readonly data: { readonly facts?: object; readonly personal?: object };
  readonly metadata: { readonly keyEpoch?: number };
}

describe('a log of version 0.1.0 on servers', () => {
  let cwd: string;
  let server: EventStoreDbStandIn;
  let kafka: LocalKafka;
  let mongodb: LocalMongoDb;
  let environment: Record<string, string>;

  beforeAll(async () => {
    cwd = temporaryFolder();
    copyDataOfThen('distributed', join(cwd, 'server'));
    [server, kafka, mongodb] = await Promise.all([
      startEventStoreDbStandIn({ data: join(cwd, 'server') }),
      startKafka({ data: join(cwd, 'kafka') }),
      startMongoJavaServer({ data: join(cwd, 'mongodb') }),
    ]);
    environment = {
      TENURE_PROFILE: 'distributed',
      TENURE_PARTITIONS: '2',
      EVENTSTOREDB_URL: server.url,
      KAFKA_BROKERS: kafka.brokers.join(','),
      MONGODB_URL: mongodb.url,
    };
  }, 240_000);
  afterAll(async () => {
    await Promise.all([server.stop(), kafka.stop(), mongodb.stop()]);
    removeTemporaryFolders();
  });

  const seal = (...args: string[]) => tenure(['migrate', '--seal', ...args], { cwd, environment });

  /** An engine with all roles, in a namespace. */
  async function on<T>(namespace: string, use: (client: Client) => Promise<T>): Promise<T> {
    const engine = await EngineProcess.start({ data: join(cwd, 'data'), environment: { ...environment, TENURE_NAMESPACE: namespace } });
    try {
      return await use(engine.client);
    } finally {
      await engine.stop();
    }
  }

  async function storedIn(namespace: string): Promise<Stored[]> {
    const prefix = namespace === 'tenure' ? '' : `${namespace}.`;
    const client = EventStoreDBClient.connectionString(server.url);
    const stored: Stored[] = [];
    for await (const { event } of client.readAll()) {
      const stream = event?.streamId.startsWith(prefix) ? event.streamId.slice(prefix.length) : null;
      if (stream?.startsWith('customer-')) stored.push({ stream, data: event!.data as Stored['data'], metadata: event!.metadata as Stored['metadata'] });
    }
    await client.dispose();
    return stored;
  }

  async function secretsOf(namespace: string): Promise<{ _id: string }[]> {
    const client = new MongoClient(mongodb.url);
    const secrets = await client.db(namespace).collection<{ _id: string }>('log-secret').find().sort({ _id: 1 }).toArray();
    await client.close();
    return secrets;
  }

  const inClear = (stored: readonly Stored[]) =>
    textsInClear(
      stored.map(({ data }) => data.facts ?? {}),
      stored.flatMap(({ data, metadata }) => (metadata.keyEpoch === undefined ? (data.personal ?? []) : [])),
    );

  it('is sealed into another namespace, whose roles answer the same to those who may see it', async () => {
    // Today's engine adds a vault, and a sealed event among others in clear.
    const before = await on('tenure', async (client) => {
      await client.accept('RegisterCustomer', { customerId: 'since', personal: { name: 'Grace Hopper' } });
      return { events: await client.events(), answers: await answersOf(client), status: await client.get<{ log: { id: string } }>('/v1/status') };
    });
    const texts = inClear(await storedIn('tenure'));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts).toContain('sent again');

    const sealed = await seal('--into', 'sealed', '--json');
    expect([sealed.exitCode, sealed.stderr]).toEqual([
      0,
      expect.stringMatching(/TENURE_NAMESPACE=sealed.*sealed\.customer-events\.v1.*"tenure" still has personal data in clear/s),
    ]);
    expect(sealed.json()).toMatchObject({ namespace: 'sealed', identical: true, complete: true, recordedMeanwhile: 0, sealed: expect.any(Number) });

    // The secret of the log, and those of the months, which seal addresses in records of access.
    const secrets = await secretsOf('tenure');
    expect(secrets.map(({ _id }) => _id)).toEqual([expect.stringMatching(/^access-\d{4}-\d\d$/), 'log']);
    expect(await secretsOf('sealed')).toEqual(secrets);

    const after = await on('sealed', async (client) => {
      expect(await client.check()).toMatchObject({ identical: true });
      return { events: await client.events(), answers: await answersOf(client), status: await client.get<{ log: { id: string } }>('/v1/status') };
    });
    expect(after.answers).toEqual(before.answers);
    expect(after.events.slice(0, before.events.length).map(keptIfSealed)).toEqual(before.events.map(keptIfSealed));
    expect(after.status.log.id).not.toBe(before.status.log.id);

    const stored = await storedIn('sealed');
    expect(inClear(stored)).toEqual([]);
    const client = new MongoClient(mongodb.url);
    const collections = await client.db('sealed').collections();
    const documents = await Promise.all(collections.map((collection) => collection.find().toArray()));
    await client.close();
    const everything = JSON.stringify([stored, documents]);
    expect(texts.filter((text) => everything.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
  }, 300_000);

  it('is not sealed into a namespace in which an engine runs, and a wrong word is answered with the right one', async () => {
    const again = await seal('--into', 'sealed');
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringMatching(/"sealed" is taken: .*--into/)]);
    const folder = await seal('--into', './sealed');
    expect([folder.exitCode, folder.stderr]).toEqual([2, expect.stringMatching(/--into takes a namespace, .*not "\.\/sealed".*TENURE_PROFILE=embedded/)]);
  }, 60_000);

  it('is not mistaken for the log of a folder', async () => {
    const refused = await seal('--into', 'other', '--data', 'shop');
    expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringMatching(/--data names a folder.*TENURE_PROFILE=embedded/)]);
  }, 60_000);

  it('is copied again, and gone on with, as often as it is asked for', async () => {
    const first = (await seal('--into', 'again', '--json')).json<Sealed>();
    await on('tenure', (client) => client.accept('RegisterCustomer', { customerId: 'late', personal: { name: 'Mary Somerville' } }));
    const second = await seal('--into', 'again', '--json');
    expect(second.exitCode).toBe(0);
    expect(second.json<Sealed>()).toMatchObject({ identical: true, sealed: first.sealed });
    expect(second.json<Sealed>().events).toBeGreaterThan(first.events);
  }, 120_000);
});
