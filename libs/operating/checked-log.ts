import type { VerifiedLog } from '@tenure/event-log';
import type { CheckResult } from '@tenure/projecting';

/** The log itself is verified first: read models that were built alike from a damaged one prove nothing. */
export interface CheckedLog extends CheckResult {
  readonly verified: VerifiedLog;
}
