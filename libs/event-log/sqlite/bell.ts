/**
 * Rings in every thread of the process when the log has grown: a counter in shared memory, no messages, so a
 * sleeping reader costs nothing and no reader can be forgotten.
 */
export class Bell {
  readonly #counter: Int32Array<SharedArrayBuffer>;

  constructor(readonly memory: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.#counter = new Int32Array(memory);
  }

  ring(): void {
    Atomics.add(this.#counter, 0, 1);
    Atomics.notify(this.#counter, 0);
  }

  /** Read this before looking at the log, then wait for it to change: no ring in between is missed. */
  rung(): number {
    return Atomics.load(this.#counter, 0);
  }

  async waitWhile(rung: number, timeoutMs: number): Promise<void> {
    const wait = Atomics.waitAsync(this.#counter, 0, rung, timeoutMs);
    if (wait.async) await wait.value;
  }
}
