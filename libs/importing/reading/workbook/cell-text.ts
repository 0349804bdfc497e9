import type { LineCell } from '../sheet-rows.js';

/** A number as written in the sheet, before it becomes a binary fraction. */
export class NumberCell {
  constructor(readonly digits: string) {}
}

export type SheetCell = string | NumberCell | boolean | Date | null;

/** How the reader marks an error such as #N/A. */
const errorMark = /^#ERROR_(#.+)$/;

export function errorOf(cell: SheetCell): string | null {
  return typeof cell === 'string' ? (errorMark.exec(cell)?.[1] ?? null) : null;
}

/** Excel calculates with 15 digits: in a longer whole number, further digits may have been replaced by zeros. */
export function hasLostDigits(cell: SheetCell): boolean {
  return cell instanceof NumberCell && Number.isInteger(Number(cell.digits)) && Math.abs(Number(cell.digits)) >= 1e15;
}

/** The cell as in a CSV export, in a form that does not depend on a country; an error is an empty cell. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string')
    return errorMark.test(cell) ? '' : cell.replace(/_x([\dA-F]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  if (typeof cell === 'boolean') return String(cell);
  return cell instanceof Date ? dateText(cell) : numberText(cell.digits);
}

/** The cell in a line of the sheet: a number is marked as one. */
export function lineCell(cell: SheetCell): LineCell {
  const text = cellText(cell);
  return cell instanceof NumberCell && text.includes('.') ? [text] : text;
}

/** At most the 15 digits that Excel calculates with and shows: it stores 59.97 as 59.970000000000006. */
function numberText(digits: string): string {
  if (/^-?\d+$/.test(digits)) return digits;
  const number = Number(digits);
  if (!Number.isFinite(number)) return digits;
  if (Number.isInteger(number)) return BigInt(number).toString();
  const shown = String(Number(number.toPrecision(15)));
  return shown.includes('e') ? number.toFixed(20).replace(/\.?0+$/, '') : shown;
}

const msPerSecond = 1000;
/** A time of day is a rounded fraction of a day: 10:20 becomes a millisecond early. */
const noise = 10;

/** `2026-01-31` for a day, `2026-01-31 10:20:00` for a time, `10:20:00` for a time without a day. */
function dateText(date: Date): string {
  const nearest = Math.round(date.getTime() / msPerSecond) * msPerSecond;
  const epoch = Math.abs(date.getTime() - nearest) <= noise ? nearest : date.getTime();
  const [day, clock = ''] = new Date(epoch).toISOString().slice(0, -1).split('T') as [string, string];
  const time = clock.replace(/\.000$/, '');
  if (day < '1900-01-01') return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}
