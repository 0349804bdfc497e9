import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MongoClient } from 'mongodb';
import { Client } from '../engine/client.js';
import { apiKey } from '../engine/tenure-program.js';
import { Cluster } from './cluster.js';
import type { Role } from './role-process.js';
import { type Servers, startServers } from './servers.js';
import { until } from './until.js';

const CUSTOMERS = 4;

describe('damage on a cluster', () => {
  let servers: Servers;
  let cluster: Cluster;

  beforeAll(async () => {
    servers = await startServers();
  }, 180_000);
  afterEach(() => cluster?.stop());
  afterAll(() => servers?.stop());

  async function begin(namespace: string): Promise<void> {
    cluster = await Cluster.start(namespace, servers);
    for (let n = 0; n < CUSTOMERS; n++) {
      await cluster.client.accept('RegisterCustomer', { customerId: `c-${n}`, occurredAt: '2025-01-01T00:00:00Z' });
      await purchase(n, 1);
    }
    await cluster.atHead();
  }
  async function purchase(customer: number, order: number): Promise<void> {
    const body = { customerId: `c-${customer}`, orderId: `o-${order}`, amount: { minor: 1_000, currency: 'USD' }, occurredAt: '2026-01-01T00:00:00Z' };
    await cluster.client.accept('RecordPurchase', body);
  }
  const ask = (role: Role, path: string) => new Client(cluster.role(role).url, apiKey).ask(path);
  const isReady = async (role: Role) => (await ask(role, '/health/ready')).status === 200;

  /** Replaces a 1 in the first amount of a stored document by 9, as a person might; the text stays JSON. */
  async function edit(projection: string, customer: string): Promise<void> {
    const client = await MongoClient.connect(servers.mongodb.url);
    try {
      const database = client.db(cluster.namespace);
      const names = (await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
      const documents = database.collection<{ _id: string; body: string }>(
        names.find((name) => name.startsWith(`view.${projection}.`) && name.endsWith('.documents'))!,
      );
      const { body } = (await documents.findOne({ _id: customer }))!;
      const edited = body.replace('1000', '9000');
      expect(edited).not.toBe(body);
      await documents.updateOne({ _id: customer }, { $set: { body: edited } });
    } finally {
      await client.close();
    }
  }

  async function untilReplaced(projection: string): Promise<void> {
    const aside = async () => (await cluster.status()) as unknown as { setAside: { reason: string; keptAs: string } | null };
    await until(async () => (await aside()).setAside !== null && (await isReady('query-api')), cluster.story('The damaged read model is not replaced'));
    await cluster.atHead();
    expect((await aside()).setAside).toEqual({
      at: expect.any(String),
      keptAs: expect.stringContaining(`view.${projection}.`),
      reason: expect.stringMatching(/document of customer "c-\d" cannot be read \(its checksum does not match.*possible tampering/),
    });
    expect(await cluster.client.check()).toMatchObject({ identical: true });
  }

  it('an edited document of a read model is found by who folds the next event into it: the read model is set aside, and built anew', async () => {
    await begin('folded');
    // A projector keeps a customer's document in memory after two events, and does not read it again.
    await cluster.role('projector').stop();
    await edit('lifetime-value', 'c-1');
    await purchase(1, 2);
    await cluster.role('projector').start();
    await untilReplaced('lifetime-value');
  }, 240_000);

  it('and by who reads it, who is not answered with it', async () => {
    await begin('shown');
    await edit('customer-file', 'c-2');
    expect(await ask('query-api', '/v1/customers/c-2')).toMatchObject({ status: 503, text: expect.stringContaining('read-model-damaged') });
    await untilReplaced('customer-file');
    expect((await ask('query-api', '/v1/customers/c-2')).status).toBe(200);
  }, 240_000);

  it('an event that is not what was recorded is named by the relay, in its log, readiness, status and metrics', async () => {
    await begin('log');
    await servers.eventstoredb.kill();
    const file = new Database(join(servers.logFolder, 'eventstoredb-stand-in.db'));
    const { position, data } = file
      .prepare("SELECT position, CAST(data AS TEXT) AS data FROM event WHERE stream = 'log.customer-c-3' AND revision = 1")
      .get() as {
      position: number;
      data: string;
    };
    file.prepare('UPDATE event SET data = ? WHERE position = ?').run(Buffer.from(data.replace('1000', '9000')), position);
    file.close();
    await servers.eventstoredb.restart();
    await until(
      async () => !(await isReady('relay')) && (await ask('relay', '/health/ready')).text.includes('Damaged events'),
      cluster.story('The relay does not find the damaged event'),
    );
    const named = /revision 1 of stream \\"customer-c-3\\" at position \d+.*Restore the log from a backup/;
    expect((await ask('relay', '/health/ready')).text).toMatch(named);
    expect(JSON.parse((await ask('relay', '/v1/status')).text).scrub).toMatchObject({ damaged: [{ stream: 'customer-c-3', revision: 1 }], failure: null });
    expect((await ask('relay', '/metrics')).text).toMatch(/^tenure_log_damaged_events 1$/m);
    expect(cluster.role('relay').said).toMatch(named);
  }, 240_000);
});
