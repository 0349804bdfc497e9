import { bgCnbdK } from './bg-cnbd-k.js';
import { bgNbd } from './bg-nbd.js';
import { mbgCnbdK } from './mbg-cnbd-k.js';
import { mbgNbd } from './mbg-nbd.js';
import { nbd } from './nbd.js';
import { paretoNbd } from './pareto-nbd.js';
import type { PurchaseModel, PurchaseModelName } from './purchase-model.js';

/** The purchase models by the name in a `Fit`. */
export const purchaseModels: Readonly<Record<PurchaseModelName, PurchaseModel>> = {
  nbd,
  'bg-nbd': bgNbd,
  'mbg-nbd': mbgNbd,
  'pareto-nbd': paretoNbd,
  'bg-cnbd-k': bgCnbdK,
  'mbg-cnbd-k': mbgCnbdK,
};
