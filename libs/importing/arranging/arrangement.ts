/** What decides whether rows are sorted out by customer before they are decided, and how much of the file at a time. */
export interface Arrangement {
  /** Rows that go straight through, watched, before each verdict on the file's order. Shorter files are never partitioned. */
  readonly watchedRows: number;
  readonly partitions: number;
  /** A window ends with this many rows or bytes, so that disk and memory stay bounded for a file without end. */
  readonly windowRows: number;
  readonly windowBytes: number;
  /** What of a window is kept in memory; the rest goes to a temporary file. */
  readonly keptBytes: number;
}

export const usualArrangement: Arrangement = {
  watchedRows: 20_000,
  partitions: 64,
  windowRows: 64 * 16_384,
  windowBytes: 512 << 20,
  keptBytes: 16 << 20,
};
