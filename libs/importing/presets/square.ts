import type { CellOf, Preset } from './preset.js';
import { column, derived, joined } from './source.js';

const refund = derived(['Event Type'], (type) => (/refund/i.test(type) ? 'yes' : ''));
const walkIn = (cell: CellOf): string | null => (cell('Customer ID') === '' ? 'no customer' : null);
const notes = 'times are those of the shop: --time-zone unless it is the one of the engine; sales without a customer are left out';

export const squareItems: Preset = {
  name: 'square-items',
  file: 'Square: Transactions > Export > Items Detail CSV',
  kind: 'purchases',
  signature: ['Date', 'Time', 'Item', 'Qty', 'Net Sales', 'Transaction ID', 'Event Type', 'Customer ID'],
  fields: {
    order_id: column('Transaction ID'),
    customer_id: column('Customer ID'),
    name: column('Customer Name'),
    occurred_at: joined('Date', 'Time'),
    line_amount: column('Net Sales'),
    product: column('Item'),
    quantity: column('Qty'),
    cancellation: refund,
    channel: column('Location'),
  },
  leaveOut: walkIn,
  currency: '--currency: the file has none',
  notes: `amounts are net sales, without tax and tips; ${notes}`,
};

export const squareTransactions: Preset = {
  name: 'square-transactions',
  file: 'Square: Transactions > Export > Transactions CSV',
  kind: 'purchases',
  signature: ['Date', 'Time', 'Gross Sales', 'Net Sales', 'Total Collected', 'Transaction ID', 'Customer ID'],
  fields: {
    order_id: column('Transaction ID'),
    customer_id: column('Customer ID'),
    name: column('Customer Name'),
    occurred_at: joined('Date', 'Time'),
    amount: column('Total Collected'),
    cancellation: refund,
    channel: column('Location'),
  },
  leaveOut: walkIn,
  currency: '--currency: the file has none',
  notes: `amounts are what was collected, with tax and tips; ${notes}`,
};
