import { type MoneyTotal, moneyTotal } from '@tenure/customer';
import { currencyDigits } from '@tenure/shape';

/** To the nearest whole number; a half goes to the even neighbour, so that sums do not drift upwards. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value) + 0; // no -0
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Minor units in one major unit: 100 for USD, 1 for JPY. */
export const minorPerMajor = (currency: string): number => 10 ** currencyDigits(currency);

/** Converts an amount in major units, as models compute it, to money: rounded here, at the edge, and nowhere before. */
export const moneyOf = (major: number, currency: string): MoneyTotal => moneyTotal(BigInt(roundHalfEven(major * minorPerMajor(currency))), currency);
