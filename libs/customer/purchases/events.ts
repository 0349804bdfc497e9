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

/** A purchase as far as figures count it: what its taking back takes out of them. */
export interface CountedPurchase {
  /** As it was recorded: a day, or RFC 3339 in UTC. */
  readonly occurredAt: string;
  readonly amount: MoneyAmount;
  readonly channel?: string;
  /** The first line's, where the purchase has lines and no product of its own. */
  readonly product?: string;
}

/** Occurred at the date of the purchase, as corrected. */
export interface PurchaseCorrected {
  readonly orderId: string;
  readonly reason: string;
  readonly was: CountedPurchase;
  /** Quantity and lines only where the correction gives them; null takes them away. */
  readonly now: CountedPurchase & { readonly quantity?: number | null; readonly lines?: readonly PurchasedLine[] | null };
}

/** Occurred at the date of the purchase. */
export interface PurchaseVoided {
  readonly orderId: string;
  readonly reason: string;
  readonly was: CountedPurchase;
}

/** A return as far as figures count it. */
export interface CountedReturn {
  readonly occurredAt: string;
  readonly orderId: string | null;
  readonly amount: MoneyAmount;
}

/** Occurred at the date of the return, as corrected. */
export interface ReturnCorrected {
  readonly returnId: string;
  readonly reason: string;
  readonly was: CountedReturn;
  /** The reason of the return only where the correction gives it; null takes it away. */
  readonly now: CountedReturn & { readonly reason?: string | null };
}

/** Occurred at the date of the return. */
export interface ReturnVoided {
  readonly returnId: string;
  readonly reason: string;
  readonly was: CountedReturn;
}

interface Noted {
  readonly note?: string;
}

export const purchaseRecorded = (at: Occurrence, data: PurchaseRecorded, personal?: Noted): NewFact => fact('PurchaseRecorded', at, data, personal);

export const purchaseReturned = (at: Occurrence, data: PurchaseReturned, personal?: Noted): NewFact => fact('PurchaseReturned', at, data, personal);

export const purchaseCorrected = (at: Occurrence, data: PurchaseCorrected, personal?: Noted): NewFact => fact('PurchaseCorrected', at, data, personal);

export const purchaseVoided = (at: Occurrence, data: PurchaseVoided, personal?: Noted): NewFact => fact('PurchaseVoided', at, data, personal);

export const returnCorrected = (at: Occurrence, data: ReturnCorrected, personal?: Noted): NewFact => fact('ReturnCorrected', at, data, personal);

export const returnVoided = (at: Occurrence, data: ReturnVoided, personal?: Noted): NewFact => fact('ReturnVoided', at, data, personal);
