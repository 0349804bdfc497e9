import { setTimeout as delay } from 'node:timers/promises';

const LOOK_AGAIN_MS = 100;
const LONGEST_MS = 120_000;

/** Waits for a condition; after two minutes it fails with `otherwise`. */
export async function until(condition: () => Promise<boolean> | boolean, otherwise: () => Promise<string> | string): Promise<void> {
  const deadline = performance.now() + LONGEST_MS;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(await otherwise());
    await delay(LOOK_AGAIN_MS);
  }
}
