import { eventId } from '@tenure/event-log';
import { partitionOf } from '../../partition-of.js';
import { Gate } from '../testing/gate.js';
import { complete, firstAppearances, readTopic } from '../testing/read-topic.js';
import { PARTITIONS, Stage, until } from '../testing/stage.js';
import { MemoryRelayState, newLease } from './memory-relay-state.js';
import { Relay } from './relay.js';

describe('the relay, on a real broker', () => {
  let stage: Stage;
  const relays: Relay[] = [];
  const gates: Gate[] = [];

  beforeAll(async () => {
    stage = await Stage.set();
  }, 120_000);
  afterEach(async () => {
    for (const gate of gates.splice(0)) gate.open();
    await Promise.all(relays.splice(0).map((relay) => relay.stop()));
  });
  afterAll(() => stage.strike(), 60_000);

  const begin = async (relay: Relay) => {
    relays.push(relay);
    await relay.start();
    return relay;
  };
  const published = async (...running: Relay[]) => {
    const head = (await stage.log.head())!.position;
    await until(() => running.some((relay) => relay.progress().position === head && relay.progress().headPosition === head));
  };
  const revisionsOf = async (topic: string, prefix: string) =>
    firstAppearances((await readTopic(stage.kafka.brokers, topic)).map(({ event }) => event).filter(({ stream }) => stream.startsWith(`customer-${prefix}-`)));

  it('brings what lies in the log and what is appended later, once, in order, to the partition of each customer', async () => {
    await stage.append(30, 5, 'e');
    await stage.appendForeign();
    const state = new MemoryRelayState();
    const relay = await begin(new Relay(stage.log, state, stage.relaySettings('end-to-end')));
    await stage.append(30, 5, 'e');
    await published(relay);
    const records = await readTopic(stage.kafka.brokers, 'end-to-end');
    expect(records).toHaveLength(300);
    expect(firstAppearances(records.map(({ event }) => event))).toEqual(complete(30, 10, 'e'));
    for (const { partition, event } of records) expect(partition).toBe(partitionOf(event.stream.slice('customer-'.length), PARTITIONS));
    const byPosition = new Map(records.map(({ event }) => [event.position, event]));
    for (const event of await stage.log.readAll({ after: null, limit: 1_000 })) {
      if (!event.stream.startsWith('customer-')) continue;
      const { position, stream, revision, type, version, occurredAt, recordedAt, data, personal, metadata, checksum, personalDigest } = event;
      expect(byPosition.get(position)).toEqual({
        position,
        stream,
        revision,
        type,
        version,
        occurredAt,
        recordedAt,
        data,
        personal,
        metadata,
        checksum,
        personalDigest,
      });
    }
    const { checkpoint } = await state.read();
    const ends = Array.from({ length: PARTITIONS }, (_, partition) => records.filter((record) => record.partition === partition).length);
    const lastRecords = ends.map((end, number) => {
      const { event } = records.find(({ partition, offset }) => partition === number && offset === end - 1)!;
      return { offset: end - 1, eventId: eventId(event.stream, event.metadata) };
    });
    expect(checkpoint).toEqual({ publication: expect.any(String), logId: await stage.log.id(), ...(await stage.log.head())!, offsets: ends, lastRecords });
    expect(relay.progress()).toMatchObject({ lagEvents: 0, lagMs: 0, state: 'publishing', lastError: null, healthy: true });
  }, 60_000);

  it('goes on where it was stopped: nothing is published again', async () => {
    await stage.append(10, 3, 'stopped');
    const state = new MemoryRelayState();
    const settings = stage.relaySettings('stopped');
    const first = await begin(new Relay(stage.log, state, settings));
    await published(first);
    await first.stop();
    expect(first.progress()).toMatchObject({ state: 'stopped', healthy: false });
    const before = await readTopic(stage.kafka.brokers, 'stopped');
    await stage.append(10, 3, 'stopped');
    await published(await begin(new Relay(stage.log, state, settings)));
    expect(await readTopic(stage.kafka.brokers, 'stopped')).toHaveLength(before.length + 30);
  }, 60_000);

  it('publishes a batch again that was acknowledged and not saved, and nothing is out of order', async () => {
    await stage.append(20, 5, 'again');
    const state = new MemoryRelayState();
    const save = state.save.bind(state);
    let saves = 0;
    state.save = (epoch, checkpoint) =>
      checkpoint.position !== null && ++saves % 2 === 0 ? Promise.reject(new Error('the state is out of reach')) : save(epoch, checkpoint);
    const relay = await begin(new Relay(stage.log, state, stage.relaySettings('again')));
    await published(relay);
    expect(await revisionsOf('again', 'again')).toEqual(complete(20, 5, 'again'));
    expect((await readTopic(stage.kafka.brokers, 'again')).length).toBeGreaterThan(100);
  }, 60_000);

  it('is published once where two run: one stands by and takes over when the other stops', async () => {
    const lease = newLease();
    const first = await begin(new Relay(stage.log, new MemoryRelayState(lease), stage.relaySettings('two', 'relay-a')));
    await until(() => first.progress().state === 'publishing');
    const second = await begin(new Relay(stage.log, new MemoryRelayState(lease), stage.relaySettings('two', 'relay-b')));
    await stage.append(20, 5, 'two');
    await published(first);
    expect(second.progress().state).toBe('standby');
    await first.stop();
    await stage.append(20, 5, 'two');
    await published(second);
    expect(second.progress().state).toBe('publishing');
    expect(await revisionsOf('two', 'two')).toEqual(complete(20, 10, 'two'));
    expect((await readTopic(stage.kafka.brokers, 'two')).filter(({ event }) => event.stream.includes('two'))).toHaveLength(200);
  }, 60_000);

  it('keeps order and loses nothing where two publish at once', async () => {
    await stage.append(30, 10, 'both');
    // Two states that know nothing of each other: each relay believes that it is the only one.
    const [first, second] = await Promise.all(
      ['relay-a', 'relay-b'].map((holder) => begin(new Relay(stage.log, new MemoryRelayState(), stage.relaySettings('both', holder)))),
    );
    await stage.append(30, 5, 'both');
    await published(first!);
    await published(second!);
    expect(await revisionsOf('both', 'both')).toEqual(complete(30, 15, 'both'));
  }, 60_000);

  it.each(['readAll', 'save'] as const)(
    'does no harm when it is paused at %s, and steps down when it wakes up',
    async (pausedAt) => {
      const topic = `paused-${pausedAt}`;
      const lease = newLease();
      const gate = new Gate();
      gates.push(gate);
      const log = pausedAt === 'readAll' ? gate.before(stage.log, ['readAll']) : stage.log;
      const state = gate.before(new MemoryRelayState(lease), ['renew', 'save', 'read', 'acquire']);
      const paused = await begin(new Relay(log, state, stage.relaySettings(topic, 'relay-a')));
      await published(paused);
      gate.shut();
      await stage.append(20, 3, topic);
      await until(() => gate.waiting > 0);
      const other = await begin(new Relay(stage.log, new MemoryRelayState(lease), stage.relaySettings(topic, 'relay-b')));
      await published(other);
      const { checkpoint, epoch } = await new MemoryRelayState(lease).read();
      gate.open();
      await until(() => paused.progress().state === 'standby');
      const after = await new MemoryRelayState(lease).read();
      expect(after).toEqual({ checkpoint, epoch, holder: 'relay-b' });
      await stage.append(20, 3, topic);
      await published(other);
      expect(await revisionsOf(topic, topic)).toEqual(complete(20, 6, topic));
    },
    60_000,
  );
});
