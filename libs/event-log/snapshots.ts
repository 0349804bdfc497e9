/**
 * Keeps what was folded from a long stream, so that the stream need not be read again. A convenience: a snapshot may be lost at
 * any time, and is trusted only as far as it proves itself. So nothing here fails. A snapshot that cannot be read counts as
 * absent, one that cannot be written is not kept, and the adapter warns the operator.
 */
export interface Snapshots {
  /** What was kept of a stream, JSON values, in the order of keeping. */
  read(stream: string): Promise<unknown[]>;
  /** Keeps one more part. `anew`: it replaces all that was kept of the stream. Resolves to whether it was kept. */
  keep(stream: string, part: object, anew: boolean): Promise<boolean>;
}
