import * as complaints from './complaints/texts.js';
import * as customer from './customer/texts.js';
import * as customers from './customers/texts.js';
import * as importing from './import/texts.js';
import * as leaving from './leaving/texts.js';
import * as lifecycle from './lifecycle/texts.js';
import * as models from './models/texts.js';
import * as operations from './operations/texts.js';
import * as overview from './overview/texts.js';
import * as retention from './retention/texts.js';
import * as value from './value/texts.js';

/** The sentences of each page, under its name. */
export const en = {
  overview: overview.en,
  retention: retention.en,
  lifecycle: lifecycle.en,
  leaving: leaving.en,
  value: value.en,
  models: models.en,
  import: importing.en,
  operations: operations.en,
  customers: customers.en,
  complaints: complaints.en,
  customer: customer.en,
} as const;
export const zhCn = {
  overview: overview.zhCn,
  retention: retention.zhCn,
  lifecycle: lifecycle.zhCn,
  leaving: leaving.zhCn,
  value: value.zhCn,
  models: models.zhCn,
  import: importing.zhCn,
  operations: operations.zhCn,
  customers: customers.zhCn,
  complaints: complaints.zhCn,
  customer: customer.zhCn,
} as const;
