/** Lets so many bulks through at a time; the others wait their turn. */
export class BulkGate {
  #free: number;
  readonly #waiting: Array<() => void> = [];

  constructor(
    /** Most operations in one bulk. */
    readonly bulkSize: number,
    bulksAtOnce: number,
  ) {
    this.#free = bulksAtOnce;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
