import type { Occurrence } from '@tenure/customer';
import { customerStreams, type Projection } from '@tenure/projecting';
import { keep } from '../shared/counted/counted-facts.js';
import { closingTypes } from '../shared/last-write/closing.js';
import { eachPurchaseChange, purchaseTypes } from '../shared/occurrences/counted-purchases.js';
import { eachReturnChange, returnTypes } from '../shared/occurrences/counted-returns.js';
import { lastsIn } from '../shared/occurrences/occurrences.js';
import { type DatedClosings, dateClosing } from '../shared/scoring/dated-closings.js';
import { latestFactCells } from '../shared/scoring/latest-fact.js';
import { foldObjection, objectionCells, objectionTypes } from '../shared/scoring/scoring-objection.js';
import { contactTypes, foldContact } from './contacts.js';
import { type Order, occurrenceAt, type Return, type ValueDocument, whenOf } from './document.js';
import { checksumOf, sampleCells } from './purchase-sample.js';

/**
 * Cells: the latest day of any fact (see `latestFactCells`), and the amount of data for fitting models (see
 * `purchaseSample`). Visits and complaints are kept for what they cost, and are no such facts: a value is expected from purchases.
 * Values depend on the model and are computed on request.
 */
export const valueProjection: Projection<ValueDocument> = {
  name: 'lifetime-value',
  version: 9,
  of: customerStreams,
  // It answers about every customer, with or without purchases: the registration shows that the customer exists.
  reads: ['CustomerRegistered', ...purchaseTypes, ...returnTypes, ...closingTypes, ...objectionTypes, ...contactTypes],
  initial: () => ({ o: [], r: [], c: 0, n: 0, t: 0, x: [[], []] }),

  evolve(document, event) {
    const { o: orders, r: returns, x: owed } = document;
    eachPurchaseChange(event, ({ at, orderId, minor, currency, product }, by) => {
      const order: Order = [...whenOf(at), orderId, minor, currency, product];
      if (by === 1) keep(order, orders, owed[0]);
      else keep(order, owed[0], orders);
    });
    eachReturnChange(event, ({ at, returnId, orderId, amount, product }, by) => {
      const returned: Return = [...whenOf(at), returnId, orderId, amount.minor, amount.currency, product];
      if (by === 1) keep(returned, returns, owed[1]);
      else keep(returned, owed[1], returns);
    });
    document.c = dateClosing(document.c, event);
    document.n = foldObjection(document.n, event);
    document.t = foldContact(document.t, event);
    return document;
  },

  contributions({ o: orders, r: returns, c: closings, n: objection }) {
    const cells = [...latestFactCells(occurrencesOf(orders, returns, closings)), ...objectionCells(objection)];
    if (orders.length > 0) cells.push(...sampleCells(orders));
    const checksum = checksumOf(orders, returns);
    if (checksum !== 0) cells.push(['h', checksum]);
    return cells;
  },
};

function* occurrencesOf(orders: readonly Order[], returns: readonly Return[], closings: DatedClosings): Iterable<Occurrence> {
  for (const order of orders) yield occurrenceAt(order);
  for (const returned of returns) yield occurrenceAt(returned);
  if (closings !== 0) for (const each of closings) yield* lastsIn(each);
}
