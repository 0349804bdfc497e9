/** An amount in whole minor units: a decimal string where a JSON number would not be exact. */
export interface Money {
  readonly minor: number | string;
  readonly currency: string;
}

/** Digits after the point of a currency: 2 of EUR, 0 of JPY, 3 of KWD. */
const digitsOf = (currency: string): number => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;

/** The amount in units of its currency, digit by digit: no binary fraction comes between. */
export function decimalOf({ minor, currency }: Money): `${number}` {
  const digits = digitsOf(currency);
  const whole = BigInt(minor);
  const sign = whole < 0n ? '-' : '';
  const text = String(whole < 0n ? -whole : whole).padStart(digits + 1, '0');
  const units = text.slice(0, text.length - digits);
  return `${sign}${units}${digits === 0 ? '' : '.'}${text.slice(text.length - digits)}` as `${number}`;
}
