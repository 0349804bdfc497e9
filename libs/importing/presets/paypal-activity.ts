import type { CellOf, Preset } from './preset.js';
import { column, derived, joined } from './source.js';

const refunds = /refund|reversal|chargeback|erstattung|rückbuchung|rückzahlung/i;
const noSale = /withdrawal|deposit|conversion|hold|transfer|authori[sz]ation|fee|loan|bank|abbuchung|umrechnung|einbehalt|autorisierung/i;
const completed = ['', 'completed', 'abgeschlossen', 'partially refunded', 'refunded'];

export const paypalActivity: Preset = {
  name: 'paypal-activity',
  file: 'PayPal: Activity > Download (CSV, completed payments or all transactions)',
  kind: 'purchases',
  signature: ['Date', 'Time', 'Type', 'Status', 'Currency', 'Gross', 'Fee', 'Net', 'Transaction ID'],
  fields: {
    order_id: column('Transaction ID'),
    original_order_id: derived(['Type', 'Reference Txn ID'], (type = '', reference = '') => (refunds.test(type) ? reference : '')),
    // A refund goes from the shop to the customer.
    email: derived(['From Email Address', 'To Email Address', 'Type'], (from = '', to = '', type = '') => (refunds.test(type) ? to : from)),
    name: column('Name'),
    occurred_at: joined('Date', 'Time'),
    amount: column('Gross'),
    currency: column('Currency'),
  },
  leaveOut: (cell) => {
    if (!completed.includes(cell('Status').toLowerCase())) return `not completed (Status: ${cell('Status')})`;
    return reasonByType(cell);
  },
  currency: 'column Currency',
  notes: 'amounts are gross, before fees; times are those of the account: --time-zone unless it is the one of the engine; refunds are rows of their own',
};

function reasonByType(cell: CellOf): string | null {
  const type = cell('Type');
  if (refunds.test(type)) return /cancel/i.test(type) || noSale.test(type) ? `no sale (Type: ${type})` : null;
  if (noSale.test(type)) return `no sale (Type: ${type})`;
  return /^[-−(]/.test(cell('Gross')) ? `paid by you (Type: ${type})` : null;
}
