import type { Preset } from './preset.js';
import { column, joined } from './source.js';

export const shopifyCustomers: Preset = {
  name: 'shopify-customers',
  file: 'Shopify: Customers > Export (customers_export.csv)',
  kind: 'customers',
  signature: ['First Name', 'Last Name', 'Email', 'Total Spent', 'Total Orders', 'Tax Exempt'],
  fields: {
    customer_id: column('Customer ID'),
    email: column('Email'),
    phone: column('Phone', 'Default Address Phone'),
    name: joined('First Name', 'Last Name'),
    region: column('Default Address Country Code', 'Country Code', 'Country'),
  },
  identifiedBy: ['email', 'phone', 'customer_id'],
  currency: 'none',
  notes: 'customers are the ones of the orders export: both are told apart by e-mail',
};
