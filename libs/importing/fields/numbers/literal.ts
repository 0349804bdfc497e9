import type { DecimalMark } from './marks.js';

/** A noncharacter, which Unicode reserves for the internal use of programs (Unicode 16, 23.7): no text of a file ends in it. */
const sign = '\uFDD0';
const signCode = sign.charCodeAt(0);
const whole = /^-?\d+$/;

/**
 * The cell of a number that is not a text (in JSON, in a workbook), marked so that its reader knows that its point is a decimal
 * point, whatever marks the texts of its column have. A whole number is the same in every notation.
 */
export function literalCell(literal: string): string {
  return whole.test(literal) ? literal : literal + sign;
}

export function isLiteral(cell: string): boolean {
  return cell.charCodeAt(cell.length - 1) === signCode;
}

/** The cell as it is in the file. */
export function withoutSign(cell: string): string {
  return isLiteral(cell) ? cell.slice(0, -1) : cell;
}

/** The cell as a text of a column with this decimal mark. */
export function asTextWith(decimal: DecimalMark, cell: string): string {
  return isLiteral(cell) ? cell.slice(0, -1).replace('.', decimal) : cell;
}
