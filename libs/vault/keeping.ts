/** Keeps batches one after the other: what arrives while one is being kept forms the next. */
export class Keeping<T, Answer> {
  #last: Promise<unknown> = Promise.resolve();
  #next: { readonly all: T[]; readonly kept: Promise<Answer> } | null = null;

  constructor(private readonly keepAll: (all: readonly T[]) => Promise<Answer>) {}

  /** The result for the whole batch. @throws the error of keeping, to all callers in the batch */
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
    // The callers that wait for it receive the error.
    this.#last = kept.catch(() => undefined);
    return { all, kept };
  }
}
