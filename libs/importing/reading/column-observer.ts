import { type SourceRow, valuesOf } from './source-row.js';

/** Learns from the cells of the whole file what one row does not tell: how its numbers or dates are written. */
export interface ColumnObserver {
  /** Nothing that comes can change what was learned. A file is read through beforehand only while an observer is undecided. */
  readonly isDecided: boolean;
  /** What fields of one row below the header are read from, and its line. */
  see(cells: readonly string[], line: number): void;
}

/** Shows the rows of a file to those who want to see them all before the first is imported; leaves out rows that cannot be read. */
export async function showRows(blocks: AsyncIterable<SourceRow[]>, observers: readonly ColumnObserver[]): Promise<void> {
  let undecided = observers.filter(({ isDecided }) => !isDecided);
  if (undecided.length === 0) return;
  for await (const rows of blocks) {
    for (const row of rows) if (!row.problem) for (const observer of undecided) observer.see(valuesOf(row), row.line);
    undecided = undecided.filter(({ isDecided }) => !isDecided);
    if (undecided.length === 0) return;
  }
}
