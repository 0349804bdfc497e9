import type { MoneyTotal } from '@tenure/customer';
import { currencyDigits } from '@tenure/shape';

/** `1,234.50 USD`: exact whatever the size, with as many decimals as the currency has. */
export function amountText({ minor, currency }: MoneyTotal): string {
  const digits = currencyDigits(currency);
  const whole = BigInt(minor);
  const figures = String(whole < 0n ? -whole : whole).padStart(digits + 1, '0');
  const major = figures.slice(0, figures.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
  const decimals = digits === 0 ? '' : `.${figures.slice(-digits)}`;
  return `${whole < 0n ? '-' : ''}${major}${decimals} ${currency}`;
}
