import { setImmediate as nextTurn } from 'node:timers/promises';

const TURN_MS = 10;

/**
 * Divides the time of a thread that answers many: of what comes all at once as much is begun in a turn of the event loop as that long suffices for,
 * the rest in the turns after it, so that nothing else is held up by all of it.
 */
export class Turns {
  #began = 0;
  #next: Promise<void> | null = null;

  /** Null while this turn goes on, and work may begin at once; else resolves with the next one, which others may have used up by then: ask again. */
  get over(): Promise<void> | null {
    if (this.#next === null) {
      this.#began = performance.now();
      this.#next = nextTurn().then(() => {
        this.#next = null;
      });
      return null;
    }
    return performance.now() - this.#began < TURN_MS ? null : this.#next;
  }
}
