import { literalCell, withoutSign } from '../fields/numbers/literal.js';
import { brokenRow, type RowFormat, type SourceRow } from './source-row.js';
import type { TextLine } from './text-lines.js';

/** A cell of the sheet as text; in brackets a number, because in a text its point might be read as another mark. */
export type LineCell = string | readonly [number: string];

/**
 * The rows of a sheet, each a line with a JSON array of cells: a line's number is the row's. The text of a row is what copying
 * it would give. `numeric`: the columns that are read as numbers.
 */
export function sheetRows(numeric: ReadonlySet<number>): RowFormat {
  return { isPlain: () => false, cellsOf: () => [], reader: () => ({ read: (lines) => lines.flatMap((line) => readRow(line, numeric)) }) };
}

function readRow(line: TextLine, numeric: ReadonlySet<number>): SourceRow | [] {
  if (line.problem) return brokenRow(line, line.problem);
  const found = JSON.parse(line.text) as LineCell[];
  const cells = found.map((cell, at) => (typeof cell === 'string' ? cell : numeric.has(at) ? literalCell(cell[0]) : cell[0]));
  if (cells.every((cell) => cell.trim() === '')) return [];
  return { line: line.number, text: cells.map(withoutSign).join('\t'), cells, problem: null };
}
