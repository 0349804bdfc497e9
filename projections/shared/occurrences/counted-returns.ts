import {
  type CountedReturn,
  type MoneyAmount,
  type Occurrence,
  occurrenceOf,
  type PurchaseReturned,
  type ReturnCorrected,
  type ReturnVoided,
} from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';

/** The contribution of a return to figures. */
export interface ReturnChange {
  readonly at: Occurrence;
  readonly returnId: string;
  readonly orderId: string | null;
  readonly amount: MoneyAmount;
  readonly product: string | null;
}

type Change = (returned: ReturnChange, by: 1 | -1) => void;

const changes: Readonly<Record<string, (event: RecordedEvent, change: Change) => void>> = {
  PurchaseReturned(event, change) {
    const { returnId, orderId, amount, product = null } = event.data as PurchaseReturned;
    change({ at: event, returnId, orderId, amount, product }, 1);
  },
  ReturnCorrected({ data }, change) {
    const { returnId, was, now } = data as ReturnCorrected;
    change(changeOf(returnId, was), -1);
    change(changeOf(returnId, now), 1);
  },
  ReturnVoided({ data }, change) {
    const { returnId, was } = data as ReturnVoided;
    change(changeOf(returnId, was), -1);
  },
};

/** The types of event that add returns to the figures or remove them. */
export const returnTypes: readonly string[] = Object.keys(changes);

/** Calls `change` with each return that an event adds to the figures (1) or removes from them (-1). */
export function eachReturnChange(event: RecordedEvent, change: Change): void {
  changes[event.type]?.(event, change);
}

function changeOf(returnId: string, { occurredAt, orderId, amount, product }: CountedReturn): ReturnChange {
  return { at: occurrenceOf(occurredAt), returnId, orderId, amount, product: product ?? null };
}
