import { type MoneyAmount, MoneyError, parseMoney } from '@tenure/customer';
import type { FieldType } from '../kinds/kind.js';
import { RowProblem } from '../row-problem.js';
import type { ParseTime } from './date-format.js';
import { ownText } from './own-text.js';

export type CellValue = string | number | boolean | MoneyAmount;

/** Reads a cell that is not empty; `currency` is the row's. */
export type CellReader = (text: string, currency: string | undefined) => CellValue | RowProblem;

const decimal = /^[+-]?\d+(\.\d+)?$/;
const yes = new Set(['1', 'true', 'yes', 'y', 'x']);
const no = new Set(['0', 'false', 'no', 'n', '-']);

export function cellReader(field: string, type: FieldType, parseTime: ParseTime, timeFormat: string): CellReader {
  switch (type) {
    case 'text':
      return ownText;
    case 'time':
      return (text) => parseTime(text) ?? timeProblem(field, text, parseTime(text), timeFormat);
    case 'number':
      return (text) =>
        decimal.test(text) ? Number(text) : new RowProblem('not-a-number', field, `${field} "${shown(text)}" is not a number: write it like 3 or 2.5`);
    case 'flag':
      return (text) => flag(field, text);
    case 'money':
      return (text, currency) => money(field, text, currency);
  }
}

function timeProblem(field: string, text: string, parsed: null | undefined | number, format: string): RowProblem {
  if (parsed === undefined) return new RowProblem('no-such-date', field, `${field} "${shown(text)}" is a date or time that does not exist: correct it`);
  return new RowProblem(
    'wrong-date-format',
    field,
    `${field} "${shown(text)}" is not a time in the format ${format}: correct it, or give the file's format as dateFormat`,
  );
}

function flag(field: string, text: string): boolean | RowProblem {
  const word = text.toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : new RowProblem('not-a-flag', field, `${field} "${shown(text)}" is neither yes nor no: write 1 or 0, true or false`);
}

function money(field: string, text: string, currency: string | undefined): MoneyAmount | RowProblem {
  if (currency === undefined)
    return new RowProblem('currency-missing', 'currency', `${field} has no currency: fill in the currency, or give one for the whole import`);
  try {
    return parseMoney(text, currency);
  } catch (error) {
    if (error instanceof MoneyError) return new RowProblem(error.code, error.code === 'unknown-currency' ? 'currency' : field, `${field} ${error.message}`);
    throw error;
  }
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
