import type { Closings } from '../shared/last-write/closing.js';

/** A purchase: its UTC day since 1970 and its amount in minor units. */
export type Order = [day: number, orderId: string, minor: number, currency: string];
/** A return, tied to an order or, when it is not known which, to none. */
export type Return = [returnId: string, orderId: string | null, minor: number, currency: string];

export interface ValueDocument {
  /** Ascending by day, then order id. */
  o: Order[];
  /** Ascending by return id. A return may arrive before its order. */
  r: Return[];
  c: Closings;
  /** Orders and returns that were taken back and have not arrived yet. */
  x: [orders: Order[], returns: Return[]];
}
