import { type SourceRow, valuesOf } from './source-row.js';

/** Learns from the cells of the whole file what one row does not show: how its numbers or dates are written. */
export interface ColumnObserver {
  /** True when further rows cannot change what was learned. A file is read through beforehand only while an observer is undecided. */
  readonly isDecided: boolean;
  /** Receives the values of one row below the header, and its line. */
  see(cells: readonly string[], line: number): void;
}

/** Shows the rows of a file to observers that need all of them before the first is imported; leaves out unreadable rows. */
export async function showRows(blocks: AsyncIterable<SourceRow[]>, observers: readonly ColumnObserver[]): Promise<void> {
  let undecided = observers.filter(({ isDecided }) => !isDecided);
  if (undecided.length === 0) return;
  for await (const rows of blocks) {
    for (const row of rows) if (!row.problem) for (const observer of undecided) observer.see(valuesOf(row), row.line);
    undecided = undecided.filter(({ isDecided }) => !isDecided);
    if (undecided.length === 0) return;
  }
}
