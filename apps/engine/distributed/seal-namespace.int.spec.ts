import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { type NewEvent, type RecordedEvent, streamOf, verifyLog } from '@tenure/event-log';
import { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { type LocalMongoDb, startMongoJavaServer } from '@tenure/local-servers/mongodb';
import { givenSecret } from '@tenure/log-secret';
import { secretCollection } from '@tenure/log-secret/mongodb';
import { loadSettings, type Settings } from '@tenure/settings';
import { belongsToLog, openingEvents, SealingLog, Vault, vaultOf } from '@tenure/vault';
import { MongoKeys } from '@tenure/vault/mongodb';
import { MongoClient } from 'mongodb';
import { isOfUsualNamespace } from './own-streams.js';
import { type NamespaceSealingSteps, sealNamespace } from './seal-namespace.js';

const CUSTOMERS = 40;
const SECRET = '0123456789abcdef0123456789abcdef';
const secret = givenSecret(SECRET);
const planted = (n: number, what: string) => `Zqplanted ${what} of ${n}`;

let folder: string;
let server: EventStoreDbStandIn;
let mongodb: LocalMongoDb;
let mongo: MongoClient;
let client: EventStoreDBClient;
let settings: Settings;
const closing: { close(): Promise<void> }[] = [];
const opened = <T extends { close(): Promise<void> }>(each: T): T => {
  closing.push(each);
  return each;
};
const logOf = async (namespace: string) =>
  opened(await EventStoreDbEventLog.open({ url: server.url, namespace: namespace === 'tenure' ? '' : `${namespace}.`, keyed: () => secret.keyed() }));
const keysOf = (database: string) => opened(new MongoKeys({ url: mongodb.url, database }));

let number = 0;
const steps = (more: Partial<NamespaceSealingSteps> = {}): NamespaceSealingSteps => {
  const nothing = () => undefined;
  return { looks: nothing, begins: async () => undefined, copied: nothing, compares: nothing, verifies: nothing, ...more };
};
const never = new AbortController().signal;
const seal = (into: string, more: Partial<NamespaceSealingSteps> = {}, signal = never, from = 'tenure') =>
  sealNamespace({ ...settings, namespace: from }, into, steps(more), signal);

const event = (type: string, said: Pick<NewEvent, 'data' | 'personal'>, version = 1): NewEvent => {
  number += 1;
  return {
    type,
    version,
    occurredAt: number * 1_000,
    ...said,
    metadata: { commandId: `c-${number}`, index: 0, of: 1, payloadHash: `hash-${number}`, actor: 'spec', correlationId: `r-${number}` },
  };
};
/** What version 0.1.0, and 0.2.0 before events had a second version, recorded about a customer. */
const ofBefore = (n: number): NewEvent[] => [
  event('CustomerRegistered', { data: { kind: 'person' }, personal: { name: planted(n, 'name'), phone: null } }),
  event('VisitRecorded', {
    data: { visitId: 'V', channel: 'web', subject: planted(n, 'subject'), place: planted(n, 'place') },
    personal: { note: planted(n, 'note') },
  }),
  event('PurchaseRecorded', { data: { orderId: 'O', amount: { minor: 100, currency: 'EUR' } } }),
  event('CustomerClosed', { data: { reason: planted(n, 'reason') } }),
];
const WORDS = ['name', 'subject', 'place', 'note', 'reason'];

/** The log of another engine, beside the log in the usual namespace, whose stream names have no prefix. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-seal-namespace-'));
  [server, mongodb] = await Promise.all([startEventStoreDbStandIn({ data: join(folder, 'log') }), startMongoJavaServer({ data: join(folder, 'mongodb') })]);
  mongo = new MongoClient(mongodb.url);
  client = EventStoreDBClient.connectionString(server.url);
  const environment = { EVENTSTOREDB_URL: server.url, KAFKA_BROKERS: '127.0.0.1:9092', MONGODB_URL: mongodb.url };
  Object.assign(process.env, environment);
  settings = loadSettings({ profile: 'distributed', logSecret: SECRET }, folder).settings;
  const staging = await logOf('staging');
  await staging.append({
    stream: streamOf('elsewhere'),
    expected: 'no-stream',
    events: [event('CustomerRegistered', { data: {}, personal: { name: 'Somebody Else' } })],
  });
  const log = await logOf('tenure');
  for (let n = 0; n < CUSTOMERS; n += 1) {
    const events = ofBefore(n);
    // Of every second customer envelope 1, without checksums.
    if (n % 2 === 0) await log.append({ stream: streamOf(`a.${n}`), expected: 'no-stream', events });
    else
      await log.copy(
        streamOf(`a.${n}`),
        'no-stream',
        events.map((each) => ({ ...each, recordedAt: Date.now() })),
      );
  }
  await log.append({ stream: 'model-purchases', expected: 'no-stream', events: [event('ModelRetired', { data: { reason: 'of an operator' } })] });
}, 120_000);
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});
afterAll(async () => {
  for (const each of closing.splice(0)) await each.close();
  await client.dispose();
  await mongo.close();
  await Promise.all([server.stop(), mongodb.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that a namespace stores on both servers. */
async function storedIn(namespace: string): Promise<string> {
  const stored: string[] = [];
  for await (const { event: each } of client.readAll()) {
    if (each?.streamId.startsWith(`${namespace}.`)) stored.push(JSON.stringify([each.streamId, each.data, each.metadata]));
  }
  for (const { name } of await mongo.db(namespace).listCollections().toArray())
    stored.push(JSON.stringify(await mongo.db(namespace).collection(name).find().toArray()));
  return stored.join('\n');
}

const allOf = async (namespace: string): Promise<RecordedEvent[]> =>
  (await (await logOf(namespace)).readAll({ after: null, limit: 100_000 })).filter(({ stream }) => isOfUsualNamespace(stream));
const saidIn = (events: readonly RecordedEvent[]) =>
  new Set(JSON.stringify(events.map(({ data, personal }) => [data, personal])).match(/Zqplanted \w+ of \d+/g));
const all = Array.from({ length: CUSTOMERS }, (_, n) => WORDS.map((what) => planted(n, what))).flat();
const placeOf = ({ stream, revision, type, occurredAt, recordedAt, metadata: { keyEpoch: _, ...metadata } }: RecordedEvent) => ({
  ...{ stream, revision, type, occurredAt, recordedAt, metadata },
});
const asItLies = (event: RecordedEvent) => {
  const { position, version, data, personal, checksum, personalDigest } = event;
  return { ...placeOf(event), position, version, data, personal, checksum, personalDigest };
};

it('copies every event to its place, nothing personal in clear, and all of it there for who has the keys', async () => {
  const before = await allOf('tenure');
  const result = await seal('sealed');
  expect(result).toMatchObject({
    namespace: 'sealed',
    topic: 'sealed.customer-events.v1',
    identical: true,
    differs: null,
    complete: true,
    recordedMeanwhile: 0,
  });
  expect(result).toMatchObject({ streams: CUSTOMERS + 1, events: before.length, sealed: 3 * CUSTOMERS, verified: before.length + 1 });

  const after = await allOf('sealed');
  expect(after.slice(0, -1).map(placeOf)).toEqual(before.map(placeOf));
  expect(after.at(-1)).toMatchObject({ stream: 'vault', type: 'VaultBegun' });
  expect(after.filter(({ type }) => type === 'VisitRecorded' || type === 'CustomerClosed').map(({ version }) => version)).toEqual(Array(2 * CUSTOMERS).fill(2));
  const ids = (events: readonly RecordedEvent[]) => events.map((each) => (each as RecordedEvent & { id: string }).id);
  expect(ids(after).slice(0, -1)).toEqual(ids(before));
  const bought = ({ type }: RecordedEvent) => type === 'PurchaseRecorded';
  expect(after.filter(bought).map(({ checksum }) => checksum)).toEqual(before.filter(bought).map(({ checksum }) => checksum));
  expect([await (await logOf('sealed')).id(), result.logId]).toEqual([result.logId, expect.any(String)]);
  expect(result.logId).not.toBe(await (await logOf('tenure')).id());

  expect(saidIn(before)).toEqual(new Set(all));
  expect(await storedIn('sealed')).not.toMatch(/Zqplanted|Somebody Else/);
  const vault = new Vault(keysOf('sealed'), secret);
  expect(saidIn(await openingEvents(vault)(after))).toEqual(new Set(all));
  expect((await allOf('tenure')).map(asItLies)).toEqual(before.map(asItLies));
}, 120_000);

it('does the same again when it is run again, and takes along what came since', async () => {
  const before = await allOf('sealed');
  await (await logOf('tenure')).append({
    stream: streamOf('late'),
    expected: 'no-stream',
    events: [event('CustomerRegistered', { data: {}, personal: { name: planted(99, 'name') } })],
  });
  expect(await seal('sealed')).toMatchObject({ identical: true, complete: true, events: before.length });
  const after = await allOf('sealed');
  expect(after.slice(0, before.length).map(({ position, checksum }) => [position, checksum])).toEqual(
    before.map(({ position, checksum }) => [position, checksum]),
  );
  expect([after.length, await storedIn('sealed')]).toEqual([before.length + 1, expect.not.stringContaining('Zqplanted')]);
}, 120_000);

it.each([0, 37])(
  'goes on where it was cut off behind %d events',
  async (events) => {
    const into = `cut-off-${events}`;
    const ending = new AbortController();
    const end = (copied: number) => void (copied >= events && ending.abort(new Error('cut off')));
    await expect(seal(into, { begins: async () => end(0), copied: end }, ending.signal)).rejects.toThrow('cut off');
    const left = await allOf(into);
    expect(left.length > 0).toBe(events > 0);
    expect(await vaultOf(await logOf(into))).toBeNull();
    expect(await storedIn(into)).not.toContain('Zqplanted');
    expect(await seal(into)).toMatchObject({ identical: true, complete: true });
    const after = await allOf(into);
    expect(after.slice(0, left.length).map(({ position }) => position)).toEqual(left.map(({ position }) => position));
    expect(after.length).toBe((await allOf('tenure')).length + 1);
  },
  120_000,
);

it('says what was recorded while it was copied, copies it with its keys, and is not complete where more came', async () => {
  const from = 'busy';
  const log = await logOf(from);
  const keys = keysOf(from);
  const sealing = new SealingLog(log, new Vault(keys, secret, { maySeal: belongsToLog(log, secret) }));
  const record = (customerId: string) =>
    sealing.append({
      stream: streamOf(customerId),
      expected: 'no-stream',
      events: [event('CustomerRegistered', { data: {}, personal: { name: planted(7, 'name') } })],
    });
  await record('first');
  let recorded: Promise<unknown> | null = null;
  // A page that is not full is the last one: later events are found by the last look.
  const copied = () => {
    recorded ??= record('second');
  };
  expect(await seal('quiet', { copied }, never, from)).toMatchObject({ identical: true, complete: false });
  await recorded;
  const begins = async () => void (await record('third'));
  expect(await seal('quiet', { begins }, never, from)).toMatchObject({ identical: true, complete: true, events: 4, recordedMeanwhile: 1 });
  const vault = new Vault(keysOf('quiet'), secret);
  expect(saidIn(await openingEvents(vault)(await allOf('quiet')))).toEqual(new Set([planted(7, 'name')]));
  expect((await verifyLog(await logOf('quiet'), null, () => secret.keyed())).events).toBe(4);
}, 120_000);

describe('a namespace that is taken is refused, and nothing is written in it:', () => {
  const refused = async (into: string, why: RegExp) => {
    await expect(seal(into)).rejects.toMatchObject({ name: 'SealingRefused', message: expect.stringMatching(why) });
    return {
      events: (await allOf(into)).length,
      keys: await mongo
        .db(into)
        .collection('vault')
        .countDocuments({ customer: { $exists: true } }),
    };
  };

  it('by events', async () => {
    await (await logOf('taken')).append({ stream: streamOf('other'), expected: 'no-stream', events: ofBefore(1) });
    expect(await refused('taken', /"taken" is taken: .*on the stream "customer-other".*--into/)).toEqual({ events: 4, keys: 0 });
    expect(await keysOf('taken').id()).toBeNull();
  }, 60_000);

  it('by the vault or the secret of another log', async () => {
    await keysOf('vaulted').begin('of another log');
    expect(await refused('vaulted', /"vaulted" is taken: .*vault of another log.*--into/)).toEqual({ events: 0, keys: 0 });
    await secretCollection({ url: mongodb.url, database: 'tenure' }).keep(SECRET);
    await secretCollection({ url: mongodb.url, database: 'secret' }).keep('f'.repeat(64));
    expect(await refused('secret', /"secret" is taken: .*secret of another log.*--into/)).toEqual({ events: 0, keys: 0 });
  }, 60_000);

  it('by read models, also of an engine that runs on the sealed log already', async () => {
    await mongo.db('sealed').collection<{ _id: string }>('relays').insertOne({ _id: 'topic' });
    await refused('sealed', /"sealed" is taken: .*relays.*--into/);
  }, 60_000);

  it('by the log itself, or by a name like those of its streams', async () => {
    await refused('tenure', /"tenure" is taken: it has the log that is to be sealed/);
    expect(await refused('customer-x', /would be taken for those of customers.*--into/)).toEqual({ events: 0, keys: 0 });
  }, 60_000);
});

it('says so where there is no log, and where the new one has gone on by itself', async () => {
  await expect(seal('nowhere', {}, never, 'nothing')).rejects.toThrow(/no log in the namespace "nothing".*TENURE_NAMESPACE/);
  expect(await seal('used')).toMatchObject({ identical: true });
  await (await logOf('used')).append({ stream: streamOf('later'), expected: 'no-stream', events: ofBefore(1) });
  expect(await seal('used')).toMatchObject({ identical: false, differs: 'customer-later' });
}, 120_000);

it('seals nothing with new keys in the place of those that the vault lacks', async () => {
  await mongo.db('busy').collection('vault').deleteOne({ customer: 'second' });
  const sealing = () => seal('not-sealed', {}, never, 'busy');
  await expect(sealing()).rejects.toMatchObject({
    name: 'VaultUnavailable',
    message: expect.stringMatching(/^Nothing was sealed: .*"second".*Put the vault back/),
  });
  await mongo.db('busy').collection('vault').deleteMany({});
  await expect(sealing()).rejects.toThrow(/^Nothing was sealed: .*there are none in/);
  expect([await keysOf('not-sealed').id(), (await allOf('not-sealed')).length]).toEqual([null, 0]);
}, 60_000);
