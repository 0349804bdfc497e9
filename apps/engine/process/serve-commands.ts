import { CommandProcessor, type CommandProcessorOptions } from '@tenure/commanding';
import type { EventLog, Snapshots } from '@tenure/event-log';
import type { HttpPorts } from '@tenure/http/ports';
import { customerIds } from '@tenure/importing';
import { ImportThreads, importer } from '@tenure/importing/threads';
import type { LogSecret } from '@tenure/log-secret';
import type { Settings } from '@tenure/settings';
import { SealedSnapshots, SealingLog, type Vault } from '@tenure/vault';
import type { Logger } from 'pino';
import type { Opened } from './opened.js';

export interface CommandParts {
  readonly log: EventLog;
  readonly secret: LogSecret;
  readonly vault: Vault;
  readonly snapshots: Snapshots;
  /** Limits that depend on the kind of log. */
  readonly processing: Pick<CommandProcessorOptions, 'assumeNewcomers' | 'customersAtOnce' | 'mayRecord'>;
  readonly settings: Pick<Settings, 'allowedSkew' | 'largestAmount' | 'importMegabytes' | 'timezone'>;
  /** Where imports spool files. */
  readonly scratch: string;
  readonly logger: Pick<Logger, 'warn'>;
  /** How long the thread of an import is kept for the next one, in milliseconds. */
  readonly importThreadKeptMs?: number;
}

export interface ServedCommands {
  readonly ports: Pick<HttpPorts, 'commands' | 'importer' | 'customerIds'>;
  readonly imports: ImportThreads;
}

/** Commands one by one, in bulk, and from files. Needs the log, its secret and its vault only. */
export function serveCommands(parts: CommandParts, opened: Opened): ServedCommands {
  const { log, secret, vault, snapshots, processing, settings, scratch, logger, importThreadKeptMs: keptMs } = parts;
  const commands = new CommandProcessor(new SealingLog(log, vault), secret, {
    allowedSkewMs: settings.allowedSkew * 1000,
    largestAmount: settings.largestAmount,
    snapshots: new SealedSnapshots(snapshots, vault, (message) => logger.warn(message)),
    ...processing,
  });
  const imports = opened.add(new ImportThreads(commands, { megabytes: settings.importMegabytes, folder: scratch, keptMs }));
  return { ports: { commands, importer: importer(imports, settings.timezone), customerIds: customerIds(log, secret) }, imports };
}
