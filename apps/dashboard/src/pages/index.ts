import { complaints } from './complaints/index.js';
import { customer } from './customer/index.js';
import { customers } from './customers/index.js';
import { importing } from './import/index.js';
import { leaving } from './leaving/index.js';
import { lifecycle } from './lifecycle/index.js';
import { models } from './models/index.js';
import { operations } from './operations/index.js';
import { overview } from './overview/index.js';
import type { PageDefinition } from './page.js';
import { retention } from './retention/index.js';
import { value } from './value/index.js';

/** In the order of the rail. */
export const pages: readonly PageDefinition[] = [
  overview,
  retention,
  lifecycle,
  leaving,
  value,
  customers,
  complaints,
  customer,
  models,
  importing,
  operations,
];
