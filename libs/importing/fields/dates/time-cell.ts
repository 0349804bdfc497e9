import { msPerDay, parseDay, type WallToEpoch } from '@tenure/time';
import { RowProblem } from '../../row-problem.js';
import { shown } from '../shown.js';
import { type CellTime, NoSuchTime, noSuchTime, type TimeValue } from './cell-time.js';
import { type DateStyle, isOpen, type ReadCell } from './date-column.js';
import { compileDateFormat } from './date-format.js';
import { isoTime } from './iso-time.js';
import { serialFormats } from './serial-formats.js';
import { isoText, timeText } from './time-text.js';
import { type DayOrder, writtenDate } from './written-date.js';

/** Reads the cells of a file: by `dateFormat` if given, otherwise in every known format. @throws ImportRefused for an invalid format */
export function cellTimes(dateFormat: string | undefined): ReadCell {
  if (dateFormat === undefined) return (text) => isoTime(text) ?? writtenDate(text);
  if (isDayOrder(dateFormat)) return (text) => inOrder(isoTime(text) ?? writtenDate(text), dateFormat);
  const format = serialFormats[dateFormat] ?? compileDateFormat(dateFormat);
  // `2026-10-31` is unambiguous, so a file with two kinds of dates still needs one format only.
  return (text) => format(text) ?? isoDay(text);
}

const isDayOrder = (word: string): word is DayOrder => word === 'day-first' || word === 'month-first';

function inOrder(found: ReturnType<ReadCell>, order: DayOrder): CellTime | NoSuchTime | null {
  return found === null || found instanceof NoSuchTime || !isOpen(found) ? found : found.read(order);
}

function isoDay(text: string): CellTime | null {
  const day = parseDay(text);
  return day === null ? null : { wall: day * msPerDay, hasClock: false, offset: null };
}

export interface TimeReading {
  readonly read: ReadCell;
  readonly style: DateStyle;
  readonly toEpoch: WallToEpoch;
  /** As given by the user, for messages. */
  readonly dateFormat: string | undefined;
}

export function timeCell(field: string, text: string, { read, style, toEpoch, dateFormat }: TimeReading): TimeValue | RowProblem {
  const time = resolved(read, style, text);
  if (time === null) return wrongFormat(field, text, dateFormat);
  if (time instanceof NoSuchTime) return noTime(field, text, time);
  return timeValue(time, style, toEpoch);
}

/** A day of a column of days, such as a date of birth: `1984-05-17`. */
export function dayCell(field: string, text: string, { read, style, dateFormat }: TimeReading): string | RowProblem {
  const time = resolved(read, style, text);
  if (time === null) return wrongFormat(field, text, dateFormat);
  if (time instanceof NoSuchTime) return noTime(field, text, time);
  if (time.offset !== null || time.wall % msPerDay !== 0) {
    return new RowProblem('not-a-day', field, `${field} "${shown(text)}" is a time, and a day is needed: leave the time out`);
  }
  return timeText({ epoch: time.wall, precision: 'day', wall: null, asWritten: '' });
}

const doubtful = new NoSuchTime(
  'can be read in two ways, and no other date tells which: write it as 2026-10-31, or give --date-format dd/MM/yyyy or MM/dd/yyyy',
);

function resolved(read: ReadCell, { order }: DateStyle, text: string): CellTime | NoSuchTime | null {
  const found = read(text);
  if (found !== null && !(found instanceof NoSuchTime) && isOpen(found) && order === null && found.first !== found.second) return doubtful;
  return inOrder(found, order ?? 'day-first');
}

function noTime(field: string, text: string, time: NoSuchTime): RowProblem {
  const code = time === noSuchTime ? 'no-such-date' : time === doubtful ? 'ambiguous-date' : 'wrong-date-format';
  return new RowProblem(code, field, `${field} "${shown(text)}" ${time.why}`);
}

function timeValue({ wall, hasClock, offset }: CellTime, { midnightIsDay }: DateStyle, toEpoch: WallToEpoch): TimeValue {
  if (offset !== null) {
    const epoch = wall - offset * 60_000;
    return { epoch, precision: 'instant', wall: null, asWritten: isoText(epoch) };
  }
  const isMidnight = wall % msPerDay === 0;
  const text = isoText(wall);
  // If the file has since grown by a real time, its other rows still have the same text.
  const asWritten = isMidnight ? text.slice(0, 10) : text.slice(0, -1);
  const isDay = !hasClock || (midnightIsDay && isMidnight);
  return { epoch: isDay ? wall : toEpoch(wall), precision: isDay ? 'day' : 'instant', wall, asWritten };
}

function wrongFormat(field: string, text: string, dateFormat: string | undefined): RowProblem {
  const isNot = dateFormat === undefined ? 'is not a date that is understood' : `is not a time in the format ${dateFormat}`;
  return new RowProblem('wrong-date-format', field, `${field} "${shown(text)}" ${isNot}: ${remedy(text.trim(), dateFormat)}`);
}

function remedy(text: string, dateFormat: string | undefined): string {
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return 'if it counts seconds since 1970, give --date-format unix';
  if (/^\d{12,13}$/.test(text)) return 'if it counts milliseconds since 1970, give --date-format unix-ms';
  if (/^\d{5}([.,]\d+)?$/.test(text)) return 'if it is a day number of Excel, give --date-format excel (or excel-1904)';
  if (dateFormat !== undefined) return "correct it, or give the file's own format, --date-format";
  return 'write it as 2026-10-31 or 2026-10-31 20:00, or say how the file writes dates, e.g. --date-format dd/MM/yyyy';
}
