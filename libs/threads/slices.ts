import { setImmediate as nextTurn } from 'node:timers/promises';

const SLICE_MS = 20;

/** Divides long work of a thread into slices: between two of them the thread hears who has gone, and others get their turn. */
export class Slices {
  #began = performance.now();

  constructor(private readonly signal: AbortSignal) {}

  /** To be awaited between two pieces of the work. @throws the reason of the signal once nobody waits for it. */
  async next(): Promise<void> {
    if (performance.now() - this.#began >= SLICE_MS) {
      await nextTurn();
      this.#began = performance.now();
    }
    this.signal.throwIfAborted();
  }
}
