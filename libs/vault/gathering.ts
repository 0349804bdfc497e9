import { setImmediate as nextTurn } from 'node:timers/promises';

interface Waiting<T> {
  readonly customerIds: readonly string[];
  resolve(answers: ReadonlyMap<string, T>): void;
  reject(error: unknown): void;
}

/** This many callers continue in one turn of the event loop: each of them seals, opens and decides next. */
const AT_ONCE = 50;

/** One question at a time, for all callers that ask meanwhile: a batch of an import is one question to the store of the keys, not a thousand. */
export class Gathering<T> {
  #waiting: Waiting<T>[] = [];
  #asking = false;

  constructor(private readonly question: (customerIds: readonly string[]) => Promise<ReadonlyMap<string, T>>) {}

  /** Answers for other callers may be among the result. @throws the error of the question, to all its callers */
  ask(customerIds: readonly string[]): Promise<ReadonlyMap<string, T>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ customerIds, resolve, reject });
      if (!this.#asking) void this.#askAll();
    });
  }

  async #askAll(): Promise<void> {
    this.#asking = true;
    // Callers in this turn of the event loop join the question.
    await nextTurn();
    while (this.#waiting.length > 0) {
      const together = this.#waiting;
      this.#waiting = [];
      const settle = await this.#answer(new Set(together.flatMap(({ customerIds }) => customerIds)));
      for (const [at, each] of together.entries()) {
        if (at > 0 && at % AT_ONCE === 0) await nextTurn();
        settle(each);
      }
    }
    this.#asking = false;
  }

  async #answer(customerIds: ReadonlySet<string>): Promise<(waiting: Waiting<T>) => void> {
    try {
      const answers = await this.question([...customerIds]);
      return ({ resolve }) => resolve(answers);
    } catch (error) {
      return ({ reject }) => reject(error);
    }
  }
}
