import { ImportRefused } from '../../import-refused.js';
import { shown } from '../shown.js';
import { decimalText } from './decimal-text.js';
import { isLiteral } from './literal.js';
import { type DecimalMark, marksOf, otherMark } from './marks.js';
import type { NumberStyle } from './number-style.js';
import { NotANumber, type WrittenNumber, writtenNumber } from './written-number.js';

interface Cell {
  readonly text: string;
  readonly line: number;
}

const quick = /^-?\d+(?:\.\d\d)?$/;

/**
 * Which decimal mark a column is written with, from all of its cells. A cell that can be read in only one way proves it;
 * a cell with three digits after its only mark is a thousand or a thousandth, and counts only where others prove which.
 */
export class NumberColumn {
  /** Whether it holds fractions that are not texts. */
  hasLiterals = false;
  readonly #proofs = new Map<DecimalMark, Cell>();
  /** Lengths of the proven fractions, by mark. */
  readonly #fractions = { '.': new Set<number>(), ',': new Set<number>() };
  /** Marks proven to separate thousands. */
  readonly #grouping = new Set<DecimalMark>();
  readonly #open = new Map<DecimalMark, Cell>();

  /** Like `open`, for amounts in a currency with thousandths: there a fraction is as likely as a thousand. */
  readonly #openDinars = new Map<DecimalMark, Cell>();

  constructor(private readonly field: string) {}

  /**
   * A number that is not a text proves nothing. `minorDigits`: digits after the point in the currency of an amount; null for a
   * plain number, or an unknown currency.
   */
  see(text: string, line: number, minorDigits: number | null): void {
    if (quick.test(text)) {
      if (text.charCodeAt(text.length - 3) === 46) this.#prove('.', { text, line }, 2);
      return;
    }
    if (isLiteral(text)) {
      this.hasLiterals = true;
      return;
    }
    const number = writtenNumber(text);
    if (!(number instanceof NotANumber)) this.#note(number, { text, line }, minorDigits);
  }

  #note({ body, exponent }: WrittenNumber, cell: Cell, minorDigits: number | null): void {
    const found = /[.,]/.exec(body)?.[0] as DecimalMark | undefined;
    if (exponent !== 0) {
      if (found) this.#prove(found, cell, body.length - body.indexOf(found) - 1);
      return;
    }
    const marks = marksOf(body);
    if (marks.says === 'proof') {
      this.#prove(marks.decimal, cell, marks.fraction);
      if (marks.grouped) this.#grouping.add(otherMark(marks.decimal));
    } else if (marks.says === 'either') {
      if (minorDigits === 0 && !body.endsWith('000')) {
        // Yen and won have no thousandths, only needless zeros.
        this.#prove(otherMark(marks.mark), cell, 0);
        this.#grouping.add(marks.mark);
        return;
      }
      if (!this.#open.has(marks.mark)) this.#open.set(marks.mark, cell);
      if (minorDigits === 3 && !this.#openDinars.has(marks.mark)) this.#openDinars.set(marks.mark, cell);
    }
  }

  #prove(decimal: DecimalMark, cell: Cell, fraction: number): void {
    if (!this.#proofs.has(decimal)) this.#proofs.set(decimal, cell);
    if (fraction > 0) this.#fractions[decimal].add(fraction);
  }

  /** Whether a mark in the column proved anything. */
  get hasMarks(): boolean {
    return this.#proofs.size > 0;
  }

  /** @throws ImportRefused when the column contradicts itself, or can be read in two ways */
  style(): NumberStyle {
    const [point, comma] = [this.#proofs.get('.'), this.#proofs.get(',')];
    if (point && comma) throw this.#contradictory(point, comma);
    const decimal = point ? '.' : comma ? ',' : null;
    const doubtful = decimal === null ? (this.#open.get('.') ?? this.#open.get(',')) : this.#doubtfulWith(decimal);
    if (doubtful) throw this.#ambiguous(doubtful, point ?? comma);
    return { decimal: decimal ?? '.', threeDigits: this.#threeDigitsAre(decimal ?? '.') };
  }

  /** A cell with the other mark, which may have been meant as the decimal one. */
  #doubtfulWith(decimal: DecimalMark): Cell | undefined {
    const other = otherMark(decimal);
    return (this.#grouping.has(other) ? this.#openDinars : this.#open).get(other);
  }

  #threeDigitsAre(decimal: DecimalMark): NumberStyle['threeDigits'] {
    const lengths = [...this.#fractions[decimal]];
    if (lengths.some((length) => length >= 3)) return 'thousandths';
    return lengths.length > 1 ? 'thousandths-without-zero' : 'doubtful';
  }

  #contradictory(point: Cell, comma: Cell): ImportRefused {
    return new ImportRefused(
      'contradictory-numbers',
      'decimal',
      `${this.field} is written in two ways: ${cellName(point)} has a decimal point, ${cellName(comma)} a decimal comma. ` +
        'Make them alike, or say which it is, --decimal . or --decimal , (rows that do not fit are rejected)',
    );
  }

  #ambiguous(cell: Cell, proof: Cell | undefined): ImportRefused {
    const number = writtenNumber(cell.text) as WrittenNumber;
    const beside = proof ? `, beside ${cellName(proof)}` : '';
    return new ImportRefused(
      'ambiguous-numbers',
      'decimal',
      `${this.field} ${cellName(cell)} can be read in two ways${beside}: give the decimal mark, ` +
        `--decimal . reads ${decimalText(number, '.')}, --decimal , reads ${decimalText(number, ',')}`,
    );
  }
}

function cellName({ text, line }: Cell): string {
  return `"${shown(text)}" (line ${line})`;
}
