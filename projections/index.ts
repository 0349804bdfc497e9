import type { ReadModel } from '@tenure/projecting';
import { lifecycle } from './lifecycle/index.js';
import { retention } from './retention/index.js';

export const readModels: readonly ReadModel[] = [lifecycle, retention];
