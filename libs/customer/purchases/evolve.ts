import type { Fact } from '../fact.js';
import type { Occurrence } from '../occurrence.js';
import type { PurchaseRecorded, PurchaseReturned } from './events.js';

/** What is left to know of a purchase once it is recorded: enough to refuse its double and to bound its returns. */
export interface KnownPurchase extends Occurrence {
  readonly minor: number;
  readonly currency: string;
  returnedMinor: number;
}

export interface PurchasesState {
  /** By order id. */
  orders: Map<string, KnownPurchase> | null;
  returnIds: Set<string> | null;
}

export function noPurchases(): PurchasesState {
  return { orders: null, returnIds: null };
}

export function evolveRecorded(state: PurchasesState, { data, occurredAt, precision }: Fact<PurchaseRecorded>): void {
  state.orders ??= new Map();
  state.orders.set(data.orderId, {
    minor: data.amount.minor,
    currency: data.amount.currency,
    occurredAt,
    precision,
    returnedMinor: 0,
  });
}

export function evolveReturned(state: PurchasesState, { data }: Fact<PurchaseReturned>): void {
  state.returnIds ??= new Set();
  state.returnIds.add(data.returnId);
  const order = data.orderId === null ? undefined : state.orders?.get(data.orderId);
  if (order) order.returnedMinor += data.amount.minor;
}
