import { leftOutIf, type Preset } from './preset.js';
import { column, derived } from './source.js';

const notPaid = ['pending', 'authorized', 'voided', 'expired', 'unpaid'];

export const shopifyOrders: Preset = {
  name: 'shopify-orders',
  file: 'Shopify: Orders > Export (orders_export.csv)',
  kind: 'purchases',
  signature: ['Name', 'Email', 'Financial Status', 'Fulfillment Status', 'Lineitem quantity', 'Lineitem name', 'Lineitem price'],
  fields: {
    order_id: column('Name'),
    email: column('Email'),
    phone: column('Phone', 'Billing Phone', 'Shipping Phone'),
    name: column('Billing Name', 'Shipping Name'),
    occurred_at: column('Created at', 'Paid at'),
    amount: column('Total'),
    currency: column('Currency'),
    product: column('Lineitem name'),
    quantity: column('Lineitem quantity'),
    unit_amount: column('Lineitem price'),
    shipping: column('Shipping'),
    tax: column('Taxes'),
    discount: column('Discount Amount'),
    other_charges: column('Tip Amount', 'Duties'),
    refunded_amount: column('Refunded Amount'),
    refunded_at: column('Cancelled at'),
    channel: column('Source'),
    region: derived(['Shipping Country', 'Billing Country'], (shipping = '', billing = '') => shipping || billing),
  },
  amountIsOfOrder: true,
  leaveOut: (cell) => leftOutIf(cell, 'Financial Status', notPaid, 'not paid'),
  currency: 'column Currency',
  notes: 'times carry their zone; an order has a row for each item; a refund is dated when the order was cancelled, else with the order',
};
