const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAY = 86_400_000;
/** Fractions of a second may be of any length in RFC 3339; nobody means more than this. */
const LONGEST = 64;

/** The number that `count` ASCII digits from `at` spell, or -1 when there is anything else. */
function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Days since 1970-01-01 of the date at the start of the text (proleptic Gregorian), or NaN when no such day exists. */
function daysAtStart(text: string): number {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || text[4] !== '-' || text[7] !== '-') return Number.NaN;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (day > (DAYS_IN_MONTH[month - 1] ?? 0) + (leap && month === 2 ? 1 : 0)) return Number.NaN;
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const inYear = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + (leap && month > 2 ? 1 : 0) + day - 1;
  return year * 365 + leapDays + inYear - 719_527;
}

/** Milliseconds to take off for the zone that ends the text at `at`, or NaN when none or a wrong one does. */
function offsetAt(text: string, at: number): number {
  const sign = text[at];
  if ((sign === 'Z' || sign === 'z') && text.length === at + 1) return 0;
  if ((sign !== '+' && sign !== '-') || text.length !== at + 6 || text[at + 3] !== ':') return Number.NaN;
  const hours = digits(text, at + 1, 2);
  const minutes = digits(text, at + 4, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return Number.NaN;
  return (sign === '+' ? 1 : -1) * (hours * 60 + minutes) * 60_000;
}

/**
 * Epoch milliseconds of an RFC 3339 date-time, or of a full-date (its midnight UTC); null for anything else, such as
 * 2026-02-30 or a time without a zone. Digits beyond the millisecond are cut off. A leap second (`:60`) is refused:
 * POSIX time has no number for it.
 */
export function parseTime(text: string): number | null {
  if (text.length < 10 || text.length > LONGEST) return null;
  const days = daysAtStart(text);
  if (Number.isNaN(days)) return null;
  if (text.length === 10) return days * DAY;
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null;
  if ((text[10] !== 'T' && text[10] !== 't') || text[13] !== ':' || text[16] !== ':') return null;
  let at = 19;
  let milliseconds = 0;
  if (text[at] === '.') {
    at += 1;
    const start = at;
    for (let scale = 100; digits(text, at, 1) >= 0; at += 1, scale /= 10) {
      if (scale >= 1) milliseconds += digits(text, at, 1) * scale;
    }
    if (at === start) return null;
  }
  const offset = offsetAt(text, at);
  if (Number.isNaN(offset)) return null;
  return days * DAY + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds - offset;
}

/** Whether the text is a calendar day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return text.length === 10 && !Number.isNaN(daysAtStart(text));
}
