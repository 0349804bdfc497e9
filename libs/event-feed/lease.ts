/**
 * By which processes agree on who of them does what only one shall do. It saves work and no more: what the holder writes has to be guarded
 * by itself, for a holder that was silent for too long may not know that it is none. Every method rejects when the store cannot be reached.
 */
export interface Lease {
  /**
   * The new epoch, or null while someone else holds the lease. It is free when it was released, when `holder` itself had
   * it (a restart), or when its holder has shown no sign of life for the time it had asked for. That time is taken on
   * the clock of whoever waits, from when it first looked: no two machines' clocks are ever compared.
   */
  acquire(holder: string, ttlMs: number): Promise<number | null>;
  /** A sign of life. False when the epoch is over. */
  renew(epoch: number): Promise<boolean>;
  /** Gives the lease back at once. Does nothing when the epoch is over. */
  release(epoch: number): Promise<void>;
}
