import { currencyDigits } from '@tenure/shape';
import { isBlank } from '../fields/blank.js';
import type { CellStyle } from '../fields/cell-reader.js';
import { DateColumn, type DateStyle } from '../fields/dates/date-column.js';
import { currencyBeside, currencyCode } from '../fields/numbers/currency-words.js';
import type { DecimalMark } from '../fields/numbers/marks.js';
import { NumberColumn } from '../fields/numbers/number-column.js';
import { givenStyle } from '../fields/numbers/number-style.js';
import { NotANumber, writtenNumber } from '../fields/numbers/written-number.js';
import type { ImportOptions } from '../import-options.js';
import type { AnyKind } from '../kinds/kind.js';
import type { ColumnObserver } from '../reading/column-observer.js';
import type { FileTimes } from './file-times.js';
import { cellText, type MappedField } from './mapped-field.js';

export type StyleOf = (field: string) => CellStyle;

/** How each column of a file is written. */
export interface DecidedStyle {
  readonly styleOf: StyleOf;
  /** Field -> what was detected about its column: `decimal comma`, `days`, `day first`. */
  readonly understood: Readonly<Record<string, string>>;
  /** The equivalent options, for a file of some of these rows, which may not prove it. */
  readonly readAs: ReadAs;
  /** The mark with which a number of the field is written where all numbers are texts, as in the errors file of a workbook. */
  readonly markOf: (field: string | undefined) => DecimalMark;
}

export interface ReadAs {
  readonly decimal?: DecimalMark;
  readonly dateFormat?: string;
  /** Set where the cells of the whole file named it. */
  readonly currency?: string;
}

type CellText = ReturnType<typeof cellText>;

interface Watched<Column> {
  readonly field: string;
  readonly textOf: CellText;
  readonly isMoney: boolean;
  readonly column: Column;
}

const marks = { '.': 'decimal point', ',': 'decimal comma' } as const;
const noDates: DateStyle = { order: null, midnightIsDay: false };

/** Learns from every row how the columns of numbers and dates are written, unless an option gives it. */
export class FileStyle implements ColumnObserver {
  readonly #numbers: Watched<NumberColumn>[] = [];
  readonly #dates: Watched<DateColumn>[] = [];
  readonly #currencyOf: CellText;

  constructor(
    kind: AnyKind,
    mapped: readonly MappedField[],
    private readonly options: ImportOptions,
    private readonly times: FileTimes,
    /** Whether all numbers become texts in a file made of some of these rows. */
    private readonly writesNumbersAsTexts: boolean,
  ) {
    const currency = mapped.find(({ field }) => field === 'currency');
    this.#currencyOf = currency ? cellText(currency) : () => '';
    for (const each of mapped) {
      const { field } = each;
      const textOf = cellText(each);
      const type = kind.fields[field]?.type;
      const isMoney = type === 'money';
      if (type === 'time' || type === 'day')
        this.#dates.push({ field, textOf, isMoney, column: new DateColumn(field, options.dateFormat === undefined ? null : times.read) });
      if ((isMoney || type === 'number') && options.decimal === undefined) this.#numbers.push({ field, textOf, isMoney, column: new NumberColumn(field) });
    }
  }

  get isDecided(): boolean {
    return this.#numbers.length === 0 && this.#dates.length === 0;
  }

  see(cells: readonly string[], line: number): void {
    for (const { textOf, isMoney, column } of this.#numbers) {
      const text = textOf(cells);
      if (text && !isBlank(text)) column.see(text, line, isMoney ? this.#minorDigits(cells, text) : null);
    }
    for (const { textOf, column } of this.#dates) {
      const text = textOf(cells);
      if (text && !isBlank(text)) column.see(text, line);
    }
  }

  /** @throws ImportRefused when a column contradicts itself or can be read in two ways */
  decide(): DecidedStyle {
    const numbers = new Map(this.#numbers.map(({ field, column }) => [field, column.style()]));
    const dates = new Map(this.#dates.map(({ field, column }) => [field, column.style()]));
    const understood: Record<string, string> = {};
    for (const { field, column } of this.#numbers) if (column.hasMarks) understood[field] = marks[column.style().decimal];
    for (const { field, column } of this.#dates) {
      const said = column.understood();
      if (said !== null) understood[field] = said;
    }
    const given = givenStyle(this.options.decimal ?? '.');
    const styleOf: StyleOf = (field) => ({ numbers: numbers.get(field) ?? given, times: { ...this.times, style: dates.get(field) ?? noDates } });
    const readAs = this.#readAs();
    const proven = new Map(this.#numbers.filter(({ column }) => column.hasMarks).map(({ field, column }) => [field, column.style().decimal]));
    return { styleOf, understood, readAs, markOf: (field = '') => readAs.decimal ?? proven.get(field) ?? '.' };
  }

  #readAs(): ReadAs {
    const { decimal, dateFormat } = this.options;
    const marks = new Set(this.#numbers.filter(({ column }) => column.hasMarks).map(({ column }) => column.style().decimal));
    const orders = new Set(this.#dates.flatMap(({ column }) => column.style().order ?? []));
    if (marks.size === 0 && this.writesNumbersAsTexts && this.#numbers.some(({ column }) => column.hasLiterals)) marks.add('.');
    return { decimal: decimal ?? onlyOne(marks), dateFormat: dateFormat ?? onlyOne(orders) };
  }

  #minorDigits(cells: readonly string[], text: string): number | null {
    const given = this.#currencyOf(cells) || this.options.currency;
    const code = given ? currencyCode(given) : currencyIn(text);
    return code === null ? null : currencyDigits(code);
  }
}

function currencyIn(text: string): string | null {
  const number = writtenNumber(text);
  return number instanceof NotANumber ? null : currencyBeside(number.words);
}

function onlyOne<Value>(values: ReadonlySet<Value>): Value | undefined {
  return values.size === 1 ? [...values][0] : undefined;
}
