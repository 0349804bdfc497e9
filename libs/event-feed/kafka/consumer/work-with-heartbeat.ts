import { sleep } from '../../backoff.js';
import { membershipOf } from '../client/group-member.js';

export interface HeartbeatLimits {
  readonly everyMs: number;
  /** How long work may continue after a rebalance has begun, before it is told to stop. */
  readonly drainMs: number;
}

/**
 * Waits for work while sending heartbeats to the group. When the group rebalances, the work may finish within
 * `drainMs`, then `abort` is called; when the partition is lost already, `abort` is called at once. Resolves when the
 * work has ended, with the heartbeat's error that reported the rebalance or loss, else null. A rejection of the work
 * itself is left to the caller that started it.
 */
export async function workWithHeartbeat(
  work: Promise<unknown>,
  heartbeat: () => Promise<void>,
  abort: () => void,
  { everyMs, drainMs }: HeartbeatLimits,
): Promise<unknown> {
  const over = new AbortController();
  const end = work.then(
    () => over.abort(),
    () => over.abort(),
  );
  let verdict: unknown = null;
  while (!over.signal.aborted && verdict === null) {
    await sleep(everyMs, over.signal);
    if (over.signal.aborted) break;
    try {
      await heartbeat();
    } catch (error) {
      // Without a clear answer the work continues: if another member has taken over, the read store refuses it.
      if (membershipOf(error) !== 'unknown') verdict = error;
    }
  }
  if (verdict !== null && !over.signal.aborted) {
    if (membershipOf(verdict) === 'rebalancing') await sleep(drainMs, over.signal);
    if (!over.signal.aborted) abort();
  }
  await end;
  return verdict;
}
