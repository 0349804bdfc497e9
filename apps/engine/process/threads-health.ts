import type { ThreadState } from '@tenure/threads';

/** So many failed starts in a row are not bad luck: only a new process can help. */
const HOPELESS_STARTS = 5;

/** Why threads keep a process from being ready: a sentence each. */
export function threadsNotReady(threads: readonly ThreadState[]): string[] {
  return threads.filter(({ state }) => state === 'restarting').map(({ lastEnd }) => `${lastEnd} It is being started again.`);
}

/** Why the process should be restarted: a sentence each. */
export function threadsNotLive(threads: readonly ThreadState[]): string[] {
  return threads
    .filter(({ failedStarts }) => failedStarts >= HOPELESS_STARTS)
    .map(({ lastEnd, failedStarts }) => `${lastEnd} It could not be started again, ${failedStarts} times.`);
}
