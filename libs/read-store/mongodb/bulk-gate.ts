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

  /** Runs them all. After a failure none is begun any more, and it comes out when nothing is under way. */
  async runAll(bulks: ReadonlyArray<() => Promise<unknown>>): Promise<void> {
    const failures: unknown[] = [];
    const guarded = async (bulk: () => Promise<unknown>) => {
      if (failures.length === 0) await bulk().catch((error) => failures.push(error));
    };
    await Promise.all(bulks.map((bulk) => this.#pass(() => guarded(bulk))));
    if (failures.length > 0) throw failures[0];
  }

  async #pass(work: () => Promise<void>): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    await work();
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
