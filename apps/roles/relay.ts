import { hostname } from 'node:os';
import { Relay, type RelayProgress } from '@tenure/event-feed/kafka';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';
import { namesOf } from './names.js';
import type { RunningRole } from './running-role.js';
import { serversOf } from './servers.js';

const DAY_MS = 86_400_000;

/** Carries customers' events from the log to Kafka. Any number may run: one works, the others stand by. */
export async function startRelay(settings: Settings, logger: Logger, signal: AbortSignal): Promise<RunningRole> {
  const servers = serversOf(settings, logger, signal);
  const log = await servers.log();
  const { state, check: checkState, close: closeState } = await servers.relayState();
  const { partitions, replication, retentionDays } = settings;
  const holder = `${hostname()}-${process.pid}`;
  const relay = new Relay(log, state, {
    connection: servers.kafka('tenure-relay'),
    topic: { topic: namesOf(settings).topic, partitions, replication, retentionMs: retentionDays === 0 ? 'forever' : retentionDays * DAY_MS },
    holder,
  });
  const close = async () => {
    await relay.stop();
    await closeState();
    await log.close();
  };
  try {
    await checkState();
    await relay.start();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    log,
    health: {
      notReady: () => troubles(relay.progress(), log.failure),
      status: async () => ({ role: 'relay', holder, ...relay.progress(), warning: log.warning }),
    },
    measure: (gauge) => {
      const { lagMs, lagEvents } = relay.progress();
      if (lagMs !== null) gauge('tenure_relay_lag_seconds', 'Age of the oldest event that is not in the topic yet.', lagMs / 1000);
      if (lagEvents !== null) gauge('tenure_relay_lag_events', 'Events that are not in the topic yet.', lagEvents);
    },
    close,
  };
}

function troubles({ healthy, lastError, state }: RelayProgress, logFailure: string | null): string[] {
  if (healthy) return [];
  return [`The relay makes no progress (${state}): ${lastError ?? logFailure ?? 'no reason is known; look at its log'}.`];
}
