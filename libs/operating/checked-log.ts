import type { VerifiedLog } from '@tenure/event-log';
import type { CheckResult } from '@tenure/projecting';

/** The log itself is verified first: equal read models built from the same damaged log prove nothing. */
export interface CheckedLog extends CheckResult {
  readonly verified: VerifiedLog;
}
