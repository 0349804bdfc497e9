import { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import { Cluster } from '../faults/cluster.js';
import { type Servers, startServers } from '../faults/servers.js';
import { until } from '../faults/until.js';
import { kcat, readWithKcat } from './kcat.js';

const NAMESPACE = 'beside';
const TOPIC = `${NAMESPACE}.customer-events.v1`;

interface Parked {
  readonly projection: string;
  readonly customerId: string;
  readonly reason: string;
}

describe('what a role cannot read', () => {
  let servers: Servers;
  let cluster: Cluster;

  beforeAll(async () => {
    await kcat(['-V']);
    servers = await startServers();
    cluster = await Cluster.start(NAMESPACE, servers);
    for (const customerId of ['c-1', 'c-2']) await cluster.client.accept('RegisterCustomer', { customerId });
    await cluster.atHead();
  }, 180_000);
  afterAll(async () => {
    await cluster?.stop();
    await servers?.stop();
  });

  /** As another program might, with the customer's own key, so that the record is in the customer's partition. */
  const publish = (payload: string, headers: Readonly<Record<string, string>> = {}) => {
    const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`]);
    const murmur2 = ['-X', 'topic.partitioner=murmur2_random'];
    return kcat(['-P', '-b', servers.kafka.brokers[0]!, '-t', TOPIC, '-k', 'c-1', '-Z', ...murmur2, ...named], payload);
  };
  const page = (customerId: string) => cluster.client.get(`/v1/customers/${customerId}`);

  it('a record of somebody else is passed by, the log of the projector says which and why, and the customer goes on', async () => {
    const ours = {
      ce_specversion: '1.0',
      ce_source: '/tenure',
      ce_type: 'tenure.customer.VisitRecorded.v1',
      'content-type': 'application/json; charset=UTF-8',
    };
    await publish('hello');
    await publish('{}', { ...ours, ce_source: '/elsewhere' });
    await publish('{}', { ...ours, ce_specversion: '2.0' });
    await publish('{"facts":{}}', { ...ours, ce_subject: 'c-1', ce_stream: 'customer-c-2' });
    await cluster.client.accept('RecordVisit', { customerId: 'c-1' });
    await cluster.atHead();
    expect(await page('c-1')).toMatchObject({ revision: 1, visits: { count: 1 } });
    expect(await cluster.client.check()).toMatchObject({ identical: true });
    const projector = cluster.role('projector');
    const passed = () =>
      projector.said
        .split('\n')
        .filter((line) => line.includes('A record of the topic was passed by: '))
        .map((line) => JSON.parse(line) as { reason: string; key: string; offset: number; msg: string });
    await until(() => passed().length === 4, cluster.story('The projector does not say what it passed by'));
    expect(passed()).toMatchObject([
      { reason: 'not-ours', key: 'c-1', msg: expect.stringContaining('no header ce_specversion') },
      { reason: 'not-ours', key: 'c-1', msg: expect.stringContaining('"/elsewhere"') },
      { reason: 'unknown-format', key: 'c-1', msg: expect.stringContaining('"2.0"') },
      { reason: 'damaged', key: 'c-1', msg: expect.stringContaining('customer-c-2') },
    ]);
  }, 120_000);

  it('an event of a later version parks its customer with what to do; commands on it are refused with the same, all others go on', async () => {
    const log = await EventStoreDbEventLog.open({ url: servers.eventstoredb.url, namespace: `${NAMESPACE}.` });
    const metadata = { commandId: 'of-a-later-version', index: 0, payloadHash: 'hash', actor: 'key:later' };
    const visit = { type: 'VisitRecorded', version: 3, occurredAt: Date.UTC(2025, 0, 1), data: { visits: ['V-1', 'V-2'] }, metadata };
    expect(await log.append({ stream: 'customer-c-2', expected: 0, events: [visit] })).toMatchObject({ outcome: 'appended' });
    await log.close();
    const remedy = /holds a VisitRecorded of version 3, which this version of Tenure does not know: run the version that wrote it, or a later one/;
    const refused = await cluster.client.send('RecordVisit', { customerId: 'c-2' });
    expect([refused.status, refused.json()]).toEqual([503, expect.objectContaining({ code: 'event-unknown', detail: expect.stringMatching(remedy) })]);
    await cluster.client.accept('RecordVisit', { customerId: 'c-1' });
    await cluster.atHead();
    expect(await page('c-1')).toMatchObject({ revision: 2, visits: { count: 2 } });
    expect(await page('c-2')).toMatchObject({ revision: 0, visits: { count: 0 } });
    const { items: parked } = await cluster.client.get<{ items: Parked[] }>('/v1/operations/parked');
    // No other read models read visits.
    expect(parked.map(({ projection }) => projection).sort()).toEqual(['churn-likelihood', 'customer-file', 'lifetime-value']);
    for (const { customerId, reason } of parked) expect([customerId, reason]).toEqual(['c-2', expect.stringMatching(remedy)]);
    // The log and the topic have it: a reader that knows the version misses nothing.
    const { items } = await cluster.client.get<{ items: { type: string }[] }>('/v1/customers/c-2/events');
    expect(items.map(({ type }) => type)).toEqual(['tenure.customer.CustomerRegistered.v1', 'tenure.customer.VisitRecorded.v3']);
    const records = await readWithKcat(servers.kafka.brokers[0]!, TOPIC);
    expect(records.filter(({ key, headers = [] }) => key === 'c-2' && headers.includes('tenure.customer.VisitRecorded.v3'))).toHaveLength(1);
  }, 120_000);
});
