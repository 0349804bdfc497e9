/** Keeps what comes in batches, one after the other: what comes while one is kept is the next. */
export class Keeping<T, Answer> {
  #last: Promise<unknown> = Promise.resolve();
  #next: { readonly all: T[]; readonly kept: Promise<Answer> } | null = null;

  constructor(private readonly keepAll: (all: readonly T[]) => Promise<Answer>) {}

  /** The answer to all of the batch. @throws whatever keeping throws, to all who are in the batch */
  keep(some: readonly T[]): Promise<Answer> {
    this.#next ??= this.#begin();
    this.#next.all.push(...some);
    return this.#next.kept;
  }

  #begin() {
    const all: T[] = [];
    const kept = this.#last.then(() => {
      this.#next = null;
      return this.keepAll(all);
    });
    // Whoever waits for it is told.
    this.#last = kept.catch(() => undefined);
    return { all, kept };
  }
}
