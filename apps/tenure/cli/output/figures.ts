export interface MoneyAmount {
  /** Whole minor units, as text if a number would not be exact. */
  readonly minor: number | string;
  readonly currency: string;
}

/** Exact, with the currency's own sign and digits: $2,500,315.63. No floating point is involved. */
export function moneyText({ minor, currency }: MoneyAmount): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const [sign, number] = String(minor).startsWith('-') ? ['-', String(minor).slice(1)] : ['', String(minor)];
  const units = number.padStart(digits + 1, '0');
  const whole = units.slice(0, units.length - digits);
  // Intl takes decimal strings exactly; the types of this TypeScript do not declare it yet.
  return format.format(`${sign}${whole}.${units.slice(units.length - digits)}` as unknown as number);
}

/** 14.7 %; a rate between 0 and 1 that would round to 0 % or 100 % is written as `<0.1%` or `>99.9%`. */
export function percent(rate: number, digits = 1): string {
  const text = (rate * 100).toFixed(digits);
  if (rate > 0 && Number(text) === 0) return `<${(10 ** -digits).toFixed(digits)}%`;
  if (rate < 1 && Number(text) === 100) return `>${(100 - 10 ** -digits).toFixed(digits)}%`;
  return `${text}%`;
}

export function day(time: string | null | undefined): string | null {
  return time ? time.slice(0, 10) : null;
}

/** 2026-03-01 12:30:05 UTC, from RFC 3339; a day stays a day. */
export function moment(time: string | number | null | undefined): string | null {
  if (time === null || time === undefined) return null;
  // A day is not midnight.
  if (typeof time === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(time)) return time;
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? String(time) : `${at.toISOString().slice(0, 19).replace('T', ' ')}`;
}

/** The same in the clock of a time zone. */
export function momentIn(time: string | null, timeZone: string): string | null {
  if (time === null || /^\d{4}-\d{2}-\d{2}$/.test(time)) return time;
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(time));
}

/** A bar of at most `width` characters, in eighths. */
export function bar(value: number, most: number, width: number): string {
  if (most <= 0 || value <= 0) return '';
  const eighths = Math.max(1, Math.round((value / most) * width * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? '');
}

export function seconds(value: number): string {
  return value < 10 ? `${value.toFixed(1)} s` : `${Math.round(value)} s`;
}
