import { isLiteral } from './literal.js';
import type { DecimalMark } from './marks.js';
import { plainText } from './plain-text.js';

/** A number as written in a cell, without its sign and currency. */
export interface WrittenNumber {
  readonly negative: boolean;
  /** Digits and marks: `1.234,50`. */
  readonly body: string;
  /** Power of ten after an `e`, or 0. */
  readonly exponent: number;
  /** Words and signs next to the number, unchanged: `US$`, `EUR`, `kr.`. */
  readonly words: readonly string[];
  /** Its decimal mark where the file defines it; null for a text, whose column has to show it. */
  readonly decimal: DecimalMark | null;
}

/** Why a cell is no number: continues the sentence that begins with the cell. */
export class NotANumber {
  constructor(readonly why: string) {}
}

/** A mark in front of the digits is part of the number, `$.50`, unless it ends a word: `Rs.500`, `S/.500`. */
const parts = /^(\D*?)((?:(?<![\p{L}/])[.,])?\d(?:[\d.,' ]*\d)?)(?:([eE])([+-]?)(\d{1,3}))?(\D*)$/u;
const plain = /^(-?)(\d+(?:\.\d+)?)$/;
/** The form of numbers in JSON (RFC 8259) and workbooks. */
const literal = /^(-?)(\d+(?:\.\d+)?)(?:[eE]([+-]?\d{1,3}))?.$/;
const noWords: readonly string[] = [];

/** Splits a cell into its parts. A sign is before or after the number, or the number is in brackets; a currency is before or after. */
export function writtenNumber(text: string): WrittenNumber | NotANumber {
  const quick = plain.exec(text);
  if (quick) return { negative: quick[1] === '-', body: quick[2] as string, exponent: 0, words: noWords, decimal: null };
  const exact = isLiteral(text) ? literal.exec(text) : null;
  if (exact) return { negative: exact[1] === '-', body: exact[2] as string, exponent: Number(exact[3] ?? 0), words: noWords, decimal: '.' };
  const found = parts.exec(plainText(text));
  if (!found) return new NotANumber('is not a number: write it like 3 or 2.5');
  const [, before = '', body = '', letter, exponentSign = '', exponentDigits = '0', after = ''] = found;
  if (letter === 'E' && exponentSign !== '' && exponentDigits.length > 1) {
    return new NotANumber('was shortened by a spreadsheet, its digits are lost: give the column a number format there and save it again');
  }
  const sides = signOf(before, after);
  if (sides === null) return new NotANumber(reasonOf(before, after));
  const words = [sides.before, sides.after].filter((word) => word !== '');
  const odd = words.find((word) => !/^[\p{L}\p{Sc}]/u.test(word));
  if (odd !== undefined) return new NotANumber(reasonOf(before, after));
  if (words.some((word) => /^(cr|dr)\.?$/i.test(word))) {
    return new NotANumber('says debit or credit in letters: write what is taken off with a minus sign, such as -12.50');
  }
  const exponent = Number(`${exponentSign}${exponentDigits}`);
  return { negative: sides.negative, body, exponent, words, decimal: null };
}

interface Sides {
  readonly negative: boolean;
  readonly before: string;
  readonly after: string;
}

function signOf(before: string, after: string): Sides | null {
  const signs = `${before}|${after}`.replace(/[^()+|-]/g, '');
  const bare = { before: word(before), after: word(after) };
  switch (signs) {
    case '|':
    case '+|':
      return { negative: false, ...bare };
    case '-|':
    case '|-':
    case '(|)':
      return { negative: true, ...bare };
    default:
      return null;
  }
}

const word = (side: string): string => side.replace(/[()+-]/g, '').trim();

function reasonOf(before: string, after: string): string {
  if (/[%‰]/.test(before + after)) return 'is a percentage: write the number itself';
  if (/^[.,]/.test(after)) return 'ends in a mark: write all digits, such as 12.00';
  return 'is not a number: write it like 3 or 2.5';
}
