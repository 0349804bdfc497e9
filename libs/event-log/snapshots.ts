/**
 * Keeps what was folded from a long stream, so that it need not be read again. A convenience: what is kept may be lost at any
 * time, and is believed only as far as it proves itself. So nothing here fails: what cannot be read is not there, what cannot be
 * written is not kept, and the adapter says so to whoever runs the engine.
 */
export interface Snapshots {
  /** What was kept of a stream, JSON values, in the order of keeping. */
  read(stream: string): Promise<unknown[]>;
  /** Keeps one more part. `anew`: in the place of all that was kept of the stream. Resolves to whether it was kept. */
  keep(stream: string, part: object, anew: boolean): Promise<boolean>;
}
