import { type CountedPurchase, type Occurrence, occurrenceOf, type PurchaseCorrected, type PurchaseRecorded, type PurchaseVoided } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';

/** The contribution of a purchase to figures: from its own fact, or from one that corrects it or takes it back. */
export interface PurchaseChange {
  readonly at: Occurrence;
  readonly orderId: string;
  readonly minor: number;
  readonly currency: string;
  readonly channel: string | null;
  readonly product: string | null;
}

type Change = (purchase: PurchaseChange, by: 1 | -1) => void;

const changes: Readonly<Record<string, (event: RecordedEvent, change: Change) => void>> = {
  PurchaseRecorded(event, change) {
    const { orderId, amount, channel = null, product = null, lines } = event.data as PurchaseRecorded;
    change({ at: event, orderId, minor: amount.minor, currency: amount.currency, channel, product: product ?? lines?.[0]?.product ?? null }, 1);
  },
  PurchaseCorrected({ data }, change) {
    const { orderId, was, now } = data as PurchaseCorrected;
    change(changeOf(orderId, was), -1);
    change(changeOf(orderId, now), 1);
  },
  PurchaseVoided({ data }, change) {
    const { orderId, was } = data as PurchaseVoided;
    change(changeOf(orderId, was), -1);
  },
};

/** The types of event that add purchases to the figures or remove them. */
export const purchaseTypes: readonly string[] = Object.keys(changes);

/**
 * Calls `change` with each purchase that an event adds to the figures (1) or removes from them (-1): a correction
 * names what it replaces, so that neither the order of arrival nor earlier events matter.
 */
export function eachPurchaseChange(event: RecordedEvent, change: Change): void {
  changes[event.type]?.(event, change);
}

function changeOf(orderId: string, { occurredAt, amount, channel, product }: CountedPurchase): PurchaseChange {
  return { at: occurrenceOf(occurredAt), orderId, minor: amount.minor, currency: amount.currency, channel: channel ?? null, product: product ?? null };
}
