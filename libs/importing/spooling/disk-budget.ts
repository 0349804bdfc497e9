/** How many bytes may be on the disk, counted by all its users together. */
export interface DiskBudget {
  /** False when there is no space for that many more. */
  take(bytes: number): boolean;
  give(bytes: number): void;
}

/** A budget that threads share: each counts in a slot of its own, which the thread's owner can empty when the thread ends. */
export class SharedDiskBudget implements DiskBudget {
  readonly #taken: BigInt64Array;

  constructor(
    readonly memory: SharedArrayBuffer,
    private readonly place: number,
    private readonly bytes: number,
  ) {
    this.#taken = new BigInt64Array(memory);
  }

  /** Memory for this many slots. */
  static memoryFor(places: number): SharedArrayBuffer {
    return new SharedArrayBuffer(places * BigInt64Array.BYTES_PER_ELEMENT);
  }

  take(bytes: number): boolean {
    Atomics.add(this.#taken, this.place, BigInt(bytes));
    if (this.#inAll() <= BigInt(this.bytes)) return true;
    this.give(bytes);
    return false;
  }

  give(bytes: number): void {
    Atomics.sub(this.#taken, this.place, BigInt(bytes));
  }

  /** Releases what a thread had taken when it ended. */
  empty(): void {
    Atomics.store(this.#taken, this.place, 0n);
  }

  #inAll(): bigint {
    let sum = 0n;
    for (let place = 0; place < this.#taken.length; place += 1) sum += Atomics.load(this.#taken, place);
    return sum;
  }
}
