import { nearest } from '@tenure/shape';
import { withoutSign } from '../fields/numbers/literal.js';
import { ImportRefused } from '../import-refused.js';
import { headerWord } from './header-word.js';
import { listedColumns } from './listed-columns.js';

/** `Financial Status=paid`, `Status!=test`, `Status=paid,refunded`: which rows of a file are imported. */
export interface RowCondition {
  readonly text: string;
  readonly index: number;
  holds(cell: string): boolean;
}

/** @throws ImportRefused for an invalid condition, or a column that is missing */
export function compileCondition(text: string, columns: readonly string[]): RowCondition {
  const [, name = '', sign = '', values = ''] = /^(.*?[^!=\s])\s*(!?=)\s*(.*)$/s.exec(text) ?? [];
  if (name === '') {
    throw new ImportRefused('bad-condition', 'where', `"${text}" is no condition: write Column=value, Column!=value or Column=value,other`);
  }
  const wanted = new Set([values, ...values.split(',')].map(compared));
  const isWanted = (cell: string): boolean => wanted.has(compared(cell));
  return { text, index: columnIndex(name, columns), holds: sign === '=' ? isWanted : (cell) => !isWanted(cell) };
}

function columnIndex(name: string, columns: readonly string[]): number {
  const exact = columns.indexOf(name.trim());
  if (exact >= 0) return exact;
  const words = columns.map(headerWord);
  const index = words.indexOf(headerWord(name));
  if (index >= 0) return index;
  const near = nearest(name, columns);
  const message = `there is no column "${name}"${near ? `, did you mean "${near}"?` : ''} ${listedColumns(columns)}`;
  throw new ImportRefused('unknown-column', 'where', message);
}

function compared(text: string): string {
  return withoutSign(text).normalize('NFKC').trim().toLowerCase();
}
