import { plainText } from '../numbers/plain-text.js';
import { type CellTime, cellTime, type NoSuchTime, NoSuchTime as Refused } from './cell-time.js';
import { clockText } from './clock-text.js';
import { monthNumber } from './month-names.js';

/** Whether the day or the month comes first in `10/31/2026`. */
export type DayOrder = 'day-first' | 'month-first';

/** A date in numbers whose order only the column can prove. */
export interface OpenDate {
  readonly first: number;
  readonly second: number;
  read(order: DayOrder): CellTime | NoSuchTime;
}

const yearFirst = /^(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?(?!\d)(.*)$/;
const chinese = /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号](.*)$/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const db2 = /^(\d{4}-\d{2}-\d{2})-(\d{2})\.(\d{2})\.(\d{2})(.*)$/;
const yearLast = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?!\d)(.*)$/;
const dayAndName = /^(?:\p{L}{2,9}\.?,? )?(\d{1,2})(?:st|nd|rd|th)?\.?[- /]?(\p{L}{3,9})\.?[-, /]*(\d{4}|\d{2})(?!\d)(.*)$/u;
const nameAndDay = /^(?:\p{L}{3,9}\.?,? )?(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?![\d:])(.*)$/u;
/** `Sat Oct 31 20:00:00 UTC 2026`, as the C library and Java print it. */
const yearAtEnd = /^\p{L}{3} (\p{L}{3}) {1,2}(\d{1,2}) (\d{2}:\d{2}:\d{2})( [A-Za-z0-9:+-]+)? (\d{4})$/u;

/**
 * A date in one of the formats that databases, shops and people use, with or without a time. Null for any other text, and an
 * `OpenDate` where the column has to show which number is the day.
 */
export function writtenDate(text: string): CellTime | OpenDate | NoSuchTime | null {
  const plain = plainText(text).replace(/ {2,}/g, ' ');
  const numbers = yearFirst.exec(plain.replace(db2, '$1 $2:$3:$4$5'));
  if (numbers) return withRest(numbers[1], Number(numbers[3]), numbers[4], numbers[5]);
  const cjk = chinese.exec(plain);
  if (cjk) return withRest(cjk[1], Number(cjk[2]), cjk[3], withColons(cjk[4] as string));
  const block = compact.exec(plain);
  if (block) return ofBlock(block);
  const last = yearLast.exec(plain);
  if (last) return ofNumbers(last, plain);
  const named = dayAndName.exec(plain);
  if (named && monthNumber(named[2] as string) > 0) return ofName(named[1], named[2], named[3], named[4], plain);
  const american = nameAndDay.exec(plain);
  if (american && monthNumber(american[1] as string) > 0) return ofName(american[2], american[1], american[3], american[4], plain);
  const end = yearAtEnd.exec(plain);
  if (end && monthNumber(end[1] as string) > 0) return ofName(end[2], end[1], end[5], ` ${end[3]}${end[4] ?? ''}`, plain);
  return null;
}

/** The year, month and day, with the text after them. */
function withRest(year = '', month: number, day = '', rest = ''): CellTime | NoSuchTime | null {
  if (rest === '') return cellTime(Number(year), month, Number(day), null);
  const clock = clockText(rest);
  if (clock === null) return null;
  if (typeof clock === 'string') {
    return new Refused(`has the zone "${clock}", which several zones are called: write the offset from UTC, such as +01:00`);
  }
  return cellTime(Number(year), month, Number(day), clock.clock, clock.offset);
}

/** `20时05分` and `下午8:05` after a day, as ` 20:05` and ` 下午8:05`. */
function withColons(rest: string): string {
  if (rest === '') return '';
  const clock = rest.replace(/(\d{1,2})[时時点點] ?(\d{2})分? ?(?:(\d{2})秒)?$/, (_, hour, minute, second = '00') => `${hour}:${minute}:${second}`);
  return ` ${clock.trimStart()}`;
}

function ofBlock([, year, month, day, hour, minute, second, zone]: RegExpExecArray): CellTime | NoSuchTime | null {
  return withRest(year, Number(month), day, hour === undefined ? '' : `T${hour}:${minute}:${second ?? '00'}${zone ?? ''}`);
}

function ofNumbers([, first = '', separator, second = '', year = '', rest]: RegExpExecArray, plain: string): CellTime | OpenDate | NoSuchTime | null {
  if (year.length === 2) return shortYear(plain);
  if (separator === '.') return withRest(year, Number(second), first, rest);
  const dayFirst = withRest(year, Number(second), first, rest);
  const monthFirst = withRest(year, Number(first), second, rest);
  if (dayFirst === null || monthFirst === null) return null;
  return { first: Number(first), second: Number(second), read: (order) => (order === 'day-first' ? dayFirst : monthFirst) };
}

function ofName(day = '', name = '', year = '', rest = '', plain = ''): CellTime | NoSuchTime | null {
  // JavaScript's own text gives the offset twice: `20:00:00 GMT+0100 (Central European Standard Time)`.
  return year.length === 2 ? shortYear(plain) : withRest(year, monthNumber(name), day, rest);
}

function shortYear(plain: string): NoSuchTime {
  const pattern = plain.replace(/\p{L}{3,}/u, 'MMM').includes('MMM') ? 'd-MMM-yy' : 'dd/MM/yy or MM/dd/yy';
  return new Refused(`has a year of two digits: say how the dates are written, e.g. --date-format ${pattern}`);
}
