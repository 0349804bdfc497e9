import { setTimeout as delay } from 'node:timers/promises';

export interface OpenLoop {
  /** Milliseconds from the moment when a piece of work was due until it was done. */
  readonly latencies: number[];
  readonly failures: number;
  /** Until the last one was done. */
  readonly seconds: number;
}

/**
 * Begins so many pieces of work a second, whether those before are done or not, as callers do that know nothing of each
 * other. Latency is counted from when the work was due: a system that stands still for a second is charged with all who
 * came in that second.
 */
export async function openLoop(perSecond: number, seconds: number, work: () => Promise<void>): Promise<OpenLoop> {
  const latencies: number[] = [];
  let failures = 0;
  const running = new Set<Promise<unknown>>();
  const timed = async (due: number) => {
    try {
      await work();
      latencies.push(performance.now() - due);
    } catch {
      failures += 1;
    }
  };
  const began = performance.now();
  const total = Math.round(perSecond * seconds);
  for (let i = 0; i < total; i++) {
    const due = began + (i * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await delay(early);
    const one: Promise<unknown> = timed(due).finally(() => running.delete(one));
    running.add(one);
  }
  await Promise.all(running);
  return { latencies, failures, seconds: (performance.now() - began) / 1000 };
}
