import { type EventLogReader, LogScrub } from '@tenure/event-log';
import { type LogSecret, LogSecretMissing } from '@tenure/log-secret';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';

/** Verifies the log in the background, as fast as the setting says; null when it says never. */
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

/** Empty when all is well; else a sentence each. */
export function scrubFindings(scrub: LogScrub | null): string[] {
  const { damaged = [], failure = null } = scrub?.progress ?? {};
  return [...(damaged.length > 0 ? [damagedLog(damaged)] : []), ...(failure === null ? [] : [failure])];
}

export function scrubMetrics(registry: Registry, scrub: LogScrub | null): void {
  const gauge = (name: string, help: string, value: (scrub: LogScrub) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        if (scrub) this.set(value(scrub));
      },
    });
  gauge('tenure_log_damaged_events', 'Events of the log that are not what was recorded.', ({ progress }) => progress.damaged.length);
  gauge('tenure_log_scrubbed_events', 'Events that the present pass over the log has verified.', ({ progress }) => progress.events);
  gauge('tenure_log_scrub_passes', 'How often the whole log has been verified since the start.', ({ progress }) => progress.passes);
}

const NAMED = 3;

function damagedLog(damaged: readonly { readonly stream: string; readonly revision: number; readonly position: string }[]): string {
  const named = damaged.slice(0, NAMED).map(({ stream, revision, position }) => `revision ${revision} of stream "${stream}" at position ${position}`);
  const more = damaged.length > NAMED ? ` and ${damaged.length - NAMED} more (see /v1/status)` : '';
  return (
    `Damaged events in the log, not what was recorded: ${named.join(', ')}${more}. Restore the log from a backup (tenure restore), and find out what has changed it: ` +
    'a disk, or somebody.'
  );
}
