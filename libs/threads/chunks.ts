import { setImmediate as nextTurn } from 'node:timers/promises';

const MOST_ROWS = 1_000;
/** Slow rows are not held back until there are many of them. */
const LONGEST_MS = 20;

type Step = IteratorResult<unknown>;

/** The items of an iterable in chunks: as many as arrive within some milliseconds, at least one. */
export class Chunks {
  readonly #items: AsyncIterator<unknown>;
  /** Requested and not there yet: it begins the next chunk. */
  #coming: Promise<Step> | null = null;

  constructor(items: AsyncIterable<unknown>) {
    this.#items = items[Symbol.asyncIterator]();
  }

  /** Null after the last one. The thread processes other messages between two chunks. */
  async next(): Promise<unknown[] | null> {
    const deadline = performance.now() + LONGEST_MS;
    const rows: unknown[] = [];
    let turn: Promise<null> | null = null;
    while (rows.length < MOST_ROWS && (rows.length === 0 || performance.now() < deadline)) {
      const coming: Promise<Step> = this.#coming ?? this.#items.next();
      this.#coming = coming;
      // Rows that do not arrive within this turn of the event loop are left to the next chunk.
      if (rows.length > 0) turn ??= nextTurn(null);
      const step: Step | null = turn ? await Promise.race([coming, turn]) : await coming;
      if (step === null) break;
      this.#coming = null;
      if (step.done) return rows.length > 0 ? rows : null;
      rows.push(step.value);
    }
    return rows;
  }

  async close(): Promise<void> {
    this.#coming?.catch(() => undefined); // nobody waits for it any more
    await this.#items.return?.();
  }
}
