import { RowProblem } from '../../row-problem.js';
import { shown } from '../shown.js';
import { decimalText } from './decimal-text.js';
import { doubtful, isDoubtful, type NumberStyle } from './number-style.js';
import { NotANumber, writtenNumber } from './written-number.js';

/** A number and its text in a form that no option changes. */
export interface NumberCell {
  readonly number: number;
  readonly asWritten: string;
}

const mostDigits = 17;

export function numberCell(field: string, text: string, style: NumberStyle): NumberCell | RowProblem {
  const refused = (why: string): RowProblem => new RowProblem('not-a-number', field, `${field} "${shown(text)}" ${why}`);
  const written = writtenNumber(text);
  if (written instanceof NotANumber) return refused(written.why);
  if (written.words.length > 0) return refused(`is not a number: leave out "${shown(written.words.join(' '))}"`);
  const asWritten = decimalText(written, style.decimal);
  if (asWritten === null) return refused(`is not a number with the decimal mark ${style.decimal}: correct it`);
  const number = Number(asWritten);
  const digits = asWritten.replace(/^-?0*\.?0*|\./g, '').length;
  if (digits > mostDigits || (Number.isInteger(number) && !Number.isSafeInteger(number))) {
    return new RowProblem('inexact-number', field, `${field} "${shown(text)}" has more digits than can be kept: round it`);
  }
  return isDoubtful(written, style) ? doubtful(field, text, written) : { number, asWritten };
}
