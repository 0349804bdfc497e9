import type { Decision, Moment } from '../aspect.js';
import { given, noted } from '../fact.js';
import { formatMoney } from '../money.js';
import { isBefore, printOccurrence } from '../occurrence.js';
import { isRejection, nothingChanged, type Rejection, reject } from '../rejection.js';
import type { CorrectPurchase } from './correct-purchase.command.js';
import type { CorrectReturn } from './correct-return.command.js';
import { lineOf, refuseNotPositive, refuseReturn, totalOf } from './decide.js';
import { type CountedPurchase, type CountedReturn, purchaseCorrected, purchaseVoided, returnCorrected, returnVoided } from './events.js';
import type { KnownPurchase, KnownReturn, PurchasesState } from './evolve.js';
import type { VoidPurchase } from './void-purchase.command.js';
import type { VoidReturn } from './void-return.command.js';

export function decideCorrectPurchase(purchases: PurchasesState, command: CorrectPurchase, moment: Moment): Decision {
  const { orderId, reason, quantity, lines, note } = command;
  const known = knownPurchase(purchases, orderId);
  if (isRejection(known)) return known;
  const amount = correctedTotal(command, known, moment);
  if (isRejection(amount)) return amount;
  const at = command.occurredAt ? moment : known;
  const refused = refuseAgainstReturns(purchases, orderId, { ...known, ...at, ...amount });
  if (refused) return refused;
  const was = countedPurchase(known);
  const corrected = {
    occurredAt: printOccurrence(at),
    amount: { minor: amount.minor, currency: amount.currency },
    ...given({
      channel: command.channel === undefined ? known.channel : command.channel,
      product: command.product ?? lines?.[0]?.product ?? (command.product === undefined ? known.product : null),
    }),
  };
  const unchanged = JSON.stringify(corrected) === JSON.stringify(was) && quantity === undefined && lines === undefined;
  if (unchanged) return nothingChanged();
  const now = { ...corrected, ...(quantity !== undefined && { quantity }), ...(lines !== undefined && { lines: lines?.map(lineOf) ?? null }) };
  return [purchaseCorrected(at, { orderId, was, now }, { reason, ...noted(note) })];
}

export function decideVoidPurchase(purchases: PurchasesState, { orderId, reason, note }: VoidPurchase): Decision {
  const known = knownPurchase(purchases, orderId);
  if (isRejection(known)) return known;
  const returns = returnsOf(purchases, orderId).map(([returnId]) => returnId);
  if (returns.length > 0) {
    const some = returns.length > 5 ? `${returns.slice(0, 5).join(', ')} and ${returns.length - 5} more` : returns.join(', ');
    const detail = `Order ${orderId} has returns (${some}), which are facts of their own: take them back with VoidReturn first.`;
    return reject('purchase-has-returns', detail, '/orderId');
  }
  return [purchaseVoided(known, { orderId, was: countedPurchase(known) }, { reason, ...noted(note) })];
}

export function decideCorrectReturn(purchases: PurchasesState, command: CorrectReturn, moment: Moment): Decision {
  const { returnId, reason, returnReason, note } = command;
  const known = knownReturn(purchases, returnId);
  if (isRejection(known)) return known;
  const { minor, currency } = command.amount ?? known;
  const at = command.occurredAt ? moment : known;
  const orderId = command.orderId === undefined ? known.orderId : command.orderId;
  const notPositive = refuseNotPositive({ minor, currency });
  if (notPositive) return notPositive;
  if (orderId !== null) {
    const order = purchases.orders?.get(orderId);
    // The amount that this return took of the order is available again for its correction.
    const before = order && orderId === known.orderId ? { ...order, returnedMinor: order.returnedMinor - known.minor } : order;
    const refused = refuseReturn(orderId, before, { minor, currency }, at);
    if (refused) return refused;
  }
  const was = countedReturn(known);
  const product = command.product === undefined ? known.product : command.product;
  const now = countedReturn({ ...at, orderId, minor, currency, product });
  if (JSON.stringify(now) === JSON.stringify(was) && returnReason === undefined) return nothingChanged();
  const texts = { reason, ...(returnReason !== undefined && { returnReason }), ...noted(note) };
  return [returnCorrected(at, { returnId, was, now }, texts)];
}

export function decideVoidReturn(purchases: PurchasesState, { returnId, reason, note }: VoidReturn): Decision {
  const known = knownReturn(purchases, returnId);
  if (isRejection(known)) return known;
  return [returnVoided(known, { returnId, was: countedReturn(known) }, { reason, ...noted(note) })];
}

function knownPurchase({ orders, voidedOrders }: PurchasesState, orderId: string): KnownPurchase | Rejection {
  const known = orders?.get(orderId);
  if (known) return known;
  if (voidedOrders?.has(orderId)) {
    const detail = `Order ${orderId} was voided already: there is nothing left of it; record it again with RecordPurchase, if it took place after all.`;
    return reject('purchase-voided', detail, '/orderId');
  }
  const detail = `There is no purchase with order id ${orderId}: the customer's history shows the id of each; correct the orderId.`;
  return reject('order-unknown', detail, '/orderId');
}

function knownReturn({ returns, voidedReturns }: PurchasesState, returnId: string): KnownReturn | Rejection {
  const known = returns?.get(returnId);
  if (known) return known;
  if (voidedReturns?.has(returnId)) {
    const detail = `Return ${returnId} was voided already: there is nothing left of it; record it again with RecordReturn, if it took place after all.`;
    return reject('return-voided', detail, '/returnId');
  }
  const detail = `There is no return ${returnId}: the customer's history shows the id of each; correct the returnId.`;
  return reject('return-unknown', detail, '/returnId');
}

function correctedTotal({ orderId, amount, lines }: CorrectPurchase, known: KnownPurchase, moment: Moment): { minor: number; currency: string } | Rejection {
  if (!amount && !lines) return { minor: known.minor, currency: known.currency };
  if (!lines && lines !== null && known.hasLines && (amount?.minor !== known.minor || amount.currency !== known.currency)) {
    const detail = `Order ${orderId} was recorded with lines, which come to ${formatMoney(known)}: give the right lines too, or "lines": null to take them away.`;
    return reject('lines-missing', detail, '/lines');
  }
  return totalOf({ amount, lines }, moment);
}

const returnsOf = ({ returns }: PurchasesState, orderId: string): ReadonlyArray<readonly [string, KnownReturn]> =>
  [...(returns ?? [])].filter(([, known]) => known.orderId === orderId);

function refuseAgainstReturns(state: PurchasesState, orderId: string, corrected: KnownPurchase): Rejection | null {
  const returns = returnsOf(state, orderId);
  const [returnId, first] = returns[0] ?? [];
  if (!first) return null;
  if (first.currency !== corrected.currency) {
    const detail = `Return ${returnId} of order ${orderId} is in ${first.currency}: take it back with VoidReturn before the order changes its currency.`;
    return reject('currency-differs', detail, '/amount/currency');
  }
  if (corrected.minor < corrected.returnedMinor) {
    const returned = formatMoney({ minor: corrected.returnedMinor, currency: corrected.currency });
    const detail = `${returned} of order ${orderId} went back already, more than the ${formatMoney(corrected)} it is corrected to: correct its returns first.`;
    return reject('return-exceeds-purchase', detail, '/amount/minor');
  }
  const early = returns.find(([, known]) => isBefore(known, corrected));
  if (!early) return null;
  const detail = `Return ${early[0]} of order ${orderId} is of ${printOccurrence(early[1])}: give the order an occurredAt that is not after it, or correct the return first.`;
  return reject('after-its-return', detail, '/occurredAt');
}

function countedPurchase(known: KnownPurchase): CountedPurchase {
  const { minor, currency, channel, product } = known;
  return { occurredAt: printOccurrence(known), amount: { minor, currency }, ...given({ channel, product }) };
}

function countedReturn(known: KnownReturn): CountedReturn {
  const { orderId, minor, currency, product } = known;
  return { occurredAt: printOccurrence(known), orderId, amount: { minor, currency }, ...given({ product }) };
}
