import { ImportRefused } from '../import-refused.js';
import type { SourceRow } from './source-row.js';

/** A header, and the mapping of its names. */
export interface FoundHeader<Mapped> {
  readonly row: SourceRow;
  readonly names: readonly string[];
  readonly mapped: Mapped;
}

/** Exports put a title, a period or an account number above the header, in a dozen lines at most. */
const mostTitles = 30;

/**
 * The first row whose cells, taken as names, name everything that is needed: the rows above it are titles. If no row does, the fault
 * is reported for the row that most likely is the header: the first that fills at least half as many cells as any.
 */
export function findHeader<Mapped>(
  rows: readonly SourceRow[],
  namesOf: (cells: readonly string[]) => string[],
  map: (names: readonly string[], below: readonly SourceRow[]) => Mapped,
): FoundHeader<Mapped> {
  const likely = likeliestHeader(rows);
  let fault: unknown;
  for (const [at, row] of rows.slice(0, mostTitles).entries()) {
    try {
      if (row.problem)
        throw new ImportRefused(row.problem.code, 'file', `line ${row.line}, the header that names the columns, cannot be read: ${row.problem.reason}`);
      const names = namesOf(row.cells);
      return { row, names, mapped: map(names, rows.slice(at + 1)) };
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      if (row === likely) fault = error;
    }
  }
  throw fault;
}

function likeliestHeader(rows: readonly SourceRow[]): SourceRow | undefined {
  const filled = rows.map(({ cells, problem }) => (problem ? Number.POSITIVE_INFINITY : cells.filter((cell) => cell.trim() !== '').length));
  const most = Math.max(...filled.filter(Number.isFinite), 0);
  return rows.find((_, at) => (filled[at] as number) * 2 >= most) ?? rows[0];
}
