import { leftOutIf, type Preset } from './preset.js';
import { column, derived, joined } from './source.js';

const notPaid = ['pending', 'failed', 'cancelled', 'on-hold', 'checkout-draft', 'trash', 'wc-pending', 'wc-failed', 'wc-cancelled', 'wc-on-hold'];

export const woocommerceOrderSuite: Preset = {
  name: 'woocommerce-order-suite',
  file: 'WooCommerce: Import Export Suite, one row an order',
  kind: 'purchases',
  signature: ['order_id', 'order_number', 'order_date', 'status', 'order_total', 'order_currency', 'billing_email'],
  fields: {
    order_id: column('order_number'),
    customer_id: derived(['customer_id'], (id) => (id === '0' ? '' : id)),
    email: column('billing_email', 'customer_email'),
    phone: column('billing_phone'),
    name: joined('billing_first_name', 'billing_last_name'),
    occurred_at: column('order_date'),
    amount: column('order_total'),
    currency: column('order_currency'),
    region: column('billing_country'),
  },
  amountIsOfOrder: true,
  identifiedBy: ['email', 'phone', 'customer_id'],
  leaveOut: (cell) => leftOutIf(cell, 'status', notPaid, 'not paid'),
  currency: 'column order_currency',
  notes: 'times are those of the shop: --time-zone unless it is the one of the engine',
};
