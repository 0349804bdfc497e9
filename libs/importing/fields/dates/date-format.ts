import { ImportRefused } from '../../import-refused.js';
import { plainText } from '../numbers/plain-text.js';
import { type CellTime, cellTime, type NoSuchTime, noSuchTime } from './cell-time.js';
import { offsetMinutes } from './clock-text.js';
import { monthNumber } from './month-names.js';

/** Null when the text does not fit the format. */
export type ParseFormat = (text: string) => CellTime | NoSuchTime | null;

interface Reading {
  readonly text: string;
  at: number;
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** Hours to add for "pm", or null without an am/pm mark. */
  halfDay: 0 | 12 | null;
  /** Minutes east of UTC as written in the text, or null. */
  offset: number | null;
}

/** Reads one part of the text and moves on; false when it is not there. */
type Step = (reading: Reading) => boolean;
type NumberField = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond';

const allowed =
  "yyyy, yy, MMMM, MMM, MM, M, dd, d, EEE, HH, H, hh, h, mm, m, ss, s, SSS, a, X, and text in 'quotes'; or one of day-first, month-first, unix, unix-ms, excel, excel-1904";
const words = /'[^']*'|[A-Za-z]+|[^A-Za-z']+/g;

const steps: Record<string, Step> = {
  yyyy: digits('year', 4, 4),
  yy: shortYear,
  MMMM: monthName,
  MMM: monthName,
  MM: digits('month', 2, 2),
  M: digits('month', 1, 2),
  dd: digits('day', 2, 2),
  d: digits('day', 1, 2),
  HH: digits('hour', 2, 2),
  EEEE: weekday,
  EEE: weekday,
  E: weekday,
  H: digits('hour', 1, 2),
  hh: digits('hour', 2, 2),
  h: digits('hour', 1, 2),
  mm: digits('minute', 2, 2),
  m: digits('minute', 1, 2),
  ss: digits('second', 2, 2),
  s: digits('second', 1, 2),
  SSSSSS: fraction,
  SSS: fraction,
  S: fraction,
  a: halfDay,
  X: offset,
  XX: offset,
  XXX: offset,
  Z: offset,
  T: literal('T'),
};

/** Compiles a pattern in the letters of Unicode TR 35, e.g. `dd/MM/yyyy HH:mm`, once; rows need no Intl and no regular expression. */
export function compileDateFormat(pattern: string): ParseFormat {
  const program: Step[] = [];
  const letters = new Set<string>();
  let lastStepOfDay = 0;
  for (const [word] of plainText(pattern).matchAll(words)) {
    if (!/^[A-Za-z]/.test(word)) {
      program.push(literal(word.startsWith("'") ? word.slice(1, -1) : word));
      continue;
    }
    for (const [letter] of word.matchAll(/(.)\1*/g)) {
      const step = steps[letter];
      if (!step) throw refused(pattern, `"${letter}" is not one of the letters it can have: ${allowed}${hint(letter)}`);
      program.push(step);
      letters.add(letter.charAt(0));
      if (/^[yMd]/.test(letter)) lastStepOfDay = program.length - 1;
    }
  }
  for (const [letter, name] of [
    ['y', 'year'],
    ['M', 'month'],
    ['d', 'day'],
  ] as const) {
    if (!letters.has(letter)) throw refused(pattern, `it has no ${name} (${letter}): ${allowed} (mm are minutes, MM is the month)`);
  }
  const twelveHours = letters.has('h');
  if (twelveHours !== letters.has('a')) throw refused(pattern, 'hh and a (am/pm) go together; for a 24-hour clock write HH');
  const hasClock = letters.has('H') || twelveHours;
  const ofDay = program.slice(0, lastStepOfDay + 1);
  return (text) => {
    const plain = plainText(text);
    const found = run(program, plain, hasClock);
    return found === null && hasClock ? run(ofDay, plain, false) : found;
  };
}

function run(program: readonly Step[], text: string, hasClock: boolean): CellTime | NoSuchTime | null {
  const reading: Reading = { text, at: 0, year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0, millisecond: 0, halfDay: null, offset: null };
  for (let step = 0; step < program.length; step += 1) {
    if (!(program[step] as Step)(reading)) return null;
  }
  if (reading.at !== text.length) return null;
  if (reading.halfDay !== null) {
    if (reading.hour < 1 || reading.hour > 12) return noSuchTime;
    reading.hour = (reading.hour % 12) + reading.halfDay;
  }
  return cellTime(reading.year, reading.month, reading.day, hasClock ? reading : null, reading.offset);
}

function digits(field: NumberField, least: number, most: number): Step {
  return (reading) => {
    let value = 0;
    let read = 0;
    while (read < most) {
      const digit = reading.text.charCodeAt(reading.at + read) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
      read += 1;
    }
    reading[field] = value;
    reading.at += read;
    return read >= least;
  };
}

/** POSIX: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068. */
function shortYear(reading: Reading): boolean {
  if (!digits('year', 2, 2)(reading)) return false;
  reading.year += reading.year >= 69 ? 1900 : 2000;
  return true;
}

function monthName(reading: Reading): boolean {
  const name = /^\p{L}+/u.exec(reading.text.slice(reading.at))?.[0] ?? '';
  reading.month = monthNumber(name);
  reading.at += name.length;
  return reading.month > 0;
}

/** Skipped: the date implies it. */
function weekday(reading: Reading): boolean {
  const name = /^\p{L}+/u.exec(reading.text.slice(reading.at))?.[0] ?? '';
  reading.at += name.length;
  return name !== '';
}

/** Digits beyond the millisecond are cut off. */
function fraction(reading: Reading): boolean {
  const found = /^\d+/.exec(reading.text.slice(reading.at))?.[0] ?? '';
  reading.millisecond = Number(found.slice(0, 3).padEnd(3, '0'));
  reading.at += found.length;
  return found !== '';
}

function halfDay(reading: Reading): boolean {
  const mark = reading.text.slice(reading.at, reading.at + 2).toLowerCase();
  reading.at += 2;
  reading.halfDay = mark === 'pm' ? 12 : 0;
  return mark === 'am' || mark === 'pm';
}

function offset(reading: Reading): boolean {
  const found = /^(?:Z|[+-]\d{2}(?::?\d{2})?)/i.exec(reading.text.slice(reading.at));
  if (!found) return false;
  reading.at += found[0].length;
  reading.offset = found[0].toUpperCase() === 'Z' ? 0 : offsetMinutes(found[0]);
  return true;
}

function literal(expected: string): Step {
  return (reading) => {
    if (!reading.text.startsWith(expected, reading.at)) return false;
    reading.at += expected.length;
    return true;
  };
}

function hint(letter: string): string {
  if (/^Y/.test(letter)) return '; the year is yyyy, in small letters';
  if (/^D/.test(letter)) return '; the day is dd, in small letters';
  return '';
}

function refused(pattern: string, why: string): ImportRefused {
  return new ImportRefused('bad-date-format', 'dateFormat', `dateFormat "${pattern}" can't be used: ${why}`);
}
