import { setTimeout as delay } from 'node:timers/promises';
import { MemoryRelayState, Relay } from '@tenure/event-feed/kafka';
import type { RecordedEvent } from '@tenure/event-log';
import { MemoryLog } from './memory-log.js';

export const PARTITIONS = 8;
/** Before the clock starts, connections are made, the topic exists and the code is warm. */
export const WARM_UP_EVENTS = 4_000;
const LONGEST_MS = 60_000;

export interface Published {
  /** From when the log had the events until the last was acknowledged and saved; without the first `WARM_UP_EVENTS`. */
  readonly seconds: number;
  /** Of this process in that time. */
  readonly processorSeconds: number;
}

/** Carries events from a log in memory to a new topic with the real relay. */
export async function publish(brokers: readonly string[], topic: string, events: readonly RecordedEvent[]): Promise<Published> {
  const log = new MemoryLog();
  const relay = new Relay(log, new MemoryRelayState(), {
    connection: { brokers, clientId: 'bench-relay' },
    topic: { topic, partitions: PARTITIONS, replication: 1, retentionMs: 'forever' },
    holder: 'bench',
  });
  const published = async (position: string) => {
    const deadline = performance.now() + LONGEST_MS;
    while (relay.progress().position !== position) {
      const { healthy, lastError } = relay.progress();
      // A relay is not healthy before its first progress.
      if (!healthy && performance.now() > deadline) throw new Error(`The relay makes no progress: ${lastError}`);
      await delay(2);
    }
  };
  await relay.start();
  try {
    log.grow(events.slice(0, WARM_UP_EVENTS));
    await published(events[WARM_UP_EVENTS - 1]!.position);
    const before = process.cpuUsage();
    const started = performance.now();
    log.grow(events.slice(WARM_UP_EVENTS));
    await published(events.at(-1)!.position);
    const seconds = (performance.now() - started) / 1_000;
    const { user, system } = process.cpuUsage(before);
    return { seconds, processorSeconds: (user + system) / 1e6 };
  } finally {
    await relay.stop();
  }
}
