import { digitsAt } from '@tenure/time';
import { type CellTime, cellTime, type NoSuchTime } from './cell-time.js';

/**
 * The most common formats at the least cost: `yyyy-MM-dd`, then optionally `T` or a space and `HH:mm[:ss[.fraction]]`, then
 * optionally `Z`. Null for any other format, which may still be a date.
 */
export function isoTime(text: string): CellTime | NoSuchTime | null {
  const { length } = text;
  if (length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const [year, month, day] = [digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2)];
  if (year < 0 || month < 0 || day < 0) return null;
  if (length === 10) return cellTime(year, month, day, null);
  const separator = text.charCodeAt(10);
  if ((separator !== 32 && separator !== 84) || length < 16 || text.charCodeAt(13) !== 58) return null;
  const [hour, minute] = [digitsAt(text, 11, 2), digitsAt(text, 14, 2)];
  let [second, millisecond, at] = [0, 0, 16];
  if (text.charCodeAt(16) === 58) {
    second = digitsAt(text, 17, 2);
    at = 19;
    if (text.charCodeAt(19) === 46) {
      const fraction = /^\d+/.exec(text.slice(20, 32))?.[0];
      if (!fraction) return null;
      millisecond = Number(fraction.slice(0, 3).padEnd(3, '0'));
      at = 20 + fraction.length;
    }
  }
  if (hour < 0 || minute < 0 || second < 0) return null;
  const isUtc = length === at + 1 && (text.charCodeAt(at) === 90 || text.charCodeAt(at) === 122);
  return length === at || isUtc ? cellTime(year, month, day, { hour, minute, second, millisecond }, isUtc ? 0 : null) : null;
}
