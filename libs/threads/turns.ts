import { setImmediate as nextTurn } from 'node:timers/promises';

const TURN_MS = 10;

/**
 * Divides the time of a thread that answers many requests: of those that arrive at once, each turn of the event loop begins as many
 * as fit into its time, and later turns begin the rest, so that they do not block everything else.
 */
export class Turns {
  #began = 0;
  #next: Promise<void> | null = null;

  /** Null while this turn lasts, and work may begin at once; otherwise resolves with the next one, which others may have used up by then: ask again. */
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
