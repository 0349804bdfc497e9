import type { MoneyAmount } from '@tenure/customer';
import { formatMoney } from '@tenure/customer';
import { RowProblem } from '../row-problem.js';
import { type OrderLine, paidLines } from './order-lines.js';
import { type Adjustments, reconcile } from './order-total.js';
import type { PurchaseRow } from './purchase-row.js';

const adjustments = ['shipping', 'tax', 'other_charges', 'discount', 'refunded_amount'] as const;

/** Rows of one order as one purchase or return: its total, and its lines where every row names a product. */
export function orderOf(rows: readonly PurchaseRow[], amountIsOfOrder: boolean): PurchaseRow | RowProblem {
  const first = rows[0] as PurchaseRow;
  if (rows.length === 1 && first.amount) return first.refunded_amount ? { ...first, refunded_amount: amountOr(first.refunded_amount) } : first;
  const currencies = new Set(rows.flatMap(({ amount, line_amount, unit_amount }) => (amount ?? line_amount ?? unit_amount)?.currency ?? []));
  const [currency, another] = currencies;
  if (another !== undefined)
    return problem(
      'lines-in-several-currencies',
      'currency',
      `the lines of the order are in ${[...currencies].join(' and ')}: give each currency an order of its own`,
    );
  if (currency === undefined) return problem('required', 'amount', 'amount is empty: fill it in');
  return wholeOrder(rows, currency, amountIsOfOrder);
}

function wholeOrder(rows: readonly PurchaseRow[], currency: string, amountIsOfOrder: boolean): PurchaseRow | RowProblem {
  const first = rows[0] as PurchaseRow;
  const total = totalOf(rows, amountIsOfOrder);
  if (total instanceof RowProblem) return total;
  const own = rows.map((row) => lineAmount(row) ?? (total === null ? row.amount?.minor : undefined));
  if (total === null && own.includes(undefined)) return problem('required', 'amount', 'amount is empty in a row of the order: fill it in');
  const money = (minor: number): MoneyAmount => ({ minor, currency });
  const lines = rows.map((row, at): OrderLine => ({ row, minor: own[at] ?? 0 }));
  const basis = {
    ...first,
    occurred_at: earliest(rows),
    quantity: rows.length === 1 ? first.quantity : undefined,
    product: rows.length === 1 ? first.product : undefined,
  };
  if (total === null) return summedUp(basis, lines, money);
  const refunded_amount = amountOr(rows.map((row) => row.refunded_amount).find((each) => each !== undefined));
  const whole = { ...basis, amount: money(total), refunded_amount };
  if (own.includes(undefined) || total < 0) return whole;
  const sum = lines.reduce((all, { minor }) => all + minor, 0);
  const found = reconcile(total, sum, valuesOf(rows), rows.length);
  if (!found) {
    const numbers = `${formatMoney(money(total))} and its lines come to ${formatMoney(money(sum))}`;
    return problem(
      'lines-do-not-add-up',
      'amount',
      `the order has a total of ${numbers}: correct one of them, or map the columns of shipping, tax and discount`,
    );
  }
  return rows.length === 1 ? whole : { ...whole, lines: paidLines(lines, total, found, currency) };
}

/** Lines without a total: negative ones are subtracted, unless they are marked or dated as returned later. */
function summedUp(basis: PurchaseRow, lines: readonly OrderLine[], money: (minor: number) => MoneyAmount): PurchaseRow {
  const isBack = ({ row, minor }: OrderLine): boolean => row.cancellation === true || (minor < 0 && row.occurred_at.epoch > basis.occurred_at.epoch);
  const back = lines.filter(isBack);
  const bought = lines.filter((line) => !isBack(line));
  const sumOf = (all: readonly OrderLine[]): number => all.reduce((sum, { minor }) => sum + minor, 0);
  const returned = back.reduce((sum, { minor }) => sum + Math.abs(minor), 0);
  if (bought.length === 0) return { ...basis, amount: money(-returned), cancellation: true };
  const total = sumOf(bought);
  const amount = money(total);
  const refund = returned > 0 ? { refunded_amount: money(returned), refunded_at: back[0]?.row.occurred_at } : {};
  if (total < 0) return { ...basis, amount, ...refund };
  return { ...basis, amount, ...refund, cancellation: undefined, ...(lines.length > 1 && { lines: paidLines(bought, total, {}, amount.currency) }) };
}

/** The amount of the whole order, null if the rows have one each, or the problem if neither holds. */
function totalOf(rows: readonly PurchaseRow[], amountIsOfOrder: boolean): number | null | RowProblem {
  const amounts = rows.flatMap(({ amount }) => (amount ? [amount.minor] : []));
  if (amounts.length === 0) return null;
  const different = new Set(amounts);
  if (!amountIsOfOrder && amounts.length === rows.length) {
    const isOfLine = rows.every((row) => Math.abs((lineAmount(row) ?? (row.amount as MoneyAmount).minor) - (row.amount as MoneyAmount).minor) <= 1);
    if (isOfLine) return null;
  }
  if (different.size === 1) return amounts[0] as number;
  const { currency } = (rows.find(({ amount }) => amount) as Required<PurchaseRow>).amount;
  const [one = 0, another = 0] = different;
  const numbers = `${formatMoney({ minor: one, currency })} and ${formatMoney({ minor: another, currency })}`;
  return problem('amounts-differ', 'amount', `the rows of the order give it amounts of ${numbers}, which are not those of its lines either: correct them`);
}

function lineAmount({ line_amount, unit_amount, quantity = 1 }: PurchaseRow): number | undefined {
  return line_amount?.minor ?? (unit_amount ? Math.round(unit_amount.minor * quantity) : undefined);
}

function valuesOf(rows: readonly PurchaseRow[]): Adjustments {
  return Object.fromEntries(adjustments.map((name) => [name, rows.flatMap((row) => row[name]?.minor ?? [])]));
}

function earliest(rows: readonly PurchaseRow[]): PurchaseRow['occurred_at'] {
  return rows.reduce((first, { occurred_at }) => (occurred_at.epoch < first.epoch ? occurred_at : first), (rows[0] as PurchaseRow).occurred_at);
}

/** The absolute amount; undefined for zero. */
function amountOr(amount: MoneyAmount | undefined): MoneyAmount | undefined {
  return amount && amount.minor !== 0 ? { minor: Math.abs(amount.minor), currency: amount.currency } : undefined;
}

function problem(code: string, field: string, reason: string): RowProblem {
  return new RowProblem(code, field, reason);
}
