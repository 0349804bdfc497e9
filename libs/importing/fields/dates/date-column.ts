import { msPerDay } from '@tenure/time';
import { ImportRefused } from '../../import-refused.js';
import { shown } from '../shown.js';
import { type CellTime, NoSuchTime } from './cell-time.js';
import { type DayOrder, type OpenDate, writtenDate } from './written-date.js';

interface Cell {
  readonly text: string;
  readonly line: number;
}

/** What the column as a whole says about its cells. */
export interface DateStyle {
  /** Null when no cell proves it, in a column of other dates: the few undecided cells are rejected. */
  readonly order: DayOrder | null;
  /** Every clock in the column is midnight: a database wrote days as times, so they are days. */
  readonly midnightIsDay: boolean;
}

/** Reads a cell: null when it is not written like a date. */
export type ReadCell = (text: string) => CellTime | OpenDate | NoSuchTime | null;

/** The most common formats, recognised without reading them. */
const iso = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/;
const midnight = /[ T]00:00(?::00(?:\.0+)?)?$/;
const dayLength = 10;

export const isOpen = (read: CellTime | OpenDate): read is OpenDate => 'read' in read;

/**
 * How the dates of a column are written, from all of its cells: a number above 12 proves which one is the day, and one
 * time other than midnight proves that there are times.
 */
export class DateColumn {
  readonly #proofs = new Map<DayOrder, Cell>();
  #open: Cell | null = null;
  /** Number of dates that can be read without looking at others. */
  #settled = 0;
  #clocks = 0;
  #otherClocks = 0;

  /** `read` reads the cells where a format is given. */
  constructor(
    private readonly field: string,
    private readonly read: ReadCell | null = null,
  ) {}

  see(text: string, line: number): void {
    if (this.read === null && iso.test(text)) {
      this.#settled += 1;
      if (text.length > dayLength) this.#noteMidnight(midnight.test(text));
      return;
    }
    const found = (this.read ?? writtenDate)(text);
    if (found === null || found instanceof NoSuchTime) return;
    if (!isOpen(found)) {
      this.#settled += 1;
      this.#noteClock(found);
      return;
    }
    const { first, second } = found;
    if (first <= 12 && second <= 12) {
      if (first !== second) this.#open ??= { text, line };
    } else if (first <= 31 && second <= 12) this.#prove('day-first', { text, line });
    else if (first <= 12 && second <= 31) this.#prove('month-first', { text, line });
    const either = found.read('day-first');
    const time = either instanceof NoSuchTime ? found.read('month-first') : either;
    if (!(time instanceof NoSuchTime)) this.#noteClock(time);
  }

  #noteClock({ wall, hasClock, offset }: CellTime): void {
    if (!hasClock) return;
    this.#noteMidnight(offset === null && wall % msPerDay === 0);
  }

  #noteMidnight(isMidnight: boolean): void {
    if (isMidnight) this.#clocks += 1;
    else this.#otherClocks += 1;
  }

  #prove(order: DayOrder, cell: Cell): void {
    if (!this.#proofs.has(order)) this.#proofs.set(order, cell);
  }

  /** @throws ImportRefused when the column contradicts itself, or no cell proves which number is the day */
  style(): DateStyle {
    const [day, month] = [this.#proofs.get('day-first'), this.#proofs.get('month-first')];
    if (day && month) {
      throw new ImportRefused(
        'contradictory-dates',
        'dateFormat',
        `${this.field} is written in two ways: ${cellName(day)} has the day first, ${cellName(month)} the month. ` +
          'Make them alike, or say which it is, --date-format dd/MM/yyyy or --date-format MM/dd/yyyy (rows that do not fit are rejected)',
      );
    }
    if (this.#open && !day && !month && this.#settled === 0) throw this.#ambiguous(this.#open);
    const order = month ? 'month-first' : day ? 'day-first' : null;
    return { order, midnightIsDay: this.#clocks > 0 && this.#otherClocks === 0 };
  }

  /** What was found out about the column, or null if there is nothing to report. */
  understood(): string | null {
    const { midnightIsDay } = this.style();
    const said: string[] = [...this.#proofs.keys()].map((order) => (order === 'day-first' ? 'day before month' : 'month before day'));
    if (midnightIsDay) said.push('days, as every time is 00:00');
    return said.length > 0 ? said.join('; ') : null;
  }

  #ambiguous(cell: Cell): ImportRefused {
    const [, first = '', mark = '/', second = '', rest = ''] = /^\D*(\d+)\s*([-/])\s*(\d+)[-/\s]*\d+(.*)$/.exec(cell.text) ?? [];
    const clock = rest.includes(':') ? ' HH:mm' : '';
    const [dayFirst, monthFirst] = [`dd${mark}MM${mark}yyyy${clock}`, `MM${mark}dd${mark}yyyy${clock}`];
    return new ImportRefused(
      'ambiguous-dates',
      'dateFormat',
      `${this.field} ${cellName(cell)} can be read in two ways, and no day above 12 in the column tells which: give the format, ` +
        `--date-format ${quoted(dayFirst)} for day ${first} of month ${second}, --date-format ${quoted(monthFirst)} for day ${second} of month ${first}`,
    );
  }
}

const quoted = (pattern: string): string => (pattern.includes(' ') ? `"${pattern}"` : pattern);

function cellName({ text, line }: Cell): string {
  return `"${shown(text)}" (line ${line})`;
}
