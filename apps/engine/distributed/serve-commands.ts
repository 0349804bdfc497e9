import { CommandProcessor } from '@tenure/commanding';
import type { EventLog, Snapshots } from '@tenure/event-log';
import type { HttpPorts } from '@tenure/http/ports';
import { customerIds } from '@tenure/importing';
import { ImportThreads, importer } from '@tenure/importing/threads';
import type { LogSecret } from '@tenure/log-secret';
import type { MissingFacts } from '@tenure/operating';
import type { Settings } from '@tenure/settings';
import { SealedSnapshots, SealingLog, type Vault } from '@tenure/vault';
import type { Logger } from 'pino';
import type { Opened } from '../process/opened.js';

/** Of one file or body. Of a thousand the last would wait longer for the log's answer than a call may, and all other requests with it. */
const CUSTOMERS_AT_ONCE = 32;

export interface CommandParts {
  readonly log: EventLog;
  readonly secret: LogSecret;
  readonly vault: Vault;
  readonly facts: Pick<MissingFacts, 'refuse'>;
  readonly snapshots: Snapshots;
  readonly settings: Pick<Settings, 'allowedSkew' | 'largestAmount' | 'importMegabytes' | 'timezone'>;
  /** Where imports put files by. */
  readonly scratch: string;
  readonly logger: Pick<Logger, 'warn'>;
}

export interface ServedCommands {
  readonly ports: Pick<HttpPorts, 'commands' | 'importer' | 'customerIds'>;
  readonly imports: ImportThreads;
}

/** Commands one by one, in bulk, and from files. Needs the log, its secret and its vault only. */
export function serveCommands(parts: CommandParts, opened: Opened): ServedCommands {
  const { log, secret, vault, facts, snapshots, settings, scratch, logger } = parts;
  const processor = new CommandProcessor(new SealingLog(log, vault), secret, {
    allowedSkewMs: settings.allowedSkew * 1000,
    largestAmount: settings.largestAmount,
    assumeNewcomers: false,
    customersAtOnce: CUSTOMERS_AT_ONCE,
    mayRecord: () => facts.refuse(),
    snapshots: new SealedSnapshots(snapshots, vault, (message) => logger.warn(message)),
  });
  const imports = opened.add(new ImportThreads(processor, { megabytes: settings.importMegabytes, folder: scratch }));
  return {
    ports: {
      commands: processor,
      importer: importer(imports, settings.timezone),
      customerIds: customerIds(log, secret),
    },
    imports,
  };
}
