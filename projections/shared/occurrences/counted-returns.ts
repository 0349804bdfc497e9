import type { CountedReturn, MoneyAmount, PurchaseReturned, ReturnCorrected, ReturnVoided } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';

/** What a return adds to figures. */
export interface ReturnChange {
  readonly returnId: string;
  readonly orderId: string | null;
  readonly amount: MoneyAmount;
}

/** Calls `change` with each return that an event puts into the figures (1) or takes out of them (-1). */
export function eachReturnChange(event: RecordedEvent, change: (returned: ReturnChange, by: 1 | -1) => void): void {
  const of = (returnId: string, { orderId, amount }: Pick<CountedReturn, 'orderId' | 'amount'>): ReturnChange => ({ returnId, orderId, amount });
  switch (event.type) {
    case 'PurchaseReturned': {
      const data = event.data as PurchaseReturned;
      change(of(data.returnId, data), 1);
      break;
    }
    case 'ReturnCorrected': {
      const { returnId, was, now } = event.data as ReturnCorrected;
      change(of(returnId, was), -1);
      change(of(returnId, now), 1);
      break;
    }
    case 'ReturnVoided': {
      const { returnId, was } = event.data as ReturnVoided;
      change(of(returnId, was), -1);
      break;
    }
  }
}
