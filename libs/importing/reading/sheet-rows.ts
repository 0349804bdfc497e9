import { brokenRow, type RowFormat, type SourceRow } from './source-row.js';
import type { TextLine } from './text-lines.js';

/** The rows of a sheet, each a line with a JSON array of texts: a line's number is the row's. As text a row is what a copy of it would be. */
export const sheetRows: RowFormat = {
  isPlain: () => false,
  cellsOf: () => [],
  reader: () => ({ read: (lines) => lines.flatMap(readRow) }),
};

function readRow(line: TextLine): SourceRow | [] {
  if (line.problem) return brokenRow(line, line.problem);
  const cells = JSON.parse(line.text) as string[];
  if (cells.every((cell) => cell.trim() === '')) return [];
  return { line: line.number, text: cells.join('\t'), cells, problem: null };
}
