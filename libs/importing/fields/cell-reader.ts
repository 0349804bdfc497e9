import type { MoneyAmount } from '@tenure/customer';
import { valueFinder } from '../kinds/enumerated.js';
import type { FieldDefinition } from '../kinds/kind.js';
import { RowProblem } from '../row-problem.js';
import type { TimeValue } from './dates/cell-time.js';
import { dayCell, type TimeReading, timeCell } from './dates/time-cell.js';
import { currencyCode } from './numbers/currency-words.js';
import { withoutSign } from './numbers/literal.js';
import { moneyCell } from './numbers/money-cell.js';
import { numberCell } from './numbers/number-cell.js';
import type { NumberStyle } from './numbers/number-style.js';
import { ownText } from './own-text.js';
import { shown } from './shown.js';

export type CellValue = string | number | boolean | MoneyAmount | TimeValue;

/** The value of a cell, and its text in a form that no option changes. */
export interface ReadValue {
  readonly value: CellValue;
  readonly asWritten: string;
}

/** Reads a cell that is not empty; `currency` is the row's. */
export type CellReader = (text: string, currency: string | undefined) => ReadValue | RowProblem;

/** How the cells of one column are written. */
export interface CellStyle {
  readonly numbers: NumberStyle;
  readonly times: TimeReading;
}

const yes = new Set(['1', 'true', 't', 'yes', 'y', 'x', 'on', 'ja', 'wahr', '是', '真', '√', '✓']);
const no = new Set(['0', 'false', 'f', 'no', 'n', '-', 'off', 'nein', 'falsch', '否', '假', '×']);

export function cellReader(field: string, { type, words }: FieldDefinition, { numbers, times }: CellStyle): CellReader {
  switch (type) {
    case 'text':
      return field === 'currency' ? currency : text;
    case 'word':
      return word(valueFinder(words ?? {}));
    case 'time':
      return (cell) => {
        const value = timeCell(field, cell, times);
        return value instanceof RowProblem ? value : { value, asWritten: value.asWritten };
      };
    case 'day':
      return (cell) => {
        const value = dayCell(field, cell, times);
        return value instanceof RowProblem ? value : { value, asWritten: value };
      };
    case 'number':
      return (cell) => {
        const read = numberCell(field, cell, numbers);
        return read instanceof RowProblem ? read : { value: read.number, asWritten: read.asWritten };
      };
    case 'flag':
      return (cell) => flag(field, cell);
    case 'money':
      return (cell, code) => {
        const read = moneyCell(field, cell, numbers, code);
        return read instanceof RowProblem ? read : { value: read.amount, asWritten: read.asWritten };
      };
  }
}

function text(cell: string): ReadValue {
  const value = ownText(withoutSign(cell));
  return { value, asWritten: value };
}

/** `usd` and `€` are USD and EUR; a sign that names no single currency is left to the reader of the amount to refuse. */
function currency(cell: string): ReadValue {
  return text(currencyCode(cell) ?? cell);
}

function word(find: (cell: string) => string | undefined): CellReader {
  return (cell) => text(find(cell) ?? cell);
}

function flag(field: string, cell: string): ReadValue | RowProblem {
  const word = cell.toLowerCase();
  if (yes.has(word)) return { value: true, asWritten: 'true' };
  if (no.has(word)) return { value: false, asWritten: 'false' };
  return new RowProblem('not-a-flag', field, `${field} "${shown(cell)}" is neither yes nor no: write 1 or 0, true or false`);
}
