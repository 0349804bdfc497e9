import { changes, money, part } from '../sentence.js';
import type { PurchaseCorrected, PurchaseRecorded, PurchaseReturned, PurchaseVoided, ReturnCorrected, ReturnVoided } from './events.js';

export function sayRecorded({ orderId, amount, channel, product, lines }: PurchaseRecorded): string {
  const first = product ?? lines?.[0]?.product;
  const more = lines !== undefined && lines.length > 1 ? ` and ${lines.length - 1} more` : '';
  return `Bought ${first === undefined ? '' : `${first}${more} `}for ${money(amount)}${part(' by ', channel)} (order ${orderId})`;
}

export const sayReturned = ({ returnId, orderId, amount, product }: PurchaseReturned): string =>
  `Returned ${product === undefined ? '' : `${product} for `}${money(amount)}${part(' of order ', orderId)} (return ${returnId})`;

export function sayPurchaseCorrected({ orderId, was, now }: PurchaseCorrected): string {
  const replaced = changes({
    amount: [money(was.amount), money(now.amount)],
    channel: [was.channel, now.channel],
    product: [was.product, now.product],
    date: [was.occurredAt, now.occurredAt],
  });
  return `Order ${orderId} corrected: ${replaced || 'its lines'}`;
}

export const sayPurchaseVoided = ({ orderId, was }: PurchaseVoided): string => `Order ${orderId} of ${was.occurredAt} for ${money(was.amount)} taken back`;

export function sayReturnCorrected({ returnId, was, now }: ReturnCorrected): string {
  const replaced = changes({
    amount: [money(was.amount), money(now.amount)],
    order: [was.orderId, now.orderId],
    product: [was.product, now.product],
    date: [was.occurredAt, now.occurredAt],
  });
  return `Return ${returnId} corrected: ${replaced || 'its reason'}`;
}

export const sayReturnVoided = ({ returnId, was }: ReturnVoided): string => `Return ${returnId} of ${was.occurredAt} for ${money(was.amount)} taken back`;
