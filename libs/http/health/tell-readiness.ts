import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Health } from './health.js';

const LOOKED_AT_EVERY_MS = 2_000;

/**
 * Logs one line for each reason when a ready process becomes unready, and one when it is ready again; not one for each request
 * that fails meanwhile. Reasons at the start are not logged: they are no change.
 */
export async function tellReadiness(health: Pick<Health, 'notReady'>, logger: Logger, signal: AbortSignal, everyMs = LOOKED_AT_EVERY_MS): Promise<void> {
  let before: readonly string[] | null = null;
  // The first check is immediate: a failure in the seconds after a start is a change as well.
  do {
    const now = await reasons(health);
    if (signal.aborted) return;
    const fresh = now.filter((reason) => !before?.some((each) => kindOf(each) === kindOf(reason)));
    if (before !== null) for (const reason of fresh) logger.error(`Not ready: ${reason}`);
    if (before !== null && before.length > 0 && now.length === 0) logger.warn('Ready again.');
    if (before !== null || now.length === 0) before = now;
  } while (await pause(everyMs, signal));
}

async function reasons(health: Pick<Health, 'notReady'>): Promise<readonly string[]> {
  try {
    return await health.notReady();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** A reason is the same when only the count in it changes between two checks. */
const kindOf = (reason: string): string => reason.replace(/\d+/g, '#');

async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await delay(ms, undefined, { signal, ref: false });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
