import { hostname } from 'node:os';
import { Relay, type RelayProgress } from '@tenure/event-feed/kafka';
import { secretCollection } from '@tenure/log-secret/mongodb';
import { SCRUB_METRICS, scrubFindings, scrubLog } from '@tenure/operating';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';
import { opening } from '../process/opened.js';
import { secretOfLog } from '../process/secret-of-log.js';
import { namesOf } from './names.js';
import type { RunningRole } from './running-role.js';
import { serversOf } from './servers.js';

const DAY_MS = 86_400_000;

/** Carries customers' events from the log to Kafka, and verifies the log in the background. Any number may run: one publishes, the others stand by. */
export function startRelay(settings: Settings, logger: Logger): Promise<RunningRole> {
  return opening(async (opened) => {
    const servers = serversOf(settings, logger);
    const log = opened.add(await servers.log());
    // Refused credentials or another database, which no waiting fixes, are found now instead of when the first batch is to be saved.
    await (await servers.readStore()).close();
    const { state } = opened.add(await servers.relayState());
    const secret = secretOfLog(log, settings.logSecret, secretCollection({ url: settings.mongodbUrl!, database: namesOf(settings).database }));
    const { partitions, replication, retentionDays } = settings;
    const holder = `${hostname()}-${process.pid}`;
    const relay = new Relay(log, state, {
      connection: servers.kafka('tenure-relay'),
      topic: { topic: namesOf(settings).topic, partitions, replication, retentionMs: retentionDays === 0 ? 'forever' : retentionDays * DAY_MS },
      holder,
    });
    opened.closing(() => relay.stop());
    await relay.start();
    const scrub = scrubLog(log, secret, settings, logger);
    opened.closing(() => scrub?.stop());
    return {
      log,
      health: {
        notReady: () => [...troubles(relay.progress(), log.failure), ...scrubFindings(scrub)],
        status: async () => ({ role: 'relay', holder, ...relay.progress(), log: log.cluster, scrub: scrub?.progress ?? null, warning: log.warning }),
      },
      measure: ({ gauge }) => {
        const { lagMs, lagEvents } = relay.progress();
        if (lagMs !== null) gauge('tenure_relay_lag_seconds', 'Age of the oldest event that is not in the topic yet.', lagMs / 1000);
        if (lagEvents !== null) gauge('tenure_relay_lag_events', 'Events that are not in the topic yet.', lagEvents);
        if (scrub) for (const { name, help, value } of SCRUB_METRICS) gauge(name, help, value(scrub.progress));
      },
      close: () => opened.close(),
    };
  });
}

function troubles({ healthy, lastError, state }: RelayProgress, logFailure: string | null): string[] {
  if (healthy) return [];
  const standing =
    state === 'standby' ? 'Another relay holds the lease and publishes nothing: look at that one.' : 'Nothing has been published since the start.';
  return [`The relay makes no progress (${state}) though events wait. ${lastError ?? logFailure ?? standing} It goes on trying.`];
}
