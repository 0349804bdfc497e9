import { setImmediate as nextTurn } from 'node:timers/promises';

/** Items that go in the same request, and the callers that wait for their answers. */
interface Waiting<Item, Answer> {
  readonly items: readonly Item[];
  resolve(answers: readonly Answer[]): void;
  reject(error: unknown): void;
}

/**
 * Concurrent questions go to the server together: those that come while one request is in flight wait, and go in the
 * next. So there are as many requests as the server can answer, however many callers ask.
 */
export class Gathering<Item, Answer> {
  #waiting: Array<Waiting<Item, Answer>> = [];
  #sending = false;

  constructor(
    private readonly mostAtOnce: number,
    /** Returns the answers in the order of the items. */
    private readonly send: (items: Item[]) => Promise<readonly Answer[]>,
  ) {}

  /** The answer to one item; rejects with the error of its request. */
  async ask(item: Item): Promise<Answer> {
    const [answer] = await this.#askTogether([item]);
    return answer!;
  }

  /** The answers to many items, in their order. Rejects when a request fails, once none of their requests is in flight any more. */
  async askAll(items: readonly Item[]): Promise<Answer[]> {
    const parts: Array<Promise<readonly Answer[]>> = [];
    for (let i = 0; i < items.length; i += this.mostAtOnce) parts.push(this.#askTogether(items.slice(i, i + this.mostAtOnce)));
    const outcomes = await Promise.allSettled(parts);
    return outcomes.flatMap((outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    });
  }

  #askTogether(items: readonly Item[]): Promise<readonly Answer[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ items, resolve, reject });
      if (!this.#sending) void this.#sendAll();
    });
  }

  async #sendAll(): Promise<void> {
    this.#sending = true;
    // Questions asked in this turn of the event loop join the request.
    await nextTurn();
    while (this.#waiting.length > 0) {
      const together = this.#waiting.splice(0, this.#fitting());
      try {
        const answers = await this.send(together.flatMap(({ items }) => items));
        let first = 0;
        for (const { items, resolve } of together) {
          resolve(answers.slice(first, first + items.length));
          first += items.length;
        }
      } catch (error) {
        for (const { reject } of together) reject(error);
      }
    }
    this.#sending = false;
  }

  /** How many of the waiting items fit into one request. */
  #fitting(): number {
    let size = 0;
    const first = this.#waiting.findIndex(({ items }) => {
      size += items.length;
      return size > this.mostAtOnce;
    });
    return first === -1 ? this.#waiting.length : first;
  }
}
