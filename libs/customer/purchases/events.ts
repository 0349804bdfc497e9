import { fact, type NewFact } from '../fact.js';
import type { MoneyAmount } from '../money.js';
import type { Occurrence } from '../occurrence.js';

export interface PurchasedLine {
  readonly product: string;
  readonly quantity: number;
  /** Of the whole line, not of one piece. */
  readonly amount: MoneyAmount;
}

export interface PurchaseRecorded {
  readonly orderId: string;
  readonly amount: MoneyAmount;
  readonly channel?: string;
  readonly product?: string;
  readonly quantity?: number;
  readonly lines?: readonly PurchasedLine[];
}

export interface PurchaseReturned {
  readonly returnId: string;
  /** null: a return of a purchase from before our records; counted, but tied to none. */
  readonly orderId: string | null;
  /** What went back to the customer, positive. */
  readonly amount: MoneyAmount;
  readonly reason?: string;
}

interface Noted {
  readonly note?: string;
}

export const purchaseRecorded = (at: Occurrence, data: PurchaseRecorded, personal?: Noted): NewFact => fact('PurchaseRecorded', at, data, personal);

export const purchaseReturned = (at: Occurrence, data: PurchaseReturned, personal?: Noted): NewFact => fact('PurchaseReturned', at, data, personal);
