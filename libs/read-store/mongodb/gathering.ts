import { setImmediate as nextTurn } from 'node:timers/promises';

interface Waiting<Item, Answer> {
  readonly item: Item;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * What is asked for side by side goes to the server together: whatever comes while one request is under way waits, and
 * goes in the next. So there are as many requests as the server can answer, however many ask.
 */
export class Gathering<Item, Answer> {
  #waiting: Waiting<Item, Answer>[] = [];
  #sending = false;

  constructor(
    private readonly mostAtOnce: number,
    /** Answers in the order of the items. */
    private readonly send: (items: Item[]) => Promise<readonly Answer[]>,
  ) {}

  /** The answer to one item; rejects with what became of the request that it went in. */
  ask(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#sending) void this.#sendAll();
    });
  }

  async #sendAll(): Promise<void> {
    this.#sending = true;
    // Whoever asks in this turn goes along.
    await nextTurn();
    while (this.#waiting.length > 0) {
      const together = this.#waiting.slice(0, this.mostAtOnce);
      this.#waiting = this.#waiting.slice(this.mostAtOnce);
      try {
        const answers = await this.send(together.map(({ item }) => item));
        for (const [i, { resolve }] of together.entries()) resolve(answers[i]!);
      } catch (error) {
        for (const { reject } of together) reject(error);
      }
    }
    this.#sending = false;
  }
}
