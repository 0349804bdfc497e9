import { leftOutIf, type Preset } from './preset.js';
import { column, utc } from './source.js';

const failed = [
  'failed',
  'canceled',
  'cancelled',
  'incomplete',
  'pending',
  'blocked',
  'requires_payment_method',
  'requires_action',
  'requires_capture',
  'uncaptured',
];

export const stripePayments: Preset = {
  name: 'stripe-payments',
  file: 'Stripe: Payments > Export (unified_payments.csv), or the charges report',
  kind: 'purchases',
  signature: ['id', 'Amount', 'Amount Refunded', 'Currency', 'Captured', 'Customer ID', 'Status'],
  fields: {
    order_id: column('id'),
    customer_id: column('Customer ID'),
    email: column('Customer Email'),
    occurred_at: utc('Created date (UTC)', 'Created (UTC)', 'Created'),
    amount: column('Amount'),
    currency: column('Currency'),
    refunded_amount: column('Amount Refunded'),
    refunded_at: utc('Refunded date (UTC)', 'Refunded (UTC)'),
  },
  leaveOut: (cell) => leftOutIf(cell, 'Status', failed, 'not paid') ?? leftOutIf(cell, 'Captured', ['false'], 'not captured'),
  currency: 'column Currency',
  notes: 'times are UTC; amounts are in major units (12.50); a refund is dated when it was made if the export says so, else with the payment',
};
