import { customerStreams, type Projection } from '@tenure/projecting';
import { dayOfTime } from '@tenure/time';
import { keep } from '../shared/counted/counted-facts.js';
import { closingTypes, countClosing } from '../shared/last-write/closing.js';
import { eachPurchaseChange, purchaseTypes } from '../shared/occurrences/counted-purchases.js';
import { eachReturnChange, returnTypes } from '../shared/occurrences/counted-returns.js';
import { latestDayCells } from '../shared/scoring/latest-day.js';
import type { Order, Return, ValueDocument } from './document.js';
import { sampleCells } from './purchase-sample.js';

/**
 * Cells: the latest day with a purchase (see `latestDayCells`), and how much there is to fit models on (see
 * `purchaseSample`). Values depend on the model and are reckoned when asked for.
 */
export const valueProjection: Projection<ValueDocument> = {
  name: 'lifetime-value',
  version: 4,
  of: customerStreams,
  // It answers about every customer, bought or not: the registration says that there is one.
  reads: ['CustomerRegistered', ...purchaseTypes, ...returnTypes, ...closingTypes],
  initial: () => ({ o: [], r: [], c: 0, x: [[], []] }),

  evolve(document, event) {
    const { o: orders, r: returns, x: owed } = document;
    eachPurchaseChange(event, ({ at, orderId, minor, currency }, by) => {
      const order: Order = [dayOfTime(at.occurredAt), orderId, minor, currency];
      if (by === 1) keep(order, orders, owed[0]);
      else keep(order, owed[0], orders);
    });
    eachReturnChange(event, ({ returnId, orderId, amount }, by) => {
      const returned: Return = [returnId, orderId, amount.minor, amount.currency];
      if (by === 1) keep(returned, returns, owed[1]);
      else keep(returned, owed[1], returns);
    });
    document.c = countClosing(document.c, event);
    return document;
  },

  contributions: ({ o: orders }) => (orders.length === 0 ? [] : [...latestDayCells(orders[orders.length - 1]![0]), ...sampleCells(orders)]),
};
