import type { MoneyAmount } from '@tenure/customer';
import type { TimeValue } from '../fields/dates/cell-time.js';
import { timeText } from '../fields/dates/time-text.js';
import { kindOf, type RowBasis, type Step } from './kind.js';

interface PurchaseRow extends RowBasis {
  readonly occurred_at: TimeValue;
  readonly amount: MoneyAmount;
  readonly currency?: string;
  readonly order_id?: string;
  readonly original_order_id?: string;
  readonly quantity?: number;
  readonly product?: string;
  readonly channel?: string;
  readonly region?: string;
  readonly cancellation?: boolean;
  readonly reason?: string;
  readonly note?: string;
}

/**
 * A purchase a row. A negative amount, or a cancellation flag, makes it a return; most files do not say of which
 * purchase, and then it is counted and tied to none. Region and attributes describe the customer a row registers.
 */
export const purchases = kindOf<PurchaseRow>({
  name: 'purchases',
  fields: {
    customer_id: { type: 'text', required: true },
    occurred_at: { type: 'time', required: true },
    amount: { type: 'money', required: true },
    currency: { type: 'text' },
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
  key: 'order_id',
  core: ['occurred_at', 'amount'],
  takesAttributes: true,
  steps(row, firstOfCustomer) {
    const occurredAt = timeText(row.occurred_at);
    const attributes = row.region === undefined ? row.attributes : { region: row.region, ...row.attributes };
    const fact = isReturn(row) ? returned(row, occurredAt) : bought(row, occurredAt);
    if (!firstOfCustomer || !attributes) return [fact];
    return [{ name: 'RegisterCustomer', optional: true, data: { customerId: row.customer_id, occurredAt, attributes } }, fact];
  },
  amountOf: (row) => ({ minor: isReturn(row) ? -Math.abs(row.amount.minor) : row.amount.minor, currency: row.amount.currency }),
});

function isReturn({ cancellation, amount }: PurchaseRow): boolean {
  return cancellation === true || amount.minor < 0;
}

function bought({ customer_id, order_id, amount, channel, product, quantity, note }: PurchaseRow, occurredAt: string): Step {
  const data = { customerId: customer_id, occurredAt, amount, orderId: order_id, channel, product, quantity, note };
  return { name: 'RecordPurchase', registers: true, data };
}

function returned({ customer_id, order_id, original_order_id, amount, reason, note }: PurchaseRow, occurredAt: string): Step {
  const given = { minor: Math.abs(amount.minor), currency: amount.currency };
  const data = { customerId: customer_id, occurredAt, returnId: order_id, orderId: original_order_id ?? null, amount: given, reason, note };
  return { name: 'RecordReturn', registers: true, data };
}
