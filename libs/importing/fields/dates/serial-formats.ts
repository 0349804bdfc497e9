import { msPerDay } from '@tenure/time';
import { plainText } from '../numbers/plain-text.js';
import { type CellTime, type NoSuchTime, noSuchTime } from './cell-time.js';

/** Dates that are numbers, read as such only when `--date-format` says so. */
export type SerialFormat = (text: string) => CellTime | NoSuchTime | null;

/** Days from 1899-12-30 and from 1904-01-01 to 1970-01-01. */
const epochIn1900 = 25_569;
const epochIn1904 = 24_107;
/** Excel's 1900 has a 29 February, number 60, kept for Lotus 1-2-3: days before it are numbered one higher. */
const leapDayThatWasNot = 60;
const lastSerial = 2_958_466;
const farthest = 8.64e15;

export const serialFormats: Readonly<Record<string, SerialFormat>> = {
  unix: (text) => instant(text, 1000),
  'unix-ms': (text) => instant(text, 1),
  excel: (text) => serial(text, (day) => (day === leapDayThatWasNot || day < 1 ? null : day - epochIn1900 + (day < leapDayThatWasNot ? 1 : 0))),
  'excel-1904': (text) => serial(text, (day) => day - epochIn1904),
};

function instant(text: string, unit: number): CellTime | NoSuchTime | null {
  const plain = plainText(text);
  if (!/^-?\d{1,16}(\.\d{1,9})?$/.test(plain)) return null;
  const wall = Math.trunc(Number(plain) * unit);
  return Math.abs(wall) > farthest ? noSuchTime : { wall, hasClock: true, offset: 0 };
}

/** A whole number is a day; a fraction is a time, to the second. */
function serial(text: string, dayOf: (serial: number) => number | null): CellTime | NoSuchTime | null {
  const plain = plainText(text).replace(',', '.');
  if (!/^\d{1,7}(\.\d{1,15})?$/.test(plain)) return null;
  const number = Number(plain);
  const day = dayOf(Math.floor(number));
  if (day === null || number >= lastSerial) return noSuchTime;
  const seconds = Math.round((number - Math.floor(number)) * 86_400);
  return { wall: day * msPerDay + seconds * 1000, hasClock: plain.includes('.'), offset: null };
}
