import { amazonOrders } from './amazon-orders.js';
import { sollHabenStatement, sparkasseStatement } from './bank-statements.js';
import { hubspotContacts, pipedrivePersons, salesforceContacts, zohoContacts } from './contacts.js';
import { etsyOrders } from './etsy-orders.js';
import { jdOrders } from './jd-orders.js';
import { magentoOrders } from './magento-orders.js';
import { paypalActivity } from './paypal-activity.js';
import type { Preset } from './preset.js';
import { shopifyCustomers } from './shopify-customers.js';
import { shopifyOrders } from './shopify-orders.js';
import { squareItems, squareTransactions } from './square.js';
import { stripePayments } from './stripe-payments.js';
import { taobaoOrders } from './taobao-orders.js';
import { woocommerceOrderSuite } from './woocommerce-order-suite.js';
import { woocommerceOrders } from './woocommerce-orders.js';

export { findPreset, noPreset } from './find-preset.js';
export type { CellOf, Preset } from './preset.js';

/** Every export format that is known by its columns. A further one is one more file and one more line here. */
export const presets: readonly Preset[] = [
  shopifyOrders,
  shopifyCustomers,
  woocommerceOrders,
  woocommerceOrderSuite,
  stripePayments,
  squareItems,
  squareTransactions,
  magentoOrders,
  paypalActivity,
  amazonOrders,
  etsyOrders,
  taobaoOrders,
  jdOrders,
  sparkasseStatement,
  sollHabenStatement,
  hubspotContacts,
  salesforceContacts,
  pipedrivePersons,
  zohoContacts,
];
