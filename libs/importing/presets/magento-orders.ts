import { leftOutIf, type Preset } from './preset.js';
import { column } from './source.js';

const notPaid = [
  'canceled',
  'cancelled',
  'pending',
  'pending payment',
  'pending_payment',
  'pending paypal',
  'payment review',
  'payment_review',
  'on hold',
  'holded',
  'suspected fraud',
  'fraud',
];

export const magentoOrders: Preset = {
  name: 'magento-orders',
  file: 'Magento 2, Adobe Commerce: Sales > Orders > Export',
  kind: 'purchases',
  signature: ['ID', 'Purchase Point', 'Purchase Date', 'Grand Total (Purchased)', 'Status'],
  fields: {
    order_id: column('ID'),
    email: column('Customer Email'),
    name: column('Customer Name', 'Bill-to Name'),
    occurred_at: column('Purchase Date'),
    amount: column('Grand Total (Purchased)'),
    refunded_amount: column('Total Refunded'),
  },
  amountIsOfOrder: true,
  leaveOut: (cell) => leftOutIf(cell, 'Status', notPaid, 'not paid'),
  currency: '--currency: the file has none; amounts are those of the purchase, not of the base currency',
  notes: 'times are those of the shop: --time-zone unless it is the one of the engine; a refund is dated with its order',
};
