import { type AccessAudit, AccessKeys } from '@tenure/access';
import type { AppendedLog } from '@tenure/event-log';
import type { LogSecret, MonthSecrets } from '@tenure/log-secret';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';
import { keepKeysCurrent } from './keep-keys-current.js';
import { openAudit } from './open-audit.js';
import type { Opened } from './opened.js';
import { unstoredKeys } from './unstored-keys.js';

export interface AccessParts {
  /** Where keys and records of access are kept. */
  readonly log: AppendedLog;
  readonly secret: LogSecret;
  /** Seal the personal data in records of access. */
  readonly monthSecrets: MonthSecrets;
  readonly settings: Pick<Settings, 'apiKey' | 'accessMonths'>;
  readonly logger: Logger;
  /** The token of the command line on this machine, if the engine has one. */
  readonly token?: string;
}

export interface Access {
  readonly keys: AccessKeys;
  readonly audit: AccessAudit;
}

/** Who may do what, kept current, and who did what. Close it before the log. */
export async function openAccess({ log, secret, monthSecrets, settings, logger, token }: AccessParts, opened: Opened): Promise<Access> {
  const keys = await AccessKeys.load({ log, secret, unstored: unstoredKeys(settings, token) });
  opened.closing(keepKeysCurrent(keys, logger));
  const audit = opened.add(openAudit({ log, secret, secrets: monthSecrets, settings, logger }));
  return { keys, audit };
}
