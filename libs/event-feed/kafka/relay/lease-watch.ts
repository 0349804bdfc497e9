export interface LeaseSign {
  readonly epoch: number;
  /** Changes with every sign of life of the holder. */
  readonly beat: number;
  /** How long the holder may be silent. */
  readonly ttlMs: number;
}

/** Measures, by its own clock, how long a lease has shown no sign of life. */
export class LeaseWatch {
  #seen: { readonly epoch: number; readonly beat: number; readonly since: number } | null = null;

  /** `now`: milliseconds of a clock that never goes back. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** True when the holder has been silent for as long as it may be, all of that time watched by this process. */
  silent({ epoch, beat, ttlMs }: LeaseSign): boolean {
    const now = this.now();
    if (this.#seen?.epoch !== epoch || this.#seen.beat !== beat) this.#seen = { epoch, beat, since: now };
    return now - this.#seen.since >= ttlMs;
  }
}
