/** The parts of an ISO 8601 duration, each 0 where the text does not name it. */
export interface Duration {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  /** May have a fraction, to the millisecond. */
  readonly seconds: number;
}

/** Longer parts than six digits are a mistake, and the limit keeps every sum of parts a safe number. */
const part = (unit: string): string => `(?:(\\d{1,6})${unit})?`;
const written = new RegExp(`^P(?=.)${part('Y')}${part('M')}${part('W')}${part('D')}(?:T(?=.)${part('H')}${part('M')}(?:(\\d{1,6}(?:\\.\\d{1,3})?)S)?)?$`);

/**
 * An ISO 8601 duration of parts in their order: `P1M`, `P1Y6M`, `PT12H`, `P2W`, `PT1.5S`; null for anything else. Signs
 * are refused, and fractions of anything but seconds.
 */
export function parseDuration(text: string): Duration | null {
  const parts = written.exec(text);
  if (parts === null) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = parts.slice(1).map((digits) => Number(digits ?? 0)) as SevenNumbers;
  return { years, months, weeks, days, hours, minutes, seconds };
}

/** Three years, one of them a leap year. */
const longestHorizon = 1_096;

/**
 * A horizon in days: a year is 365 days, a month a twelfth of one, rounded. Null for a text that is no ISO 8601 duration, has a time
 * of day, or is shorter than a day or longer than three years.
 */
export function horizonDays(text: string): number | null {
  const duration = parseDuration(text);
  if (duration === null || duration.hours + duration.minutes + duration.seconds > 0) return null;
  const { years, months, weeks, days } = duration;
  const total = Math.round(years * 365 + (months * 365) / 12 + weeks * 7 + days);
  return total < 1 || total > longestHorizon ? null : total;
}

type SevenNumbers = [number, number, number, number, number, number, number];

/** Whether the text is a duration of whole parts, longer than zero. */
export function isDuration(text: string): boolean {
  const duration = parseDuration(text);
  return duration !== null && Number.isInteger(duration.seconds) && Object.values(duration).some((value) => value > 0);
}
