import { fact, type NewFact } from '../fact.js';
import type { MoneyAmount } from '../money.js';
import type { Occurrence } from '../occurrence.js';

export interface PurchasedLine {
  readonly product: string;
  readonly quantity: number;
  /** For the whole line, not for one piece. */
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
  /** null: a return of a purchase from before our records; counted, but tied to no order. */
  readonly orderId: string | null;
  /** The amount refunded to the customer, positive. */
  readonly amount: MoneyAmount;
  /** The returned product, where it was given. */
  readonly product?: string;
}

/** A purchase as figures count it: what voiding it removes from them. */
export interface CountedPurchase {
  /** As it was recorded: a day, or RFC 3339 in UTC. */
  readonly occurredAt: string;
  readonly amount: MoneyAmount;
  readonly channel?: string;
  /** The first line's product, where the purchase has lines and no product of its own. */
  readonly product?: string;
}

/** Occurred at the date of the purchase, as corrected. */
export interface PurchaseCorrected {
  readonly orderId: string;
  readonly was: CountedPurchase;
  /** Quantity and lines only where the correction sets them; null removes them. */
  readonly now: CountedPurchase & { readonly quantity?: number | null; readonly lines?: readonly PurchasedLine[] | null };
}

/** Occurred at the date of the purchase. */
export interface PurchaseVoided {
  readonly orderId: string;
  readonly was: CountedPurchase;
}

/** A return as figures count it. */
export interface CountedReturn {
  readonly occurredAt: string;
  readonly orderId: string | null;
  readonly amount: MoneyAmount;
  readonly product?: string;
}

/** Occurred at the date of the return, as corrected. */
export interface ReturnCorrected {
  readonly returnId: string;
  readonly was: CountedReturn;
  readonly now: CountedReturn;
}

/** Occurred at the date of the return. */
export interface ReturnVoided {
  readonly returnId: string;
  readonly was: CountedReturn;
}

interface Noted {
  readonly note?: string;
}

/** Why, in free words. */
interface Reasoned extends Noted {
  readonly reason: string;
}

interface ReturnCorrectedPersonal extends Reasoned {
  /** The reason of the return, where the correction sets it; null removes it. */
  readonly returnReason?: string | null;
}

export const purchaseRecorded = (at: Occurrence, data: PurchaseRecorded, personal?: Noted): NewFact => fact('PurchaseRecorded', 1, at, data, personal);

export const purchaseReturned = (at: Occurrence, data: PurchaseReturned, personal?: Partial<Reasoned>): NewFact =>
  fact('PurchaseReturned', 2, at, data, personal);

export const purchaseCorrected = (at: Occurrence, data: PurchaseCorrected, personal: Reasoned): NewFact => fact('PurchaseCorrected', 2, at, data, personal);

export const purchaseVoided = (at: Occurrence, data: PurchaseVoided, personal: Reasoned): NewFact => fact('PurchaseVoided', 2, at, data, personal);

export const returnCorrected = (at: Occurrence, data: ReturnCorrected, personal: ReturnCorrectedPersonal): NewFact =>
  fact('ReturnCorrected', 2, at, data, personal);

export const returnVoided = (at: Occurrence, data: ReturnVoided, personal: Reasoned): NewFact => fact('ReturnVoided', 2, at, data, personal);
