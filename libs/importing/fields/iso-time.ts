import type { WallToEpoch } from '@tenure/time';
import type { ParseTime } from './date-format.js';
import { wallMilliseconds } from './wall-time.js';

/**
 * Times without a `dateFormat`: `yyyy-MM-dd`, then optionally `T` or a space and `HH:mm[:ss[.fraction]]`, then optionally
 * `Z` or `+hh:mm`. That is RFC 3339 and what databases and spreadsheets export. Without a zone it is the import's.
 */
export function isoTime(toEpoch: WallToEpoch): ParseTime {
  return (text) => {
    const length = text.length;
    if (length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
    const year = two(text, 0) * 100 + two(text, 2);
    const wall = { year, month: two(text, 5), day: two(text, 8), hour: 0, minute: 0, second: 0, millisecond: 0 };
    if (Number.isNaN(wall.year + wall.month + wall.day)) return null;
    if (length === 10) return moment(wallMilliseconds(wall), null, toEpoch);
    const separator = text.charCodeAt(10);
    if ((separator !== 32 && separator !== 84 && separator !== 116) || length < 16 || text.charCodeAt(13) !== 58) return null;
    wall.hour = two(text, 11);
    wall.minute = two(text, 14);
    let at = 16;
    if (text.charCodeAt(16) === 58) {
      wall.second = two(text, 17);
      at = 19;
      if (text.charCodeAt(19) === 46) {
        const fraction = /^\d+/.exec(text.slice(20, 32))?.[0];
        if (!fraction) return null;
        wall.millisecond = Number(fraction.slice(0, 3).padEnd(3, '0'));
        at = 20 + fraction.length;
      }
    }
    if (Number.isNaN(wall.hour + wall.minute + wall.second)) return null;
    const offset = offsetAt(text, at);
    return offset === undefined ? null : moment(wallMilliseconds(wall), offset, toEpoch);
  };
}

function moment(wall: number | null, offset: number | null, toEpoch: WallToEpoch): number | undefined {
  if (wall === null) return undefined;
  return offset === null ? toEpoch(wall) : wall - offset * 60_000;
}

/** Minutes east of UTC, null when the text ends here, undefined when something else follows. */
function offsetAt(text: string, at: number): number | null | undefined {
  const left = text.length - at;
  if (left === 0) return null;
  const sign = text.charCodeAt(at);
  if (left === 1 && (sign === 90 || sign === 122)) return 0;
  if (left !== 6 || (sign !== 43 && sign !== 45) || text.charCodeAt(at + 3) !== 58) return undefined;
  const minutes = two(text, at + 1) * 60 + two(text, at + 4);
  if (Number.isNaN(minutes) || two(text, at + 1) > 23 || two(text, at + 4) > 59) return undefined;
  return sign === 45 ? -minutes : minutes;
}

/** Two digits, or NaN. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
