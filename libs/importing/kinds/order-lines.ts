import type { Reconciled } from './order-total.js';
import type { PaidLine, PurchaseRow } from './purchase-row.js';

/** A row of an order and the amount of the whole line, in minor units. */
export interface OrderLine {
  readonly row: PurchaseRow;
  readonly minor: number;
}

/**
 * The lines of a purchase, which add up to its total: a discount on the whole order is spread over them by their amounts;
 * shipping, tax and other charges are separate lines. Undefined unless every row names a product. Sorted, so that the
 * order of the rows in a file makes no difference.
 */
export function paidLines(lines: readonly OrderLine[], total: number, charges: Reconciled, currency: string): PaidLine[] | undefined {
  if (lines.some(({ row }) => row.product === undefined)) return undefined;
  const extra = Object.entries(charges).filter(([, minor]) => minor > 0);
  const left = total - extra.reduce((sum, [, minor]) => sum + minor, 0);
  const bought = lines.filter(({ minor }) => minor >= 0).sort((a, b) => compare(keyOf(a), keyOf(b)));
  if (bought.length === 0 || left < 0) return undefined;
  const amounts = spread(
    bought.map(({ minor }) => minor),
    left,
  );
  return [
    ...bought.map(({ row }, at) => ({ product: row.product as string, quantity: row.quantity || 1, amount: { minor: amounts[at] as number, currency } })),
    ...extra.map(([name, minor]) => ({ product: name.replace('_', ' '), quantity: 1, amount: { minor, currency } })),
  ];
}

/** Whole amounts in proportion to those given that add up to `total`, by largest remainders. */
function spread(amounts: readonly number[], total: number): number[] {
  const sum = amounts.reduce((all, minor) => all + minor, 0);
  if (sum === total) return [...amounts];
  const exact = amounts.map((minor) => (sum === 0 ? total / amounts.length : (minor * total) / sum));
  const whole = exact.map(Math.floor);
  const byRemainder = exact.map((value, at) => ({ at, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.at - b.at);
  const missing = total - whole.reduce((all, minor) => all + minor, 0);
  for (const { at } of byRemainder.slice(0, missing)) whole[at] = (whole[at] as number) + 1;
  return whole;
}

function keyOf({ row, minor }: OrderLine): string {
  return JSON.stringify([row.product, row.quantity ?? 1, minor]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
