import { brokenRow, mostCells, type RowFormat, tooManyCells } from './source-row.js';

/** Precedes what the errors file adds to a row; the reader cuts it off again. */
export const columnNote = ' # import line ';

/** Values with white space between them, as in fixed-width files. */
export const columnRows: RowFormat = {
  isPlain: () => true,
  cellsOf: splitColumns,
  reader: () => ({
    read: (lines) =>
      lines.flatMap((line) => {
        if (line.problem) return brokenRow(line, line.problem);
        const cells = splitColumns(line.text);
        if (cells.length > mostCells) return tooManyCells(line, cells.length);
        return cells.length === 0 ? [] : { line: line.number, text: line.text, cells, problem: null };
      }),
  }),
};

export function splitColumns(text: string): string[] {
  const note = text.indexOf(columnNote);
  const values = (note < 0 ? text : text.slice(0, note)).trim();
  return values === '' ? [] : values.split(/\s+/);
}
