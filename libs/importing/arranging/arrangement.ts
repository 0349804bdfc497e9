import type { SpoolRoom } from '../spooling/byte-spool.js';

/** Whether rows are sorted by customer before they are decided, how much of the file at a time, and the space for it. */
export interface Arrangement extends SpoolRoom {
  /** Rows that are planned, written and reported together. */
  readonly rowsTogether: number;
  /** Rows that pass straight through, and are observed, before each verdict on the file's order. Shorter files are never partitioned. */
  readonly watchedRows: number;
  readonly partitions: number;
  /** A window ends with this many rows or bytes, so that disk and memory stay bounded for an endless file. */
  readonly windowRows: number;
  readonly windowBytes: number;
  /** How much of a window is kept in memory; the rest goes to a temporary file. */
  readonly keptBytes: number;
  /** The size of one write. Each partition fills one such piece. */
  readonly pieceBytes: number;
}

export const usualArrangement: Arrangement = {
  rowsTogether: 1000,
  watchedRows: 20_000,
  partitions: 64,
  windowRows: 64 * 16_384,
  windowBytes: 512 << 20,
  keptBytes: 16 << 20,
  pieceBytes: 64 << 10,
  inputKeptBytes: 8 << 20,
  inputBytes: 4096 * (1 << 20),
};
