/** Every n-th of what it is given, n a power of two, so that at most `most` are kept. The same in the same order gives the same. */
export class EveryNth<T> {
  #kept: T[] = [];
  #every = 1;
  #seen = 0;

  constructor(private readonly most: number) {}

  add(one: T): void {
    if (this.#seen % this.#every === 0) this.#kept.push(one);
    this.#seen += 1;
    if (this.#kept.length <= this.most) return;
    this.#kept = this.#kept.filter((_, i) => i % 2 === 0);
    this.#every *= 2;
  }

  get kept(): readonly T[] {
    return this.#kept;
  }
}
