import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { PUBLICATION } from '../cloud-event.js';
import { MemoryTopic } from '../testing/memory-topic.js';
import { until } from '../testing/stage.js';
import { MemoryRelayState } from './memory-relay-state.js';
import { Relay } from './relay.js';

const PARTITIONS = 2;

describe('a publication of the log', () => {
  let folder: string;
  let log: SqliteEventLog;
  let topic: MemoryTopic;
  let state: MemoryRelayState;
  const running: Relay[] = [];
  let said: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenure-publication-'));
    log = await SqliteEventLog.open(join(folder, 'log.sqlite'));
    topic = new MemoryTopic(PARTITIONS);
    state = new MemoryRelayState();
    said = [];
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((relay) => relay.stop()));
    await log.close();
    await rm(folder, { recursive: true });
  });

  async function append(customers: number): Promise<void> {
    for (let n = 0; n < customers; n++) {
      const stream = streamOf(`c-${n}`);
      const before = (await log.readStream(stream)).length;
      const metadata = { commandId: `visit-${before}`, index: 0, payloadHash: '', actor: 'test' };
      const event = { type: 'VisitRecorded', version: 1, occurredAt: 0, data: {}, metadata };
      await log.append({ stream, expected: before === 0 ? 'no-stream' : before - 1, events: [event] });
    }
  }

  async function start(holder = 'a'): Promise<Relay> {
    const relay = new Relay(log, state, {
      connection: { brokers: ['memory:9092'], clientId: 'test', log: (_, message) => said.push(message) },
      topic: { topic: 'memory', partitions: PARTITIONS, replication: 1, retentionMs: 'forever' },
      openTopic: topic.open,
      holder,
      leaseMs: 60,
      batchEvents: 3,
      watchMs: 20,
    });
    running.push(relay);
    await relay.start();
    return relay;
  }

  const checkpoint = async () => (await state.read()).checkpoint;
  const published = async () => until(async () => (await checkpoint()).position === (await log.head())!.position);
  const named = () => new Set(topic.records.map(({ headers }) => headers![PUBLICATION] as string));

  it('keeps the id of its log, and goes on with no other log, and with no earlier state of it', async () => {
    await append(5);
    await start();
    await published();
    await Promise.all(running.splice(0).map((relay) => relay.stop()));
    const kept = await checkpoint();
    expect(kept).toMatchObject({ logId: await log.id(), eventId: (await log.head())!.eventId });
    const records = topic.records.length;
    await log.close();
    await rm(join(folder, 'log.sqlite'));
    log = await SqliteEventLog.open(join(folder, 'log.sqlite'));
    await append(7);
    const relay = await start();
    await until(async () => relay.progress().lastError !== null);
    expect(relay.progress()).toMatchObject({ healthy: false, lastError: expect.stringContaining('not of this log') });
    expect([await checkpoint(), topic.records.length]).toEqual([kept, records]);
  });

  it('has a name, which is known before its first record is in the topic, and which every record carries', async () => {
    await append(5);
    const known: Array<string | null> = [];
    topic.before = async () => void known.push((await checkpoint()).publication);
    await start();
    await published();
    const { publication } = await checkpoint();
    expect(publication).toEqual(expect.any(String));
    expect([...new Set(known)]).toEqual([publication]);
    expect([...named()]).toEqual([publication]);
  });

  it('is gone on with after a restart', async () => {
    await append(2);
    const relay = await start();
    await published();
    const { publication } = await checkpoint();
    await relay.stop();
    await append(2);
    await start('b');
    await published();
    expect([(await checkpoint()).publication, topic.records.length]).toEqual([publication, 4]);
  });

  it('gets a name where something was published before there were names, and nothing is published again', async () => {
    await append(2);
    await (await startAndPublish()).stop();
    topic.partitions = topic.partitions.map((records) =>
      records.map(({ headers: { ce_publication: _, ...headers } = {}, ...record }) => ({ ...record, headers })),
    );
    const epoch = (await state.acquire('of-before', 1))!;
    await state.save(epoch, { ...(await checkpoint()), publication: null, lastRecords: undefined });
    await state.release(epoch);
    await start('b');
    await until(async () => (await checkpoint()).publication !== null);
    await append(1);
    await published();
    expect(topic.records).toHaveLength(3);
  });

  it('ends when it is started over, also while a batch is on its way: what was acknowledged late is not saved, and another begins', async () => {
    await append(5);
    let held: () => void = () => undefined;
    const hold = new Promise<void>((resolve) => {
      held = resolve;
    });
    topic.before = () => hold;
    await start();
    await until(async () => (await checkpoint()).publication !== null);
    const first = (await checkpoint()).publication;
    await state.startOver();
    held();
    await published();
    const { publication } = await checkpoint();
    expect(publication).not.toBe(first);
    const ofSecond = topic.records.filter(({ headers }) => headers![PUBLICATION] === publication);
    expect(ofSecond).toHaveLength(5);
    expect(topic.records.length).toBeGreaterThan(5);
  });

  it('begins by itself where the topic was found made anew, once it is started over', async () => {
    await append(5);
    const relay = await startAndPublish();
    topic.makeAnew();
    await append(5);
    await until(() => relay.progress().lastError !== null);
    expect(relay.progress().lastError).toMatch(/was acknowledged: the topic was created anew.*tenure republish/);
    topic.makeAnew();
    await state.startOver();
    await published();
    expect(topic.records).toHaveLength(10);
    await until(() => relay.progress().lastError === null);
  });

  it('is not gone on with in a topic that was made anew beneath a running relay', async () => {
    await append(6);
    const relay = await startAndPublish();
    const before = await checkpoint();
    topic.makeAnew();
    await append(6);
    await until(() => relay.progress().lastError !== null);
    expect(relay.progress().lastError).toMatch(/ends at \d, though \d was acknowledged/);
    expect(await checkpoint()).toEqual(before);
  });

  it.each(['at the start', 'while it runs'])(
    'is not gone on with in a topic that was made anew and filled by others to where it had ended, or further: %s',
    async (when) => {
      await append(6);
      const relay = await startAndPublish();
      if (when === 'at the start') await relay.stop();
      const before = await checkpoint();
      topic.makeAnew();
      topic.partitions = topic.partitions.map((_, partition) => Array.from({ length: 7 }, () => ({ partition, key: 'stranger', value: '{}', headers: {} })));
      const next = when === 'at the start' ? await start('b') : relay;
      await append(6);
      await until(() => next.progress().lastError !== null);
      expect(next.progress().lastError).toMatch(/has another record at \d+, where event [0-9a-f-]+ was acknowledged: .*tenure republish/);
      expect(said.filter((message) => message.includes('has another record'))).toHaveLength(1);
      expect(await checkpoint()).toEqual(before);
      await state.startOver();
      await published();
      expect(topic.records.filter(({ headers }) => headers![PUBLICATION] !== undefined && headers![PUBLICATION] !== before.publication)).toHaveLength(12);
      await until(() => next.progress().lastError === null);
    },
  );

  async function startAndPublish(): Promise<Relay> {
    const relay = await start();
    await published();
    return relay;
  }
});
