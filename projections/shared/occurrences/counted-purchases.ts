import { type CountedPurchase, type Occurrence, occurrenceOf, type PurchaseCorrected, type PurchaseRecorded, type PurchaseVoided } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';

/** What a purchase adds to figures: from its own fact, or from one that corrects it or takes it back. */
export interface PurchaseChange {
  readonly at: Occurrence;
  readonly orderId: string;
  readonly minor: number;
  readonly currency: string;
  readonly channel: string | null;
  readonly product: string | null;
}

/**
 * Calls `change` with each purchase that an event puts into the figures (1) or takes out of them (-1): a correction
 * says what it replaces, so that neither the order of arrival nor what was seen before matters.
 */
export function eachPurchaseChange(event: RecordedEvent, change: (purchase: PurchaseChange, by: 1 | -1) => void): void {
  switch (event.type) {
    case 'PurchaseRecorded': {
      const { orderId, amount, channel = null, product = null, lines } = event.data as PurchaseRecorded;
      change({ at: event, orderId, minor: amount.minor, currency: amount.currency, channel, product: product ?? lines?.[0]?.product ?? null }, 1);
      break;
    }
    case 'PurchaseCorrected': {
      const { orderId, was, now } = event.data as PurchaseCorrected;
      change(changeOf(orderId, was), -1);
      change(changeOf(orderId, now), 1);
      break;
    }
    case 'PurchaseVoided': {
      const { orderId, was } = event.data as PurchaseVoided;
      change(changeOf(orderId, was), -1);
      break;
    }
  }
}

function changeOf(orderId: string, { occurredAt, amount, channel, product }: CountedPurchase): PurchaseChange {
  return { at: occurrenceOf(occurredAt), orderId, minor: amount.minor, currency: amount.currency, channel: channel ?? null, product: product ?? null };
}
