/**
 * Lets processes agree on which of them does work that only one may do. It saves work and no more: the
 * holder's writes need a guard of their own, because a holder that was silent for too long may not know that
 * it lost the lease. Every method rejects when the store cannot be reached.
 */
export interface Lease {
  /**
   * The new epoch, or null while another holder has the lease. The lease is free when it was released, when `holder`
   * itself had it (a restart), or when its holder has shown no sign of life for the time it had asked for. That time is
   * measured on the clock of the waiting process, from its first look: the clocks of two machines are never compared.
   */
  acquire(holder: string, ttlMs: number): Promise<number | null>;
  /** A sign of life. False when the epoch is over. */
  renew(epoch: number): Promise<boolean>;
  /** Releases the lease at once. Does nothing when the epoch is over. */
  release(epoch: number): Promise<void>;
}
