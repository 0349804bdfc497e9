import type { EventLogReader } from '@tenure/event-log';
import { Unavailable } from './unavailable.js';

const LOOK_AGAIN_MS = 20;
const LONGEST_MS = 60_000;

/**
 * Resolves when the read models hold everything that the log held at the time of the call, so that a fit right after an import
 * covers all of it.
 * @throws Unavailable when they are not there within a minute; the signal's reason
 */
export async function caughtUp(log: Pick<EventLogReader, 'head'>, readPosition: () => Promise<string>, signal?: AbortSignal): Promise<void> {
  const head = await log.head();
  if (!head) return;
  const deadline = performance.now() + LONGEST_MS;
  while ((await readPosition()) < head.position) {
    if (performance.now() > deadline) {
      throw new Unavailable(
        'not-caught-up',
        'The read models have not taken in yet what was recorded before this fit. Ask again later; /v1/status says how far they are.',
        5,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    signal?.throwIfAborted();
  }
}
