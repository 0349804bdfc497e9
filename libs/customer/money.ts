import { asDecorator, currencyDigits, Describe, IsCurrency, isCurrency, show } from '@tenure/shape';
import type { MoneyTotal } from './money-total.js';

/** An amount of money: a whole number of the currency's smallest unit (`1177` with `USD` is 11.77 dollars). */
export interface MoneyAmount {
  readonly minor: number;
  readonly currency: string;
}

const IsMinorUnits = (): PropertyDecorator =>
  asDecorator({
    name: 'isMinorUnits',
    code: 'not-minor-units',
    accepts: Number.isSafeInteger,
    detail(value) {
      const must = 'must be a whole number of minor units, e.g. 1177 for 11.77 USD';
      if (typeof value === 'string') return `${must}, as a number without quotes; got the string ${show(value)}`;
      if (typeof value !== 'number') return must;
      return `${must}; got ${value}${Number.isInteger(value) ? ', which is too large to be exact' : ''}`;
    },
    schema: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
  });

/** The shape of money in the body of a command. */
@Describe('Money as a whole number of minor units of an ISO 4217 currency: 1177 USD is 11.77 dollars.', {
  minor: 1177,
  currency: 'USD',
})
export class Money implements MoneyAmount {
  @IsMinorUnits()
  @Describe('Whole number of minor units: 1177 for 11.77 USD, 500 for 500 JPY.', 1177)
  minor!: number;

  @IsCurrency()
  @Describe('ISO 4217 code.', 'USD')
  currency!: string;
}

/** Why a text is not an amount in a currency; `detail` names the remedy. */
export class MoneyError extends Error {
  constructor(
    readonly code: 'unknown-currency' | 'not-a-number' | 'fraction-of-minor-unit' | 'too-large',
    detail: string,
  ) {
    super(detail);
    this.name = 'MoneyError';
  }
}

const DECIMAL = /^([+-]?)(\d{1,18})(?:\.(\d{1,18}))?$/;

/**
 * The exact minor units of a decimal such as `11.77`, `-3` or `+0.5` (point for the fraction, no grouping). Throws a
 * MoneyError for anything else, such as a fraction of a minor unit that is not zero. No floating point is involved.
 */
export function parseMoney(text: string, currency: string): MoneyAmount {
  if (!isCurrency(currency)) throw new MoneyError('unknown-currency', `${show(currency)} is not an ISO 4217 currency code: write one such as USD`);
  const digits = currencyDigits(currency);
  const parts = DECIMAL.exec(text.trim());
  if (!parts)
    throw new MoneyError('not-a-number', `${show(text)} is not an amount: write it as ${exampleIn(currency)}, without a currency sign or thousands separators`);
  const [, sign, whole = '0', fraction = ''] = parts;
  if (/[1-9]/.test(fraction.slice(digits))) {
    const finest = digits === 0 ? 'whole units' : `${digits} digits after the point`;
    throw new MoneyError('fraction-of-minor-unit', `${show(text)} is finer than ${currency} goes: round it to ${finest}, e.g. ${exampleIn(currency)}`);
  }
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  if (!Number.isSafeInteger(minor)) throw new MoneyError('too-large', `${show(text)} is more than can be kept exactly: correct it`);
  return { minor: sign === '-' && minor !== 0 ? -minor : minor, currency };
}

function exampleIn(currency: string): string {
  const digits = currencyDigits(currency);
  return digits === 0 ? '1177' : `11.${'77000'.slice(0, digits)}`;
}

/** The amount as a person writes it, `11.77 USD`, for messages. */
export function formatMoney(amount: MoneyAmount | MoneyTotal): string {
  return `${formatAmount(amount)} ${amount.currency}`;
}

/** The amount as a decimal in the currency's own digits, `11.77`; `parseMoney` reads it back. */
export function formatAmount({ minor, currency }: MoneyAmount | MoneyTotal): string {
  const digits = currencyDigits(currency);
  const [sign, whole] = String(minor).startsWith('-') ? ['-', String(minor).slice(1)] : ['', String(minor)];
  const units = whole.padStart(digits + 1, '0');
  const split = units.length - digits;
  return sign + (digits === 0 ? units : `${units.slice(0, split)}.${units.slice(split)}`);
}
