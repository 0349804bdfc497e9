import { leftOutIf, type Preset } from './preset.js';
import { column, joined } from './source.js';

const statuses = ['pending', 'pending payment', 'failed', 'cancelled', 'on hold', 'on-hold', 'draft', 'checkout-draft', 'trash'];
const notPaid = [...statuses, ...statuses.map((status) => `wc-${status}`)];

export const woocommerceOrders: Preset = {
  name: 'woocommerce-orders',
  file: 'WooCommerce: Advanced Order Export',
  kind: 'purchases',
  signature: ['Order Number', 'Order Status', 'Order Date', 'Email (Billing)', 'Order Total Amount'],
  fields: {
    order_id: column('Order Number'),
    email: column('Email (Billing)'),
    phone: column('Phone (Billing)'),
    name: joined('First Name (Billing)', 'Last Name (Billing)'),
    occurred_at: column('Order Date'),
    amount: column('Order Total Amount'),
    currency: column('Order Currency', 'Currency'),
    product: column('Item Name'),
    quantity: column('Quantity (- Refund)', 'Quantity'),
    unit_amount: column('Item Cost'),
    shipping: column('Order Shipping Amount'),
    tax: column('Order Total Tax Amount'),
    discount: column('Cart Discount Amount'),
    refunded_amount: column('Order Refund Amount'),
    region: column('Country Code (Billing)', 'Country Name (Billing)'),
  },
  amountIsOfOrder: true,
  leaveOut: (cell) => leftOutIf(cell, 'Order Status', notPaid, 'not paid'),
  currency: 'column Order Currency if exported, else --currency',
  notes: 'times are those of the shop: --time-zone unless it is the one of the engine; a refund is dated with its order',
};
