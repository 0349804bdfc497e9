import type { Projection } from '@tenure/projecting';
import { dayOfTime } from '@tenure/time';
import { type ClosingStamp, laterClosing } from '../last-write/closing.js';
import type { Money } from '../money/money.js';
import { latestDayCells } from '../scoring/latest-day.js';
import { sampleCells } from './purchase-sample.js';

/** A purchase: its UTC day since 1970 and its amount in minor units. */
export type Order = [day: number, orderId: string, minor: number, currency: string];
/** A return, tied to an order or, when it is not known which, to none. */
export type Return = [returnId: string, orderId: string | null, minor: number, currency: string];

export interface ValueDocument {
  /** Ascending by day, then order id. */
  o: Order[];
  /** Ascending by return id. A return may arrive before its order. */
  r: Return[];
  c: ClosingStamp;
}

interface PurchaseData {
  readonly orderId: string;
  readonly amount: Money;
}
interface ReturnData {
  readonly returnId: string;
  readonly orderId: string | null;
  readonly amount: Money;
}

/**
 * Cells: the latest day with a purchase (see `latestDayCells`), and how much there is to fit models on (see
 * `purchaseSample`). Values depend on the model and are reckoned when asked for.
 */
export const valueProjection: Projection<ValueDocument> = {
  name: 'lifetime-value',
  version: 2,
  initial: () => ({ o: [], r: [], c: null }),

  evolve(document, event) {
    switch (event.type) {
      case 'PurchaseRecorded': {
        const { orderId, amount } = event.data as PurchaseData;
        insertTuple(document.o, [dayOfTime(event.occurredAt), orderId, amount.minor, amount.currency]);
        break;
      }
      case 'PurchaseReturned': {
        const { returnId, orderId, amount } = event.data as ReturnData;
        insertTuple(document.r, [returnId, orderId, amount.minor, amount.currency]);
        break;
      }
      case 'CustomerClosed':
      case 'CustomerReopened':
        document.c = laterClosing(document.c, event);
        break;
    }
    return document;
  },

  contributions: ({ o: orders }) => (orders.length === 0 ? [] : [...latestDayCells(orders[orders.length - 1]![0]), ...sampleCells(orders)]),
};

function insertTuple<Tuple extends Order | Return>(sorted: Tuple[], tuple: Tuple): void {
  let place = sorted.length;
  while (place > 0 && isBefore(tuple, sorted[place - 1]!)) place -= 1;
  if (place === sorted.length) sorted.push(tuple);
  else sorted.splice(place, 0, tuple);
}

/** Entry by entry; a missing order id comes first. */
function isBefore(left: Order | Return, right: Order | Return): boolean {
  for (let i = 0; i < left.length; i += 1) {
    const one = left[i] ?? '';
    const other = right[i] ?? '';
    if (one !== other) return one < other;
  }
  return false;
}
