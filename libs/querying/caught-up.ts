import type { EventLogReader } from '@tenure/event-log';
import { Unavailable } from './unavailable.js';

const LOOK_AGAIN_MS = 20;
/** `still`: without a step of the read models. `longest`: below what HTTP clients wait for an answer by default, five minutes. */
const patience = { still: 60_000, longest: 240_000 };

/**
 * Resolves when the read models hold everything that the log held at the time of the call, so that a fit right after an import
 * covers all of it. Waits as long as they move.
 * @throws Unavailable when they have not moved for a minute, or are not there after four; the signal's reason
 */
export async function caughtUp(
  log: Pick<EventLogReader, 'head'>,
  readPosition: () => Promise<string>,
  signal?: AbortSignal,
  { still, longest } = patience,
): Promise<void> {
  const head = await log.head();
  if (!head) return;
  const begun = performance.now();
  let moved = begun;
  for (let position = await readPosition(); position < head.position; ) {
    const now = performance.now();
    if (now - moved > still || now - begun > longest) {
      throw new Unavailable(
        'not-caught-up',
        'The read models have not taken in yet what was recorded before this fit. Ask again later; /v1/status says how far they are.',
        5,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    signal?.throwIfAborted();
    const next = await readPosition();
    if (next !== position) moved = performance.now();
    position = next;
  }
}
