import { nearest } from '@tenure/shape';
import { ImportRefused } from '../../import-refused.js';

interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
}

/** 0-based: the sheet of that name, otherwise of that number from 1; without either the first that is not hidden. */
export function chosenSheet(sheets: readonly Sheet[], wanted: string | undefined): number {
  if (sheets.length === 0) throw new ImportRefused('no-sheet', 'file', 'the workbook has no sheet');
  if (wanted === undefined)
    return Math.max(
      0,
      sheets.findIndex(({ isHidden }) => !isHidden),
    );
  const named = sheets.findIndex(({ name }) => name === wanted);
  if (named >= 0) return named;
  if (/^\d+$/.test(wanted) && Number(wanted) >= 1 && Number(wanted) <= sheets.length) return Number(wanted) - 1;
  const names = sheets.map(({ name }) => name);
  const near = nearest(wanted, names);
  const there = names.map((name, at) => `${at + 1} "${name}"`).join(', ');
  throw new ImportRefused('unknown-sheet', 'sheet', `there is no sheet "${wanted}"${near ? `, did you mean "${near}"?` : ''} The workbook has: ${there}`);
}
