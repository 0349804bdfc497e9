import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { MemoryTopic } from '../testing/memory-topic.js';
import { until } from '../testing/stage.js';
import { MemoryRelayState } from './memory-relay-state.js';
import { Relay } from './relay.js';

const EVENTS = 20;

it('what comes soon after a small batch goes in the next one together', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-gathering-'));
  const log = await SqliteEventLog.open(join(folder, 'log.sqlite'));
  const topic = new MemoryTopic(1);
  let batches = 0;
  topic.before = async () => {
    batches += 1;
  };
  const relay = new Relay(log, new MemoryRelayState(), {
    connection: { brokers: ['memory:9092'], clientId: 'test' },
    topic: { topic: 'memory', partitions: 1, replication: 1, retentionMs: 'forever' },
    openTopic: topic.open,
    holder: 'a',
    gatherMs: 500,
  });
  try {
    await relay.start();
    for (let revision = 0; revision < EVENTS; revision++) {
      const metadata = { commandId: `visit-${revision}`, index: 0, payloadHash: '', actor: 'test' };
      const event = { type: 'VisitRecorded', version: 1, occurredAt: 0, data: {}, metadata };
      await log.append({ stream: streamOf('c'), expected: revision === 0 ? 'no-stream' : revision - 1, events: [event] });
      await delay(10);
    }
    await until(() => topic.records.length === EVENTS);
    expect(batches).toBeLessThan(EVENTS / 2);
  } finally {
    await relay.stop();
    await log.close();
    await rm(folder, { recursive: true });
  }
});
