import { setTimeout as delay } from 'node:timers/promises';

export interface OpenLoop {
  /** Milliseconds from when a task was due until it was done. */
  readonly latencies: number[];
  /** The errors of failed tasks, with their number. */
  readonly failures: ReadonlyMap<string, number>;
  /** Until the last task was done. */
  readonly seconds: number;
}

/**
 * Begins so many tasks a second, whether earlier ones are done or not, as independent callers do. Latency counts from when a task was due: a system
 * that stands still for a second is charged with all tasks due in that second.
 */
export async function openLoop(perSecond: number, seconds: number, work: () => Promise<void>): Promise<OpenLoop> {
  const latencies: number[] = [];
  const failures = new Map<string, number>();
  const running = new Set<Promise<unknown>>();
  const timed = async (due: number) => {
    try {
      await work();
      latencies.push(performance.now() - due);
    } catch (error) {
      const reason = (error as Error).message;
      failures.set(reason, (failures.get(reason) ?? 0) + 1);
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
