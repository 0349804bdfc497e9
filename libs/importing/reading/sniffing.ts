import type { ImportFormat } from '../import-options.js';
import { ImportRefused } from '../import-refused.js';
import { delimiters, likeliestDelimiter } from './delimiter.js';
import type { TextLine } from './text-lines.js';

const formatsByExtension: Record<string, ImportFormat> = { csv: 'csv', tsv: 'csv', ndjson: 'ndjson', jsonl: 'ndjson' };

/** Refuses a file that is not text at all before anything is read from it. */
export function refuseBinary(lines: readonly TextLine[], file: string): void {
  if (lines.length === 0) throw new ImportRefused('empty-file', 'file', `${file} is empty: there is nothing to import`);
  if (!lines.some(({ problem, text }) => problem?.code === 'nul-byte' || text.includes('\0'))) return;
  throw new ImportRefused('not-text', 'file', `${file} is not a text file, it contains NUL bytes: give a CSV, NDJSON or column file, or .xlsx`);
}

/** HTML and XML under the name of a table: many a web shop's "export to Excel" is a page, and so is an expired log-in. */
export function refuseMarkup(firstLine: string, file: string): void {
  const start = firstLine.trimStart().toLowerCase();
  const isPage = /^<(!doctype html|html|head|body|table|meta|script)\b/.test(start);
  if (!isPage && !/^<(\?xml|\w+[\s:>])/.test(start)) return;
  const what = isPage ? 'a web page' : 'an XML document';
  const remedy = isPage ? 'if it was downloaded, log in again and look at it; else open it in a spreadsheet program' : 'open it in a spreadsheet program';
  throw new ImportRefused('not-a-table', 'file', `${file} is ${what}, no table: ${remedy} and save it as CSV or .xlsx`);
}

export function formatOf(fileName: string | undefined, lines: readonly TextLine[]): ImportFormat {
  const firstLine = lines.find(({ text }) => text.trim() !== '')?.text ?? '';
  const extension = /\.([^./\\]+)$/.exec(fileName?.replace(/\.gz$/i, '') ?? '')?.[1]?.toLowerCase() ?? '';
  const known = formatsByExtension[extension];
  if (known) return known;
  const start = firstLine.trimStart();
  if (/^(\{|\[\s*(\{|$))/.test(start)) return 'ndjson';
  return delimiters.some((delimiter) => firstLine.includes(delimiter)) || likeliestDelimiter(lines).share >= 0.5 ? 'csv' : 'columns';
}

/** Whether a first line names the columns: cells that should hold a date, an amount or a number have no digit. */
export function namesColumns(cells: readonly string[], numberColumns: readonly number[]): boolean {
  const there = numberColumns.map((index) => cells[index]).filter((cell) => cell !== undefined && cell.trim() !== '');
  return there.length > 0 && there.every((cell) => !/\d/.test(cell as string));
}
