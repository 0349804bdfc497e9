/** Days since 1970-01-01 and months since January 1970, and their ISO 8601 names. Proleptic Gregorian, no zones. */
export const secondsPerDay = 86_400;

const daysPerEra = 146_097; // 400 years
const epochInEras = 719_468; // days from 0000-03-01 to 1970-01-01
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** The month a day lies in. After Hinnant, "chrono-compatible low-level date algorithms": years begin in March. */
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

export function monthName(month: number): string {
  const year = 1970 + Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${twoDigits[month - (year - 1970) * 12 + 1]}`;
}

export function dayName(day: number): string {
  const month = monthOfDay(day);
  return `${monthName(month)}-${twoDigits[day - firstDayOfMonth(month) + 1]}`;
}

/** `YYYY-MM-DD` or `YYYY-MM` (its first day); null for anything else and for days that do not exist. */
export function parseDay(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (parts === null) return null;
  const monthOfYear = Number(parts[2]);
  const month = (Number(parts[1]) - 1970) * 12 + monthOfYear - 1;
  const first = firstDayOfMonth(month);
  const day = first + (parts[3] === undefined ? 0 : Number(parts[3]) - 1);
  return monthOfYear >= 1 && monthOfYear <= 12 && day >= first && day < firstDayOfMonth(month + 1) ? day : null;
}

export const dayOfTime = (milliseconds: number): number => Math.floor(milliseconds / 86_400_000);

const endOfYear9999 = 253_402_300_800_000;

/** RFC 3339 in UTC, as answers carry it: without milliseconds where there are none. Thrice as fast as `toISOString`. */
export function timeName(milliseconds: number): string {
  if (milliseconds % 1000 !== 0 || milliseconds < 0 || milliseconds >= endOfYear9999) return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
  const day = dayOfTime(milliseconds);
  const second = milliseconds / 1000 - day * secondsPerDay;
  const minute = Math.floor(second / 60);
  const hour = Math.floor(minute / 60);
  return `${dayName(day)}T${twoDigits[hour]}:${twoDigits[minute - hour * 60]}:${twoDigits[second - minute * 60]}Z`;
}
