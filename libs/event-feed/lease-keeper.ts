import { sleep } from './backoff.js';
import type { Lease } from './lease.js';

/** Renews a lease until told to stop, or until the lease turns out to belong to another process. */
export class LeaseKeeper {
  readonly #stop = new AbortController();
  #lost = false;

  constructor(
    private readonly lease: Lease,
    private readonly epoch: number,
    private readonly ttlMs: number,
    private readonly changed: (error: unknown) => void,
  ) {
    void this.#run();
  }

  get lost(): boolean {
    return this.#lost;
  }

  stop(): void {
    this.#stop.abort();
  }

  async #run(): Promise<void> {
    while (!this.#lost) {
      await sleep(this.ttlMs / 3, this.#stop.signal);
      if (this.#stop.signal.aborted) return;
      try {
        this.#lost = !(await this.lease.renew(this.epoch));
        if (this.#lost) this.changed(null);
      } catch (error) {
        // Whether the lease still holds is unknown: the next guarded write will tell. Until then the worst case is work done twice.
        this.changed(error);
      }
    }
  }
}
