import type { Cluster } from '@tenure/event-log/eventstoredb';
import { createLogger, type Entrance } from '@tenure/http';
import type { Settings } from '@tenure/settings';
import { loadSettings } from '@tenure/settings';
import { startTracing } from '@tenure/tracing';
import type { Logger } from 'pino';
import { openEntrance } from './open-entrance.js';
import { untilReachable } from './until-reachable.js';

export interface RunningProcess {
  readonly url: string;
  /** The nodes of the event log, as found at the start. */
  readonly cluster: Cluster;
  /** Resolves, with the remedy, when another log was put in the place of the one it runs on; never else. */
  readonly moved: Promise<string>;
  close(): Promise<void>;
}

/** One attempt to serve behind the entrance. While a server is missing, it closes what it opened and rejects: `LogUnavailable`, `MongoDbUnavailable`. */
export type StartProcess = (settings: Settings, logger: Logger, entrance: Entrance, signal: AbortSignal) => Promise<RunningProcess>;

/** Counted from the first signal. What is not closed by then is left: nothing acknowledged depends on it. */
const LONGEST_END_MS = 8_000;

/**
 * The life of a role's process: settings; an entrance that listens at once and says what the start waits for; the start; one line of JSON on
 * stdout, and a message to a parent, when it serves; a graceful end on SIGTERM or SIGINT, within 8 s even when a server is gone, and at once on a
 * second signal. A failed start is one sentence on stderr and exit code 1, or 2 for settings.
 */
export async function runRole(name: string, start: StartProcess): Promise<void> {
  process.umask(0o077);
  const ending = new AbortController();
  const end = () => {
    if (ending.signal.aborted) return;
    ending.abort();
    setTimeout(() => {
      process.stderr.write(
        `tenure ${name}: Not everything could be put down within ${LONGEST_END_MS / 1000} s, as where a server does not answer; it is left. Nothing acknowledged is lost.\n`,
      );
      process.exit(0);
    }, LONGEST_END_MS).unref();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => (ending.signal.aborted ? process.exit(1) : end()));
  // A parent with a channel closes it to end this process; a parent that died has closed it, too.
  process.once('disconnect', end);
  try {
    const { settings, warnings } = loadSettings({ profile: 'distributed' });
    const logger = createLogger(settings.logLevel).child({ role: name });
    for (const { key, detail } of warnings) logger.warn(`${key}: ${detail}`);
    const tracing = startTracing(`tenure-${name}`, process.env, (message) => logger.warn(message));
    const entrance = await openEntrance(settings);
    const { signal } = ending;
    const told = (reason: string, retryInMs: number) => {
      entrance.waitsFor(reason);
      logger.warn({ port: entrance.port, retryInMs }, reason);
    };
    const running = await untilReachable(() => start(settings, logger, entrance, signal), { signal, told });
    process.stdout.write(`${JSON.stringify({ role: name, url: running.url, pid: process.pid, log: running.cluster })}\n`);
    process.send?.({ url: running.url });
    const ended = new Promise<null>((resolve) => (signal.aborted ? resolve(null) : signal.addEventListener('abort', () => resolve(null), { once: true })));
    const moved = await Promise.race([ended, running.moved]);
    if (moved !== null) {
      process.stderr.write(`tenure ${name}: ${moved}\n`);
      process.exit(1);
    }
    await running.close();
    await tracing.stop();
    process.exit(0);
  } catch (error) {
    if (ending.signal.aborted) process.exit(0);
    process.stderr.write(`tenure ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof Error && error.name === 'SettingsError' ? 2 : 1);
  }
}
