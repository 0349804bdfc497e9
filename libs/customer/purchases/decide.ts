import type { Decision, Moment } from '../aspect.js';
import { given, noted } from '../fact.js';
import { formatMoney, type MoneyAmount } from '../money.js';
import { isBefore, type Occurrence, printOccurrence } from '../occurrence.js';
import { refuseLarge } from '../refuse-amount.js';
import { isRejection, type Rejection, reject } from '../rejection.js';
import { type PurchasedLine, purchaseRecorded, purchaseReturned } from './events.js';
import type { KnownPurchase, PurchasesState } from './evolve.js';
import type { PurchaseLine, RecordPurchase } from './record-purchase.command.js';
import type { RecordReturn } from './record-return.command.js';

export function decidePurchase(purchases: PurchasesState, command: RecordPurchase, moment: Moment): Decision {
  const total = totalOf(command, moment);
  if (isRejection(total)) return total;
  const orderId = command.orderId ?? moment.commandId;
  const known = purchases.orders?.get(orderId);
  if (known) return refuseUsedOrder(orderId, known, total);
  const { channel, product, quantity, lines } = command;
  const data = {
    orderId,
    amount: { minor: total.minor, currency: total.currency },
    ...(channel || product || quantity || lines ? given({ channel, product, quantity, lines: lines?.map(lineOf) }) : undefined),
  };
  return [purchaseRecorded(moment, data, noted(command.note))];
}

export function decideReturn(purchases: PurchasesState, command: RecordReturn, moment: Moment): Decision {
  const { amount } = command;
  const notPositive = refuseNotPositive(amount);
  if (notPositive) return notPositive;
  const returnId = command.returnId ?? moment.commandId;
  if (purchases.returns?.has(returnId)) {
    return reject('return-id-used', `Return ${returnId} is recorded already: give each return a returnId of its own, or leave it out.`, '/returnId');
  }
  if (command.orderId !== undefined && command.orderId !== null) {
    const refused = refuseReturn(command.orderId, purchases.orders?.get(command.orderId), amount, moment);
    if (refused) return refused;
  }
  const { product, reason, note } = command;
  const data = {
    returnId,
    orderId: command.orderId ?? null,
    amount: { minor: amount.minor, currency: amount.currency },
    ...given({ product }),
  };
  return [purchaseReturned(moment, data, reason || note ? given({ reason, note }) : undefined)];
}

export const lineOf = ({ product, quantity, amount }: PurchaseLine): PurchasedLine => ({
  product,
  quantity,
  amount: { minor: amount.minor, currency: amount.currency },
});

/** The amount given, the sum of the lines, or the reason why the two are no valid amount. */
export function totalOf(
  { amount, lines }: Pick<RecordPurchase, 'amount' | 'lines'>,
  { largestAmount }: Pick<Moment, 'largestAmount'>,
): MoneyAmount | Rejection {
  const sum = lines ? sumOf(lines, largestAmount) : null;
  if (sum && isRejection(sum)) return sum;
  const total = amount ?? sum;
  if (!total) return reject('amount-missing', 'A purchase needs an amount: give "amount", or "lines" with an amount each.', '/amount');
  if (total.minor < 0) return refuseNegative(total, '/amount/minor');
  if (amount && sum && (amount.minor !== sum.minor || amount.currency !== sum.currency)) {
    const detail = `The amount is ${formatMoney(amount)} but the lines come to ${formatMoney(sum)}: correct one of them, or leave "amount" out.`;
    return reject('lines-do-not-add-up', detail, '/amount');
  }
  return total;
}

function sumOf(lines: readonly PurchaseLine[], largest: number): MoneyAmount | Rejection {
  const currency = lines[0]?.amount.currency ?? '';
  let minor = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const amount = lines[at]?.amount;
    if (!amount) continue;
    if (amount.currency !== currency) {
      const detail = `Line ${at + 1} is in ${amount.currency}, the first in ${currency}: record one purchase for each currency.`;
      return reject('lines-in-several-currencies', detail, `/lines/${at}/amount/currency`);
    }
    if (amount.minor < 0) return refuseNegative(amount, `/lines/${at}/amount/minor`);
    minor += amount.minor;
  }
  return refuseLarge({ minor, currency }, largest, '/lines') ?? { minor, currency };
}

export function refuseNotPositive(amount: MoneyAmount): Rejection | null {
  if (amount.minor > 0) return null;
  const detail = `A return is a positive amount, not ${formatMoney(amount)}: write what went back to the customer without a minus.`;
  return reject('amount-not-positive', detail, '/amount/minor');
}

function refuseNegative(amount: MoneyAmount, pointer: string): Rejection {
  const detail = `A purchase cannot be negative (${formatMoney(amount)}): record what goes back to the customer with RecordReturn.`;
  return reject('amount-negative', detail, pointer);
}

function refuseUsedOrder(orderId: string, known: KnownPurchase, amount: MoneyAmount): Rejection {
  const same = known.minor === amount.minor && known.currency === amount.currency;
  const when = printOccurrence(known);
  const recorded = `Order ${orderId} is recorded already with ${formatMoney(known)} of ${when}`;
  const detail = same
    ? `${recorded}, the same amount as here: if it is the same purchase, there is nothing left to do; if not, give it an orderId of its own.`
    : `${recorded}, here it has ${formatMoney(amount)}: give another purchase an orderId of its own; if the amount was wrong, put it right with CorrectPurchase; if goods went back, use RecordReturn.`;
  return reject('order-id-used', detail, '/orderId');
}

export function refuseReturn(orderId: string, order: KnownPurchase | undefined, amount: MoneyAmount, at: Occurrence): Rejection | null {
  if (!order) {
    const detail = `There is no purchase with order id ${orderId}: record it first, correct the orderId, or leave it out for a purchase from before your records.`;
    return reject('order-unknown', detail, '/orderId');
  }
  if (amount.currency !== order.currency) {
    const detail = `Order ${orderId} was paid in ${order.currency}: give the return in ${order.currency}, not ${amount.currency}.`;
    return reject('currency-differs', detail, '/amount/currency');
  }
  const left = order.minor - order.returnedMinor;
  if (amount.minor > left) {
    const leftOver = formatMoney({ minor: left, currency: order.currency });
    const total = formatMoney({ minor: order.minor, currency: order.currency });
    const detail = `Of the ${total} of order ${orderId}, ${leftOver} can still be returned, not ${formatMoney(amount)}: lower the amount or correct the orderId.`;
    return reject('return-exceeds-purchase', detail, '/amount/minor');
  }
  if (isBefore(at, order)) {
    return reject('before-purchase', `Order ${orderId} is of ${printOccurrence(order)}: give the return an occurredAt that is not before it.`, '/occurredAt');
  }
  return null;
}
