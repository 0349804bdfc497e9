import { RowProblem } from '../../row-problem.js';
import { shown } from '../shown.js';
import { decimalText } from './decimal-text.js';
import type { DecimalMark } from './marks.js';
import type { WrittenNumber } from './written-number.js';

/** How the numbers of a column are written. */
export interface NumberStyle {
  readonly decimal: DecimalMark;
  /**
   * What exactly three digits after the decimal mark are in this column: thousandths, where its other numbers or an option prove them;
   * thousandths unless they end in a needless zero, where fractions have many lengths; or perhaps a thousand.
   */
  readonly threeDigits: 'thousandths' | 'thousandths-without-zero' | 'doubtful';
}

/** The style given by `--decimal`: nothing is in doubt. */
export const givenStyle = (decimal: DecimalMark): NumberStyle => ({ decimal, threeDigits: 'thousandths' });

/** A row whose number is in doubt. */
export function doubtful(field: string, text: string, number: WrittenNumber): RowProblem {
  const either = `${decimalText(number, '.')} or ${decimalText(number, ',')}`;
  return new RowProblem(
    'ambiguous-number',
    field,
    `${field} "${shown(text)}" may be ${either}, as no other number here has three digits after the mark: write it plainly, or give --decimal`,
  );
}

/** `1.000` where nothing else in the column has three digits after the point: its writer may have meant a thousand. */
export function isDoubtful({ body, exponent, decimal: own }: WrittenNumber, { decimal, threeDigits }: NumberStyle): boolean {
  if (threeDigits === 'thousandths' || exponent !== 0 || own !== null) return false;
  if (body.charAt(body.length - 4) !== decimal || !/^[1-9]\d{0,2}.\d{3}$/.test(body)) return false;
  return threeDigits === 'doubtful' || body.endsWith('0');
}
