import { createHash } from 'node:crypto';
import { resolve } from 'node:path';

/** Every story runs on both profiles: embedded by itself, distributed where TENURE_TEST_PROFILE says so. */
export const onDistributed = process.env['TENURE_TEST_PROFILE'] === 'distributed';

/** Like `describe`, for what only the embedded profile has: files, locks, one process per folder. */
export const describeEmbedded = onDistributed ? describe.skip : describe;
/** Like `it`, for what only the embedded profile has. */
export const itEmbedded = onDistributed ? it.skip : it;
/** Like `it`, for what the embedded profile is the measure of. */
export const itDistributed = onDistributed ? it : it.skip;

/**
 * What makes the program run on the servers that the test run has started. Data folders are told apart there as they are
 * on disk: each has a namespace of its own, and the same folder has the same one again.
 */
export function profileEnvironment(cwd: string, args: readonly string[], environment: Readonly<Record<string, string | undefined>> = {}) {
  if (!onDistributed) return {};
  const { EVENTSTOREDB_URL, KAFKA_BROKERS, MONGODB_URL } = process.env;
  const at = args.indexOf('--data');
  const data = resolve(cwd, at >= 0 ? args[at + 1]! : (environment['TENURE_DATA'] ?? 'data'));
  const namespace = `t${createHash('sha256').update(data).digest('hex').slice(0, 12)}`;
  return { TENURE_PROFILE: 'distributed', TENURE_NAMESPACE: namespace, TENURE_PARTITIONS: '4', EVENTSTOREDB_URL, KAFKA_BROKERS, MONGODB_URL };
}
