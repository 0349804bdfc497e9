import { readFileSync } from 'node:fs';
import { createTopic } from '@tenure/event-feed/kafka';
import { type CloudEvent, Kafka as KafkaBinding } from 'cloudevents';
import { Kafka, logLevel } from 'kafkajs';
import { BSON, MongoClient } from 'mongodb';
import type { Event } from '../engine/client.js';
import { Cluster, PARTITIONS } from '../faults/cluster.js';
import { type Servers, startServers } from '../faults/servers.js';
import { until } from '../faults/until.js';
import { findings, pairs, toCloudEvent } from './cloud-event.js';
import { type CustomerOfEvents, customersOf } from './customer-of-events.js';
import { kcat, readWithKcat, type TopicRecord } from './kcat.js';

const NAMESPACE = 'outside';
const TOPIC = `${NAMESPACE}.customer-events.v1`;
const eur = (minor: number) => ({ minor, currency: 'EUR' });
const zoe = 'K/Zoë, Müller & Söhne = 東京 🦊';
const many = Array.from({ length: 60 }, (_, n) => `c-${n}`);

const sealed = expect.stringMatching(/^sealed\.1\.\d+\.\w+\.[\w-]+$/);
/** Each value replaced by a sealed one; null, for a value that was taken away, stays. */
const allSealed = (personal: object) => Object.fromEntries(Object.entries(personal).map(([field, value]) => [field, value === null ? null : sealed]));

/** From test/dist/topic to the page that describes a record to users. */
const page = readFileSync(new URL('../../../libs/event-feed/kafka/README.md', import.meta.url), 'utf8');

describe('the topic, read by a client and a consumer that share nothing with Tenure', () => {
  let servers: Servers;
  let cluster: Cluster;
  let broker: string;
  let records: TopicRecord[];
  let customers: Map<string, CustomerOfEvents>;

  const tell = (customerId: string, name: string, fields: object = {}) => cluster.client.accept(name, { customerId, ...fields });
  const visitAll = async (visitId: string) => {
    const lines = many.map((customerId) => ({ command: 'RecordVisit', id: `${visitId}-${customerId}`, data: { customerId, visitId } }));
    for (const answer of await cluster.client.bulk<{ status: number }>(lines)) expect(answer.status).toBe(201);
  };
  const published = () =>
    until(async () => {
      const { relay, log } = await cluster.status();
      return relay.position === log.position;
    }, cluster.story('The relay does not come to the head of the log'));

  beforeAll(async () => {
    await kcat(['-V']);
    servers = await startServers();
    [broker] = servers.kafka.brokers as [string];
    cluster = await Cluster.start(NAMESPACE, servers);
    await tell(zoe, 'RegisterCustomer', {
      party: 'organisation',
      occurredAt: '2025-01-02T08:00:00+01:00',
      personal: { name: 'Zoë Müller', email: 'zoë@müller.example', address: 'Straße 1\n東京 🦊' },
      attributes: { region: 'Île-de-France', vip: true, seats: 12.5 },
    });
    await tell(zoe, 'RecordPurchase', { occurredAt: '2025-01-10T12:00:00Z', orderId: 'A-1', amount: eur(10_000), channel: 'web' });
    await tell(zoe, 'RecordReturn', {
      occurredAt: '2025-02-20T12:00:00Z',
      orderId: 'A-1',
      returnId: 'R-1',
      amount: eur(2_500),
      reason: 'Tante Ňina will nicht',
    });
    await tell(zoe, 'LogComplaint', { complaintId: 'K-1', subject: 'Frau Öztürk wartet', severity: 'high', description: 'Niemand rief zurück.' });
    await cluster.client.bulk(many.map((customerId) => ({ command: 'RegisterCustomer', id: `r-${customerId}`, data: { customerId } })));
    await visitAll('V-1');
    await published();
    // The events that the relay finds on its return are one batch; those sent while it runs come in several.
    await cluster.role('relay').kill();
    await tell(zoe, 'RecordPurchase', { orderId: 'A-2', amount: { minor: 700, currency: 'USD' } });
    await tell(zoe, 'ResolveComplaint', { complaintId: 'K-1', resolution: 'Herr Çelik rief an' });
    await visitAll('V-2');
    await cluster.role('relay').start();
    await tell(zoe, 'ChangeCustomerDetails', { personal: { phone: '+49 40 1', email: null }, attributes: { vip: null, region: 'süd' } });
    await tell(zoe, 'RecordVisit', { visitId: 'V-1', channel: 'in-person', place: 'bei Þóra' });
    await visitAll('V-3');
    await published();
    records = await readWithKcat(broker, TOPIC);
    customers = customersOf(records.map(toCloudEvent));
  }, 180_000);
  afterAll(async () => {
    await cluster?.stop();
    await servers?.stop();
  });

  it('holds nothing but CloudEvents 1.0 in binary mode, whose id and source name one event each', () => {
    expect(records.length).toBeGreaterThanOrEqual(8 + 4 * many.length);
    expect(records.map((record) => [record.offset, findings(record)])).toEqual(records.map(({ offset }) => [offset, []]));
    const events = new Map<string, string>();
    for (const { headers = [], payload } of records) {
      const { id, source } = Object.fromEntries(toCloudEvent({ partition: 0, offset: 0, key: null, payload, headers }).attributes);
      const content = JSON.stringify([headers, payload]);
      expect([id, events.get(`${source} ${id}`) ?? content]).toEqual([id, content]);
      events.set(`${source} ${id}`, content);
    }
    expect(events.size).toBe(8 + 4 * many.length);
  });

  it('is read by the SDK of CloudEvents, which finds every event valid', () => {
    for (const { headers = [], key, payload } of records) {
      const message = { headers: Object.fromEntries(pairs(headers)), key, value: payload, body: payload };
      const event = KafkaBinding.toEvent<Record<string, unknown>>(message);
      if (Array.isArray(event)) throw new Error('One record was read as several events');
      expect((event as CloudEvent<unknown>).validate()).toBe(true);
      expect(event).toMatchObject({ subject: key, source: '/tenure', data: { facts: expect.any(Object) } });
    }
  });

  it('shows by the command on the page what the page says', async () => {
    const [, command, format] = /`kcat (.*?) -f '(.*?)'`/.exec(page)!;
    const address = command!.replace('localhost:9092', broker).replace('tenure.customer-events.v1', TOPIC).split(' ');
    const shown = (await kcat([...address, '-f', format!, '-e', '-q'])).split('\n');
    expect(shown.pop()).toBe('');
    const blocks = Array.from({ length: shown.length / 3 }, (_, n) => shown.slice(3 * n, 3 * n + 3).join('\n'));
    const told = records.map(({ key, headers = [], payload }) => `${key}\n${[...pairs(headers)].map((pair) => pair.join('=')).join()}\n${payload}`);
    expect(blocks.sort()).toEqual(told.sort());
    const names = new Set(records.flatMap(({ headers = [] }) => [...pairs(headers)].map(([name]) => name)));
    for (const name of names) expect(page).toContain(name);
  });

  it('has each customer as key and subject, on the partition where librdkafka puts the same key by murmur2', async () => {
    for (const record of records) expect(toCloudEvent(record).attributes.get('subject')).toBe(record.key);
    const admin = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    await createTopic(admin, { topic: 'keys', numPartitions: PARTITIONS, replicationFactor: 1 });
    await admin.disconnect();
    const input = [zoe, ...many].map((key) => `${key}\tx\n`).join('');
    await kcat(['-P', '-b', broker, '-t', 'keys', '-K', '\t', '-X', 'topic.partitioner=murmur2_random'], input);
    const theirs = new Map((await readWithKcat(broker, 'keys')).map(({ key, partition }) => [key, partition]));
    expect(theirs.size).toBe(1 + many.length);
    expect(new Set(theirs.values()).size).toBe(PARTITIONS);
    expect(records.map(({ key, partition }) => [key, partition])).toEqual(records.map(({ key }) => [key, theirs.get(key)]));
  });

  it('holds what is personal sealed, and so do the read models on MongoDB; the API shows it to those who may see it', async () => {
    const [planted] = customers.get(zoe)!.history;
    expect((planted!.data as { personal: object }).personal).toEqual({ name: sealed, email: sealed, address: sealed });
    await cluster.atHead();
    const client = await new MongoClient(servers.mongodb.url).connect();
    const stored: string[] = [];
    for (const { name } of await client.db(NAMESPACE).listCollections().toArray()) {
      for await (const document of client.db(NAMESPACE).collection(name).find()) stored.push(BSON.EJSON.stringify(document));
    }
    await client.close();
    const everything = Buffer.from([JSON.stringify(records), ...stored].join('\n'));
    expect(everything.includes('sealed.1.0.CustomerRegistered.')).toBe(true);
    for (const personal of ['Zoë Müller', 'zoë@müller', 'Straße', '+49 40 1', 'Niemand', 'Öztürk', 'Çelik', 'Ňina', 'Þóra'])
      expect([personal, everything.includes(personal)]).toEqual([personal, false]);
    const { items } = await cluster.client.get<{ items: Event[] }>(`/v1/customers/${encodeURIComponent(zoe)}/events`);
    expect(items[0]!.data).toMatchObject({ personal: { name: 'Zoë Müller', email: 'zoë@müller.example', address: 'Straße 1\n東京 🦊' } });
  });

  it('gives every customer with the history that the API tells: ids, types, facts, and revisions from 0 without a hole', async () => {
    expect([...customers.keys()].sort()).toEqual([zoe, ...many].sort());
    for (const { customerId, history } of customers.values()) {
      const { items } = await cluster.client.get<{ items: Event[] }>(`/v1/customers/${encodeURIComponent(customerId)}/events?limit=1000`);
      expect(items.map(({ revision }) => revision)).toEqual(history.map((_, revision) => revision));
      const sealedIn = ({ personal, ...facts }: Record<string, unknown>) => ({
        ...facts,
        ...(personal !== undefined && { personal: allSealed(personal as object) }),
      });
      expect(history).toEqual(items.map(({ id, type, data }) => ({ id, type, data: sealedIn(data) })));
    }
  });

  it('gives attributes of events that are those of /v1/events, in the order of the log by ce_sequence', async () => {
    const ofApi = (await cluster.client.events()).filter(({ type }) => type.startsWith('tenure.customer.'));
    const first = new Map(records.toReversed().map((record) => [toCloudEvent(record).attributes.get('id')!, toCloudEvent(record).attributes]));
    const bySequence = [...first.values()].sort((a, b) => (a.get('sequence')! < b.get('sequence')! ? -1 : 1));
    const attributes = ['id', 'type', 'source', 'subject', 'time', 'recordedtime', 'sequence', 'revision', 'actor', 'commandid'] as const;
    expect(bySequence.map((each) => attributes.map((name) => each.get(name)))).toEqual(
      ofApi.map((event) => attributes.map((name) => String((event as unknown as Record<string, unknown>)[name]))),
    );
  });

  it('folds to what the page of the customer says', async () => {
    await cluster.atHead();
    for (const customer of customers.values()) {
      const file = await cluster.client.get(`/v1/customers/${encodeURIComponent(customer.customerId)}`);
      const complaints = [...customer.complaints.values()];
      const { revision, party, attributes, visits } = customer;
      const personal = Object.keys(customer.personal).sort();
      const totals = [...customer.totals].map(([currency, { purchases, spend, returns, returned }]) => ({
        currency,
        purchases,
        spend: { minor: spend, currency },
        returns,
        returned: { minor: returned, currency },
        net: { minor: spend - returned, currency },
      }));
      expect(Object.keys(file['personal'] as object).sort()).toEqual(personal);
      expect(file).toMatchObject({ revision, party, attributes, totals, events: revision + 1, visits: { count: visits } });
      expect(Date.parse(file['since'] as string)).toBe(Date.parse(customer.since!));
      expect(file['complaints']).toEqual({
        open: complaints.filter((state) => state === 'open').length,
        resolved: complaints.filter((state) => state === 'resolved').length,
      });
    }
    expect(customers.get(zoe)).toMatchObject({ revision: 7, personal: { name: sealed, phone: sealed }, attributes: { region: 'süd', seats: 12.5 } });
    expect(customers.get('c-0')).toMatchObject({ revision: 3, visits: 3 });
  });
});

describe('without kcat', () => {
  const { PATH } = process.env;
  afterEach(() => {
    process.env.PATH = PATH;
  });

  it('the test fails, and says what to install', async () => {
    process.env.PATH = '/nowhere';
    await expect(kcat(['-V'])).rejects.toThrow(/install it \(Debian: apt-get install kcat\)/);
  });
});
