import { sleep } from '../../backoff.js';
import { membershipOf } from '../client/group-member.js';

export interface HeartbeatLimits {
  readonly everyMs: number;
  /** How long work may go on after a rebalance has begun, before it is told to stop. */
  readonly drainMs: number;
}

/**
 * Waits for work while showing the group signs of life. When the group shares out anew, the work may finish within
 * `drainMs`, then `abort` is called; when the partition is lost already, `abort` is called at once. Resolves when the
 * work has ended, with the heartbeat's error that says so, else null. The work's own rejection is for whoever began it.
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
      // Without a clear answer the work goes on: the read store refuses it, should someone else have taken over.
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
