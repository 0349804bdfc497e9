import { complaints } from './complaints/index.js';
import { importing } from './import/index.js';
import { lifecycle } from './lifecycle/index.js';
import { models } from './models/index.js';
import { operations } from './operations/index.js';
import { overview } from './overview/index.js';
import type { PageDefinition } from './page.js';
import { retention } from './retention/index.js';
import { value } from './value/index.js';

/** In the order of the rail. */
export const pages: readonly PageDefinition[] = [overview, retention, lifecycle, value, complaints, models, importing, operations];
