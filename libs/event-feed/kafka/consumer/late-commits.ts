/**
 * Commits a partition's offset to the group a little late: of many moves only the last is committed. For a consumer that
 * resumes here the commit is a hint, because the read store knows better. For monitoring of the group's lag it is accurate
 * enough. A commit for every batch would cost the brokers as much as the batch.
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

  /** Why the commit failed; it is retried. Null when all is well. */
  get trouble(): string | null {
    return this.#trouble;
  }

  note(offset: number): void {
    this.#offset = offset;
    this.#arm();
  }

  /** Stops committing: the partition belongs to another member, or will. */
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
