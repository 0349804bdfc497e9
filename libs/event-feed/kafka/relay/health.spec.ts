import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import type { OpenTopic } from '../client/topic-writer.js';
import { FeedError } from '../feed-error.js';
import { until } from '../testing/stage.js';
import { MemoryRelayState, newLease, type SharedLease } from './memory-relay-state.js';
import { Relay } from './relay.js';

const PARTITIONS = 1;
const STALL_AFTER_MS = 300;

const openTopic: OpenTopic = async () => {
  let next = 0;
  return {
    ends: [{ first: 0, next: 0 }],
    send: async (records) => {
      next += records.length;
      return new Map([[0, next]]);
    },
    recordsAt: async () => [],
    close: async () => undefined,
  };
};
const unreachable: OpenTopic = async () => {
  throw new FeedError('unreachable', 'Nobody answers.');
};

describe('a relay is ready by progress', () => {
  let folder: string;
  let log: SqliteEventLog;
  let lease: SharedLease;
  let relay: Relay;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tenure-relay-'));
    log = await SqliteEventLog.open(join(folder, 'log.sqlite'));
    lease = newLease();
  });
  afterEach(async () => {
    await relay.stop();
    await log.close();
    rmSync(folder, { recursive: true });
  });

  let revision = -1;
  const append = async (): Promise<string> => {
    const metadata = { commandId: `c-${revision + 1}`, index: 0, payloadHash: 'hash', actor: 'test' };
    const event = { type: 'VisitRecorded', version: 1, occurredAt: 0, data: {}, metadata };
    const result = await log.append({ stream: streamOf('c'), expected: revision < 0 ? 'no-stream' : revision, events: [event] });
    if (result.outcome !== 'appended') throw new Error(result.outcome);
    revision = result.revision;
    return (await log.head())!.position;
  };
  beforeEach(() => {
    revision = -1;
  });
  const start = async (open: OpenTopic): Promise<void> => {
    const topic = { topic: 't', partitions: PARTITIONS, replication: 1, retentionMs: 'forever' } as const;
    const connection = { brokers: ['127.0.0.1:9'], clientId: 'test' };
    const timing = { leaseMs: 60_000, watchMs: 20, stallAfterMs: STALL_AFTER_MS };
    relay = new Relay(log, new MemoryRelayState(lease), { connection, topic, holder: 'standby', openTopic: open, ...timing });
    await relay.start();
  };

  it('of whoever publishes: a standby is, while the saved position moves or nothing waits, and is not when the holder of the lease publishes nothing', async () => {
    const publisher = new MemoryRelayState(lease);
    const epoch = (await publisher.acquire('publisher', 60_000))!;
    const publish = (position: string) => publisher.save(epoch, { publication: 'p', position, recordedAt: 0, offsets: [0] });
    await publish(await append());
    await append();
    await start(openTopic);
    await until(() => relay.progress().position !== null);
    // The position that the other relay had reached is not progress.
    expect(relay.progress()).toMatchObject({ state: 'standby', healthy: false });
    await publish(await append());
    await until(() => relay.progress().healthy);
    await append();
    const alive = setInterval(() => publisher.renew(epoch), 20);
    await until(() => !relay.progress().healthy);
    clearInterval(alive);
    expect(relay.progress()).toMatchObject({ state: 'standby' });
    await publish((await log.head())!.position);
    await until(() => relay.progress().healthy);
  });

  it('of its own: not from the start until the first events are in the topic', async () => {
    await append();
    let open = unreachable;
    await start((...args) => open(...args));
    await until(() => relay.progress().lagMs !== null && relay.progress().lagMs! > 0);
    expect(relay.progress()).toMatchObject({ healthy: false, lastError: expect.stringContaining('Nobody answers.') });
    open = openTopic;
    await until(() => relay.progress().healthy);
    expect(relay.progress()).toMatchObject({ state: 'publishing', lastError: null });
  });

  it('with nothing to publish it is', async () => {
    await start(openTopic);
    await until(() => relay.progress().healthy);
  });
});
