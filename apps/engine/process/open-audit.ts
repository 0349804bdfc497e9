import { AccessAudit } from '@tenure/access';
import type { EventLog } from '@tenure/event-log';
import type { LogSecret, MonthSecrets } from '@tenure/log-secret';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';

interface AuditParts {
  readonly log: Pick<EventLog, 'append'>;
  readonly secret: LogSecret;
  readonly secrets: MonthSecrets;
  readonly settings: Pick<Settings, 'accessMonths'>;
  readonly logger: Logger;
}

/** Who did what, on this log and in the log of this process. Close it before the log. */
export function openAudit({ log, secret, secrets, settings, logger }: AuditParts): AccessAudit {
  return new AccessAudit({
    log,
    secret,
    secrets,
    months: settings.accessMonths,
    said: (level, about, text) => logger[level](about, text),
    failed: ({ message }) => logger.warn(`Who did what cannot be recorded for now: ${message}`),
  });
}
