import { createHash } from 'node:crypto';
import { resolve } from 'node:path';

/** Every story runs on both profiles: embedded by default, distributed with TENURE_TEST_PROFILE. */
export const onDistributed = process.env['TENURE_TEST_PROFILE'] === 'distributed';

/** Like `describe`, for the embedded profile only: files, locks, one process per folder. */
export const describeEmbedded = onDistributed ? describe.skip : describe;
/** Like `it`, for the embedded profile only. */
export const itEmbedded = onDistributed ? it.skip : it;
/** Like `it`, for comparisons of the distributed profile with the embedded one. */
export const itDistributed = onDistributed ? it : it.skip;

/**
 * Environment that makes the program run on the servers of the test run. Data folders are as separate there as on disk: each has a namespace of
 * its own, and the same folder gets the same one again.
 */
export function profileEnvironment(cwd: string, args: readonly string[], environment: Readonly<Record<string, string | undefined>> = {}) {
  if (!onDistributed) return {};
  const { EVENTSTOREDB_URL, KAFKA_BROKERS, MONGODB_URL } = process.env;
  const at = args.indexOf('--data');
  const data = resolve(cwd, at >= 0 ? args[at + 1]! : (environment['TENURE_DATA'] ?? 'data'));
  const namespace = `t${createHash('sha256').update(data).digest('hex').slice(0, 12)}`;
  return { TENURE_PROFILE: 'distributed', TENURE_NAMESPACE: namespace, TENURE_PARTITIONS: '4', EVENTSTOREDB_URL, KAFKA_BROKERS, MONGODB_URL };
}
