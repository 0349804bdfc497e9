import { dayAtStart, digitsAt, msPerDay } from './civil-days.js';

/** RFC 3339 allows any number of digits for fractions of a second; longer texts are a mistake. */
const longest = 64;

/** Milliseconds to subtract for the zone that ends the text at `at`, or NaN when it is missing or wrong. */
function offsetAt(text: string, at: number): number {
  const sign = text[at];
  if ((sign === 'Z' || sign === 'z') && text.length === at + 1) return 0;
  if ((sign !== '+' && sign !== '-') || text.length !== at + 6 || text[at + 3] !== ':') return Number.NaN;
  const hours = digitsAt(text, at + 1, 2);
  const minutes = digitsAt(text, at + 4, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return Number.NaN;
  return (sign === '+' ? 1 : -1) * (hours * 60 + minutes) * 60_000;
}

/**
 * Epoch milliseconds of an RFC 3339 date-time, or of a full-date (its midnight UTC); null for anything else, such as
 * 2026-02-30 or a time without a zone. Digits beyond the millisecond are cut off. A leap second (`:60`) is refused:
 * POSIX time has no number for it.
 */
export function parseTime(text: string): number | null {
  if (text.length < 10 || text.length > longest) return null;
  const day = dayAtStart(text);
  if (day === null) return null;
  if (text.length === 10) return day * msPerDay;
  const hour = digitsAt(text, 11, 2);
  const minute = digitsAt(text, 14, 2);
  const second = digitsAt(text, 17, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null;
  if ((text[10] !== 'T' && text[10] !== 't') || text[13] !== ':' || text[16] !== ':') return null;
  let at = 19;
  let milliseconds = 0;
  if (text[at] === '.') {
    at += 1;
    const start = at;
    for (let scale = 100; digitsAt(text, at, 1) >= 0; at += 1, scale /= 10) {
      if (scale >= 1) milliseconds += digitsAt(text, at, 1) * scale;
    }
    if (at === start) return null;
  }
  const offset = offsetAt(text, at);
  if (Number.isNaN(offset)) return null;
  return day * msPerDay + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds - offset;
}
