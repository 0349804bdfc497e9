import { setImmediate as nextTurn } from 'node:timers/promises';

const SLICE_MS = 20;

/** Divides long work of a thread into slices: between two of them the thread learns of aborted calls, and other work gets its turn. */
export class Slices {
  #began = performance.now();

  constructor(private readonly signal: AbortSignal) {}

  /** Await it between two pieces of the work. @throws the reason of the signal once nobody waits for the work */
  async next(): Promise<void> {
    if (performance.now() - this.#began >= SLICE_MS) {
      await nextTurn();
      this.#began = performance.now();
    }
    this.signal.throwIfAborted();
  }
}
