import { type EventLogReader, LogScrub, type ScrubProgress } from '@tenure/event-log';
import { type LogSecret, LogSecretMissing } from '@tenure/log-secret';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';

/** Verifies the log in the background, at the rate of the setting; null when that says never. */
export function scrubLog(log: EventLogReader, secret: LogSecret, { scrubEventsPerSecond }: Settings, logger: Logger): LogScrub | null {
  if (scrubEventsPerSecond === 0) return null;
  const scrub = new LogScrub(log, {
    eventsPerSecond: scrubEventsPerSecond,
    keyed: async () => {
      try {
        return await secret.keyed();
      } catch (error) {
        if (error instanceof LogSecretMissing) return undefined;
        throw error;
      }
    },
    found: (damaged) => logger.error(damaged, damagedLog([damaged])),
  });
  scrub.start();
  return scrub;
}

/** Empty when all is well; otherwise a sentence each. */
export function scrubFindings(scrub: LogScrub | null): string[] {
  const { damaged = [], failure = null } = scrub?.progress ?? {};
  return [...(damaged.length > 0 ? [damagedLog(damaged)] : []), ...(failure === null ? [] : [failure])];
}

interface ScrubMetric {
  readonly name: string;
  readonly help: string;
  readonly value: (progress: ScrubProgress) => number;
}

export const SCRUB_METRICS: readonly ScrubMetric[] = [
  { name: 'tenure_log_damaged_events', help: 'Events of the log that are not what was recorded.', value: ({ damaged }) => damaged.length },
  { name: 'tenure_log_scrubbed_events', help: 'Events that the present pass over the log has verified.', value: ({ events }) => events },
  { name: 'tenure_log_scrub_passes', help: 'How often the whole log has been verified since the start.', value: ({ passes }) => passes },
];

export function scrubMetrics(registry: Registry, scrub: LogScrub | null): void {
  for (const { name, help, value } of SCRUB_METRICS) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        if (scrub) this.set(value(scrub.progress));
      },
    });
  }
}

const NAMED = 3;

function damagedLog(damaged: readonly { readonly stream: string; readonly revision: number; readonly position: string }[]): string {
  const named = damaged.slice(0, NAMED).map(({ stream, revision, position }) => `revision ${revision} of stream "${stream}" at position ${position}`);
  const more = damaged.length > NAMED ? ` and ${damaged.length - NAMED} more (see /v1/status)` : '';
  return (
    `Damaged events in the log, not what was recorded: ${named.join(', ')}${more}. Restore the log from a backup (embedded: tenure restore), and find out what has changed it: ` +
    'a disk, or somebody.'
  );
}
