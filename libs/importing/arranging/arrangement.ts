import type { SpoolRoom } from '../spooling/byte-spool.js';

/** What decides whether rows are sorted out by customer before they are decided, how much of the file at a time, and the room there is. */
export interface Arrangement extends SpoolRoom {
  /** Rows that are planned, written and reported together. */
  readonly rowsTogether: number;
  /** Rows that go straight through, watched, before each verdict on the file's order. Shorter files are never partitioned. */
  readonly watchedRows: number;
  readonly partitions: number;
  /** A window ends with this many rows or bytes, so that disk and memory stay bounded for a file without end. */
  readonly windowRows: number;
  readonly windowBytes: number;
  /** What of a window is kept in memory; the rest goes to a temporary file. */
  readonly keptBytes: number;
  /** What is written at once. Each partition fills one such piece. */
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
