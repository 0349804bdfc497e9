/**
 * Where a partition stands, told to the group a little late: of many moves only the last is. To whoever goes on from here it
 * is a hint, for the read store knows better; to whoever watches the group's lag it is near enough. A commit for every
 * batch would cost the brokers as much as the batch.
 */
export class LateCommits {
  #offset: number | null = null;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;
  #trouble: string | null = null;

  constructor(
    private readonly afterMs: number,
    private readonly commit: (offset: number) => Promise<void>,
  ) {}

  /** Why the group could not be told; it is tried again. Null when all is well. */
  get trouble(): string | null {
    return this.#trouble;
  }

  note(offset: number): void {
    this.#offset = offset;
    this.#arm();
  }

  /** Nothing is told any more: the partition is another's, or will be. */
  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #arm(): void {
    if (this.#stopped || this.#timer) return;
    this.#timer = setTimeout(() => void this.#tell(), this.afterMs);
    this.#timer.unref();
  }

  async #tell(): Promise<void> {
    this.#timer = null;
    try {
      await this.commit(this.#offset!);
      this.#trouble = null;
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : String(error);
      this.#arm();
    }
  }
}
