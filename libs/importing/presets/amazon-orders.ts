import { leftOutIf, type Preset } from './preset.js';
import { column } from './source.js';

export const amazonOrders: Preset = {
  name: 'amazon-orders',
  file: 'Amazon Seller Central: order reports (tab-separated)',
  kind: 'purchases',
  signature: ['order-id', 'purchase-date', 'buyer-email', 'quantity-purchased', 'item-price', 'currency'],
  fields: {
    order_id: column('order-id'),
    email: column('buyer-email'),
    phone: column('buyer-phone-number'),
    name: column('buyer-name'),
    occurred_at: column('purchase-date'),
    line_amount: column('item-price'),
    currency: column('currency'),
    product: column('product-name', 'sku'),
    quantity: column('quantity-purchased'),
    region: column('ship-country'),
  },
  leaveOut: (cell) => leftOutIf(cell, 'order-status', ['cancelled', 'canceled', 'pending'], 'not paid'),
  currency: 'column currency',
  notes: 'times carry their zone; amounts are item prices, without shipping; an order has a row for each item',
};
