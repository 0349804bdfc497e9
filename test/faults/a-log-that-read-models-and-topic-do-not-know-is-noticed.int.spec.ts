import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { partitionOf } from '@tenure/event-feed';
import { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { copyLog } from '@tenure/migrating';
import { type Db, MongoClient } from 'mongodb';
import { type Answer, Client } from '../engine/client.js';
import { tenure } from '../engine/command-line.js';
import { temporaryFolder } from '../engine/temporary-folder.js';
import { apiKey } from '../engine/tenure-program.js';
import { Cluster, PARTITIONS } from './cluster.js';
import type { Role } from './role-process.js';
import { type Servers, startServers } from './servers.js';
import { until } from './until.js';

const ROLES: readonly Role[] = ['relay', 'projector', 'command-api', 'query-api'];
/** How often a projector checks that the log is still the same one. */
const PROJECTOR_LOOKS_EVERY_MS = 5_000;

interface Status {
  readonly log: { readonly id: string; readonly restores: unknown[] };
  readonly relay: { readonly publication: string | null };
  readonly setAside: { readonly reason: string; readonly keptAs: string } | null;
  readonly projections: readonly { readonly lagEvents: number | null; readonly lagMs: number }[];
}

describe('a log that read models and topic do not know', () => {
  let servers: Servers;
  let cluster: Cluster;
  const others: EventStoreDbStandIn[] = [];

  beforeAll(async () => {
    servers = await startServers();
  }, 180_000);
  afterEach(() => cluster?.stop());
  afterAll(async () => {
    await Promise.all(others.map((each) => each.kill()));
    await servers?.stop();
  });

  /** Two purchases of each customer: the second is revision 2 of its stream, whatever its content. */
  async function purchases(from: number, to: number, minor: number, day = '2026-01-01'): Promise<void> {
    for (let n = from; n < to; n++) {
      const purchase = { customerId: `c-${n}`, orderId: `o-${n}-${minor}`, amount: { minor, currency: 'USD' }, occurredAt: `${day}T00:00:00Z` };
      await cluster.client.accept('RecordPurchase', purchase);
    }
  }
  async function customers(count: number): Promise<void> {
    for (let n = 0; n < count; n++) await cluster.client.accept('RegisterCustomer', { customerId: `c-${n}`, occurredAt: '2025-01-01T00:00:00Z' });
  }

  const status = async () => (await cluster.status()) as unknown as Status;
  const notReady = async (role: Role) => {
    const { status: code, text } = await new Client(cluster.role(role).url, apiKey).ask('/health/ready');
    return code === 200 ? '' : text;
  };
  const ready = (of = ROLES) => until(async () => (await Promise.all(of.map(notReady))).every((text) => text === ''), cluster.story('Not every role is ready'));
  const refused = (of: readonly Role[], reason: RegExp) =>
    until(async () => (await Promise.all(of.map(notReady))).every((text) => reason.test(text)), cluster.story(`Not every role says ${reason}`));
  const republish = (...args: string[]) => tenure(['republish', '--url', cluster.role('query-api').url, '--json', ...args], { cwd: temporaryFolder() });

  async function inMongoDb<T>(work: (database: Db) => Promise<T>): Promise<T> {
    const client = await MongoClient.connect(servers.mongodb.url);
    try {
      return await work(client.db(cluster.namespace));
    } finally {
      await client.close();
    }
  }
  const namesIn = async (database: Db) => (await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  /** Names of the stored collections of views. */
  const collections = () => inMongoDb(namesIn);

  /** The answer to a retry of a customer who is parked in `complaints` for the duration of the call. */
  async function retryOfParked(customerId: string): Promise<Answer> {
    return inMongoDb(async (database) => {
      const name = (await namesIn(database)).find((each) => /^view\.complaints\..*\.parked$/.test(each))!;
      const parkedIn = database.collection<{ _id: string }>(name);
      const parked = { revision: 0, eventType: 'CustomerRegistered', reason: 'as the spec has it', parkedAt: 0 };
      await parkedIn.insertOne({ _id: customerId, partition: partitionOf(customerId, PARTITIONS), commit: 0, parked } as { _id: string });
      try {
        return await cluster.client.postAnswer(`/v1/operations/parked/complaints/${customerId}/retry`, {});
      } finally {
        await parkedIn.deleteOne({ _id: customerId });
      }
    });
  }

  /** Types of all events in the log on the servers. */
  async function recorded(): Promise<string[]> {
    const log = await EventStoreDbEventLog.open({ url: servers.eventstoredb.url, namespace: `${cluster.namespace}.` });
    try {
      return (await log.readAll({ after: null, limit: 1_000 })).map(({ type }) => type);
    } finally {
      await log.close();
    }
  }

  /** Changes the log's folder while the log's server is stopped. */
  async function whileStopped(change: () => void): Promise<void> {
    await servers.eventstoredb.kill();
    change();
    await servers.eventstoredb.restart();
  }

  /** Waits until each role has read the last event, and would notice its loss. */
  async function seenByAll(): Promise<void> {
    await cluster.atHead();
    await delay(PROJECTOR_LOOKS_EVERY_MS + 2_000);
  }

  /** A process that keeps facts about a log in memory ends, with the reason, when the log is replaced; an orchestrator starts it again. */
  async function endAndStartAgain(): Promise<void> {
    const runs = () => ROLES.filter((role) => cluster.role(role).runs);
    await until(() => runs().length === 0, cluster.story(`Another log was put beneath them, and not all roles have ended`));
    for (const role of ROLES)
      expect([await cluster.role(role).ended(), cluster.role(role).said]).toEqual([1, expect.stringContaining('does not hold its last event any more')]);
    await Promise.all(ROLES.map((role) => cluster.role(role).start()));
  }
  const put = (from: string) => {
    rmSync(servers.logFolder, { recursive: true });
    cpSync(from, servers.logFolder, { recursive: true });
  };

  it('put back to an earlier state is refused; once the loss is accepted the topic is published and every read model built anew', async () => {
    cluster = await Cluster.start('restored', servers);
    await customers(5);
    await purchases(0, 5, 1_000);
    const backup = join(temporaryFolder(), 'backup');
    await whileStopped(() => cpSync(servers.logFolder, backup, { recursive: true }));
    await purchases(0, 5, 2_000);
    await seenByAll();
    const before = await status();
    await whileStopped(() => put(backup));
    await endAndStartAgain();
    await refused(ROLES, /not of this log: they stand at [\d-]+, and the log ends at [\d-]+.*tenure republish --accept-loss/);
    const without = await republish('--reason', 'the topic was deleted');
    expect([without.exitCode === 0, without.stderr]).toEqual([false, expect.stringContaining('--accept-loss')]);
    expect((await status()).projections.every(({ lagMs, lagEvents }) => lagMs >= 0 && (lagEvents ?? 0) >= 0)).toBe(true);
    expect((await republish('--accept-loss', '--reason', 'the disk was lost')).exitCode).toBe(0);
    // The same revisions as the lost ones, whose records the topic still holds.
    await purchases(0, 5, 3_000);
    await ready();
    await cluster.atHead();
    const after = await status();
    expect([after.log.id, after.log.restores.length]).toEqual([before.log.id, 1]);
    expect(after.relay.publication).not.toBe(before.relay.publication);
    expect(after.setAside).toMatchObject({ reason: expect.stringContaining('the log ends at'), keptAs: expect.stringContaining('view.retention.') });
    expect(await collections()).toContainEqual(expect.stringMatching(/^view\.retention\.\d+\.1\.documents$/));
    expect(await cluster.client.check()).toMatchObject({ identical: true });
    expect(cluster.role('projector').said).toContain('was set aside, and is built anew');
    // From now on it is a log like any other.
    await Promise.all(ROLES.map((role) => cluster.role(role).stop()));
    await Promise.all(ROLES.map((role) => cluster.role(role).start()));
    await ready();
    await purchases(0, 5, 4_000);
    await cluster.atHead();
    expect((await status()).relay.publication).toBe(after.relay.publication);
    expect(await cluster.client.check()).toMatchObject({ identical: true });
  }, 300_000);

  it('emptied is refused, also where roles start on it, and nothing is changed: the log put back, all go on', async () => {
    cluster = await Cluster.start('emptied', servers);
    // Enough for a fit: six customers have bought again.
    await customers(6);
    await purchases(0, 6, 1_000);
    await purchases(0, 6, 1_500, '2026-02-01');
    await purchases(0, 2, 1_600, '2026-04-01');
    await seenByAll();
    const before = await status();
    const kept = join(temporaryFolder(), 'kept');
    await whileStopped(() => {
      cpSync(servers.logFolder, kept, { recursive: true });
      rmSync(servers.logFolder, { recursive: true });
    });
    await endAndStartAgain();
    await refused(ROLES, /not of this log.*tenure republish --accept-loss/);
    const late = await cluster.client.send('RegisterCustomer', { customerId: 'late', occurredAt: '2025-01-01T00:00:00Z' }, { key: 'late' });
    expect([late.status, late.json()]).toEqual([503, expect.objectContaining({ code: 'log-facts-missing', detail: expect.stringContaining('--accept-loss') })]);
    const key = await new Client(cluster.role('command-api').url, apiKey).postAnswer('/v1/keys', { name: 'late', roles: ['analyst'] });
    const analyst = await cluster.add('analyst');
    const fit = await new Client(analyst.url, apiKey).postAnswer('/v1/models/mbg-nbd/fits', {});
    const answers = Object.entries({ key, fit, retry: await retryOfParked('c-0') });
    expect(answers.map(([what, { status: code, text }]) => [what, code, text])).toEqual(
      answers.map(([what]) => [what, 503, expect.stringContaining('"log-facts-missing"')]),
    );
    // A process that ends records the accesses so far, if it may.
    for (const role of ['command-api', 'query-api', 'analyst'] as const) await cluster.role(role).stop();
    expect(await recorded()).toEqual([]);
    await whileStopped(() => put(kept));
    await Promise.all(ROLES.map((role) => cluster.role(role).stop()));
    await Promise.all(ROLES.map((role) => cluster.role(role).start()));
    await ready();
    await purchases(0, 3, 2_000);
    await cluster.atHead();
    expect(await status()).toMatchObject({ setAside: null, relay: { publication: before.relay.publication }, log: { restores: [] } });
    expect(await cluster.client.check()).toMatchObject({ identical: true });
  }, 300_000);

  it('emptied beneath a projector that runs ends it, too: once the loss is accepted all go on, and read models equal a rebuild', async () => {
    cluster = await Cluster.start('begun-anew', servers);
    await customers(3);
    await purchases(0, 3, 1_000);
    await seenByAll();
    await whileStopped(() => rmSync(servers.logFolder, { recursive: true }));
    await endAndStartAgain();
    await refused(ROLES, /not of this log.*tenure republish --accept-loss/);
    expect((await republish('--accept-loss', '--reason', 'the disk was lost')).exitCode).toBe(0);
    await ready();
    await customers(2);
    await purchases(0, 2, 2_000);
    await cluster.atHead();
    await ready();
    expect(await cluster.client.check()).toMatchObject({ identical: true });
  }, 300_000);

  it('that is another one and holds all that they know, as a copy does, is gone on with by itself: published and built anew, with a warning', async () => {
    cluster = await Cluster.start('copied', servers);
    await customers(3);
    await purchases(0, 3, 1_000);
    await cluster.atHead();
    const before = await status();
    await cluster.stop();
    const other = await startEventStoreDbStandIn({ data: join(temporaryFolder(), 'other') });
    others.push(other);
    const [source, target] = await Promise.all([servers.eventstoredb.url, other.url].map((url) => EventStoreDbEventLog.open({ url, namespace: 'copied.' })));
    await copyLog(source!, target!, () => undefined, new AbortController().signal);
    await Promise.all([source!.close(), target!.close()]);
    cluster = await Cluster.start('copied', { ...servers, eventstoredb: other });
    await ready();
    await purchases(0, 3, 2_000);
    await cluster.atHead();
    const after = await status();
    expect(after.log.id).not.toBe(before.log.id);
    expect(after.relay.publication).not.toBe(before.relay.publication);
    expect(after.setAside?.reason).toContain(`they are of log ${before.log.id}`);
    expect(await cluster.client.check()).toMatchObject({ identical: true });
    expect(cluster.role('relay').said).toContain('all of it is published anew');
  }, 300_000);
});
