/**
 * A sum of amounts. `minor` is a number as long as every reader of JSON keeps it exactly (up to 2^53 - 1 either way), and
 * beyond that the same whole number as a decimal string.
 */
export interface MoneyTotal {
  readonly minor: number | string;
  readonly currency: string;
}

export function moneyTotal(minor: bigint, currency: string): MoneyTotal {
  return { minor: exactInteger(minor), currency };
}

export function exactInteger(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
