/** How many bytes may lie on the disk, counted by all who put some there. */
export interface DiskBudget {
  /** False when there is no room for so many more. */
  take(bytes: number): boolean;
  give(bytes: number): void;
}

/** A budget that threads share: each counts in a place of its own, which whoever ends the thread can empty. */
export class SharedDiskBudget implements DiskBudget {
  readonly #taken: BigInt64Array;

  constructor(
    readonly memory: SharedArrayBuffer,
    private readonly place: number,
    private readonly bytes: number,
  ) {
    this.#taken = new BigInt64Array(memory);
  }

  /** Memory for so many places. */
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

  /** For a thread that has ended with what it had taken. */
  empty(): void {
    Atomics.store(this.#taken, this.place, 0n);
  }

  #inAll(): bigint {
    let sum = 0n;
    for (let place = 0; place < this.#taken.length; place += 1) sum += Atomics.load(this.#taken, place);
    return sum;
  }
}
