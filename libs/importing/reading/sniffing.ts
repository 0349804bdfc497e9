import type { ImportFormat } from '../import-options.js';
import { ImportRefused } from '../import-refused.js';
import type { TextLine } from './text-lines.js';

export const delimiters = [',', ';', '\t', '|'] as const;

const formatsByExtension: Record<string, ImportFormat> = { csv: 'csv', tsv: 'csv', ndjson: 'ndjson', jsonl: 'ndjson' };

/** Refuses what is no text at all before anything is read from it. */
export function refuseBinary(lines: readonly TextLine[], file: string): void {
  if (lines.length === 0) throw new ImportRefused('empty-file', 'file', `${file} is empty: there is nothing to import`);
  if (!lines.some(({ problem, text }) => problem?.code === 'nul-byte' || text.includes('\0'))) return;
  throw new ImportRefused('not-text', 'file', `${file} is not a text file, it contains NUL bytes: give a CSV, NDJSON or column file, or .xlsx`);
}

export function formatOf(fileName: string | undefined, firstLine: string): ImportFormat {
  const extension = /\.([^./\\]+)$/.exec(fileName?.replace(/\.gz$/i, '') ?? '')?.[1]?.toLowerCase() ?? '';
  const known = formatsByExtension[extension];
  if (known) return known;
  const start = firstLine.trimStart();
  if (start.startsWith('{')) return 'ndjson';
  return delimiters.some((delimiter) => firstLine.includes(delimiter)) ? 'csv' : 'columns';
}

/** Whichever delimiter the line has most of outside quotes; a comma if it has none. */
export function delimiterOf(firstLine: string): string {
  const bare = firstLine.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] as string;
}

/** Whether a first line names the columns: cells that should hold a date, an amount or a number have not one digit. */
export function namesColumns(cells: readonly string[], numberColumns: readonly number[]): boolean {
  const there = numberColumns.map((index) => cells[index]).filter((cell) => cell !== undefined && cell.trim() !== '');
  return there.length > 0 && there.every((cell) => !/\d/.test(cell as string));
}
