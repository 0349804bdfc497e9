import { createLogger } from '@tenure/http';
import type { Settings } from '@tenure/settings';
import { loadSettings } from '@tenure/settings';
import { startTracing } from '@tenure/tracing';
import type { Logger } from 'pino';

export interface RunningProcess {
  readonly url: string;
  close(): Promise<void>;
}

export type StartProcess = (settings: Settings, logger: Logger, signal: AbortSignal) => Promise<RunningProcess>;

/**
 * The life of a role's process: settings, start, one line of JSON on stdout that says where it is, and a graceful end on
 * SIGTERM or SIGINT. What stops the start is one sentence on stderr and exit code 1, 2 for settings.
 */
export async function runRole(name: string, start: StartProcess): Promise<void> {
  const ending = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ending.abort());
  // A parent that started us with a channel may have died without a word.
  process.once('disconnect', () => ending.abort());
  try {
    const { settings } = loadSettings({ profile: 'distributed' });
    const logger = createLogger(settings.logLevel).child({ role: name });
    const tracing = startTracing(`tenure-${name}`, process.env, (message) => logger.warn(message));
    const running = await start(settings, logger, ending.signal);
    process.stdout.write(`${JSON.stringify({ role: name, url: running.url, pid: process.pid })}\n`);
    process.send?.({ url: running.url });
    if (!ending.signal.aborted) await new Promise((resolve) => ending.signal.addEventListener('abort', resolve, { once: true }));
    await running.close();
    await tracing.stop();
    process.exit(0);
  } catch (error) {
    if (ending.signal.aborted) process.exit(0);
    process.stderr.write(`tenure ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof Error && error.name === 'SettingsError' ? 2 : 1);
  }
}
