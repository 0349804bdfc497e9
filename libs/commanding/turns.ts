import { setImmediate as nextTurn } from 'node:timers/promises';

const TURN_MS = 10;

/**
 * Commands on the thread that answers requests: a thousand that come together are worked on for so long in a turn of the event loop, the others in
 * the turns after it, so that whatever else has come in is not held up by all of them.
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
