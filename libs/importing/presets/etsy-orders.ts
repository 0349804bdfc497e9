import type { Preset } from './preset.js';
import { column } from './source.js';

export const etsyOrders: Preset = {
  name: 'etsy-orders',
  file: 'Etsy: Settings > Download data > Orders (EtsySoldOrders.csv)',
  kind: 'purchases',
  signature: ['Sale Date', 'Order ID', 'Full Name', 'Number of Items', 'Order Value', 'Order Total'],
  fields: {
    order_id: column('Order ID'),
    customer_id: column('Buyer User ID', 'Buyer'),
    name: column('Full Name'),
    occurred_at: column('Sale Date'),
    amount: column('Order Total'),
    currency: column('Currency'),
    quantity: column('Number of Items'),
    region: column('Ship Country'),
  },
  amountIsOfOrder: true,
  currency: 'column Currency',
  notes: 'days without a time (MM/dd/yy); amounts are order totals, with shipping and tax',
};
