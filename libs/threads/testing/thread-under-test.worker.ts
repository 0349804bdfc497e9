import { setImmediate as nextTurn } from 'node:timers/promises';
import { serveThread } from '../serve-thread.js';
import { Slices } from '../slices.js';
import { Transferred } from '../transferred.js';

/** A thread for the specs: it counts how long it continues after its caller has gone, and can end in every possible way. */
let steps = 0;
let open = 0;
const lent = new Uint8Array([1, 2, 3]);

serveThread({
  echo: async (value: unknown) => value,
  lend: async () => new Transferred({ lent }, [lent.buffer]),
  left: async () => lent.length,
  steps: async () => steps,
  open: async () => open,
  async work(_, { signal }) {
    const slices = new Slices(signal);
    for (;;) {
      const until = performance.now() + 2;
      while (performance.now() < until);
      steps += 1;
      await slices.next();
    }
  },
  async *numbers(count: number) {
    open += 1;
    try {
      for (let n = 0; n < count; n += 1) yield n;
    } finally {
      open -= 1;
    }
  },
  async *slowly(count: number) {
    for (let n = 0; n < count; n += 1) {
      const until = performance.now() + 15;
      while (performance.now() < until) await nextTurn();
      yield n;
    }
  },
  asked: async (value: unknown, { ask }) => ask('double', value),
  async throwLater() {
    setTimeout(() => {
      throw new Error('nobody caught this');
    });
    await new Promise(() => undefined);
  },
  async exit() {
    process.exit(3);
  },
  async fillMemory() {
    const kept: unknown[] = [];
    for (;;) kept.push(new Array(10_000).fill(kept.length));
  },
  stop: async () => undefined,
});
