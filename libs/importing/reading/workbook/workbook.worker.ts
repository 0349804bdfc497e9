import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/universal';
import { ImportRefused } from '../../import-refused.js';
import { cellText, errorOf, hasLostDigits, lineCell, NumberCell, type SheetCell } from './cell-text.js';
import { chosenSheet } from './chosen-sheet.js';
import type { FromWorkbook, WorkbookJob } from './read-workbook.js';
import { workbookParts } from './workbook-parts.js';

const rowsTogether = 1000;

/** Reads one sheet and posts its rows, a JSON array a line, so that the line's number is the row's. */
async function read({ bytes, sheet }: WorkbookJob): Promise<void> {
  const { archive, sheets } = workbookParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const number = chosenSheet(sheets, sheet);
  const content = archive.buffer.slice(archive.byteOffset, archive.byteOffset + archive.length) as ArrayBuffer;
  const options = { trim: false, parseNumber: (digits: string) => new NumberCell(digits) };
  const rows = (await readSheet(content, number + 1, options)) as unknown as SheetCell[][];
  let lostDigits: CellNotice | null = null;
  let errors: CellNotice | null = null;
  for (let at = 0; at < rows.length; at += rowsTogether) {
    const lines = rows.slice(at, at + rowsTogether).map((cells) => {
      for (const cell of cells) {
        if (hasLostDigits(cell)) lostDigits = noticed(lostDigits, cellText(cell));
        const error = errorOf(cell);
        if (error) errors = noticed(errors, error);
      }
      return JSON.stringify(cells.map(lineCell));
    });
    post({ is: 'rows', lines: `${lines.join('\n')}\n` });
  }
  post({ is: 'end', sheet: sheets[number]?.name ?? '', others: otherSheets(sheets, number), lostDigits, errors });
}

type CellNotice = { readonly cells: number; readonly example: string };

function noticed(before: CellNotice | null, example: string): CellNotice {
  return { cells: (before?.cells ?? 0) + 1, example: before?.example ?? example };
}

function otherSheets(sheets: readonly { readonly name: string; readonly isHidden: boolean }[], chosen: number): string[] {
  return sheets.filter(({ isHidden }, at) => !isHidden && at !== chosen).map(({ name }) => name);
}

function post(message: FromWorkbook): void {
  parentPort?.postMessage(message);
}

read(workerData as WorkbookJob).catch((error: unknown) => {
  if (error instanceof ImportRefused) post({ is: 'refused', code: error.code, field: error.field, reason: error.message });
  else
    post({
      is: 'refused',
      code: 'workbook-not-read',
      field: 'file',
      reason: `the workbook cannot be read (${(error as Error).message}): save it anew, or as CSV`,
    });
});
