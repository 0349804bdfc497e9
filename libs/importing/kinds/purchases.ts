import type { MoneyAmount } from '@tenure/customer';
import { timeText } from '../fields/dates/time-text.js';
import { purchaseWords } from '../mapping/vocabulary/facts.js';
import { identifyingFields, kindOf, type Step } from './kind.js';
import { orderOf } from './order.js';
import type { PurchaseCells, PurchaseRow } from './purchase-row.js';
import { registering } from './registering.js';

const itemFields = ['unit_amount', 'line_amount'];

/**
 * One purchase per row, or an order of several rows with an item each. A negative amount, or a cancellation flag, makes it a
 * return; most files do not say of which purchase, and then it is counted and tied to none. A refunded amount is a return
 * of the row's own purchase. Region and attributes describe the customer whom a row registers.
 */
export const purchases = kindOf<PurchaseRow, PurchaseCells>({
  name: 'purchases',
  fields: {
    ...identifyingFields,
    occurred_at: { type: 'time', required: true },
    unit_amount: { type: 'money' },
    line_amount: { type: 'money' },
    amount: { type: 'money', unless: itemFields },
    currency: { type: 'text' },
    shipping: { type: 'money', onlyWith: itemFields },
    tax: { type: 'money', onlyWith: itemFields },
    discount: { type: 'money', onlyWith: itemFields },
    other_charges: { type: 'money', onlyWith: itemFields },
    refunded_amount: { type: 'money' },
    refunded_at: { type: 'time', onlyWith: ['refunded_amount'] },
    order_id: { type: 'text' },
    original_order_id: { type: 'text' },
    quantity: { type: 'number' },
    product: { type: 'text' },
    channel: { type: 'text' },
    region: { type: 'text' },
    cancellation: { type: 'flag' },
    reason: { type: 'text' },
    note: { type: 'text' },
  },
  words: purchaseWords,
  key: 'order_id',
  core: ['occurred_at', 'amount'],
  takesAttributes: true,
  corrections: {
    RecordPurchase: { name: 'CorrectPurchase', id: 'orderId' },
    RecordReturn: { name: 'CorrectReturn', id: 'returnId', calls: { reason: 'returnReason' } },
  },
  combine: {
    whereAnyOf: ['product', 'unit_amount', 'line_amount'],
    ofEachRow: [
      ...['amount', 'unit_amount', 'line_amount', 'shipping', 'tax', 'discount', 'other_charges', 'refunded_amount', 'quantity', 'product'],
      ...['cancellation', 'note'],
    ],
    rows: (rows, { amountIsOfOrder }) => orderOf(rows, amountIsOfOrder),
  },
  steps(row, firstOfCustomer) {
    const occurredAt = timeText(row.occurred_at);
    const attributes = row.region === undefined ? row.attributes : { region: row.region, ...row.attributes };
    const facts = isReturn(row) ? [returned(row, occurredAt)] : [bought(row, occurredAt), ...refunded(row)];
    return [...registering(row, occurredAt, firstOfCustomer, attributes), ...facts];
  },
  sums: { RecordPurchase: 1, RecordReturn: -1 },
});

/** The amount, whose presence `orderOf` guarantees. */
function totalOf({ amount }: PurchaseRow): MoneyAmount {
  return amount as MoneyAmount;
}

function isReturn(row: PurchaseRow): boolean {
  return row.cancellation === true || totalOf(row).minor < 0;
}

function bought({ customer_id, order_id, amount, channel, product, quantity, lines, note }: PurchaseRow, occurredAt: string): Step {
  const data = { customerId: customer_id, occurredAt, amount, orderId: order_id, channel, product, quantity, lines, note };
  return { name: 'RecordPurchase', registers: true, data };
}

function returned(row: PurchaseRow, occurredAt: string): Step {
  const { customer_id, order_id, original_order_id, product, reason, note } = row;
  const { minor, currency } = totalOf(row);
  const given = { minor: Math.abs(minor), currency };
  const data = { customerId: customer_id, occurredAt, returnId: order_id, orderId: original_order_id ?? null, amount: given, product, reason, note };
  return { name: 'RecordReturn', registers: true, data };
}

/** The amount refunded of the row's own purchase so far. An order without an id cannot be named, so its return is tied to none. */
function refunded({ customer_id, order_id, refunded_amount, refunded_at, occurred_at, reason }: PurchaseRow): Step[] {
  if (!refunded_amount) return [];
  const orderId = order_id ?? null;
  const returnId = order_id === undefined ? undefined : `${order_id}-refund`;
  const data = { customerId: customer_id, occurredAt: timeText(refunded_at ?? occurred_at), returnId, orderId, amount: refunded_amount, reason };
  return [
    { name: 'RecordReturn', registers: true, data, timeField: refunded_at ? 'refunded_at' : 'occurred_at', part: 'refund', totalField: 'refunded_amount' },
  ];
}
