import type { MoneyAmount } from '@tenure/customer';
import type { TimeValue } from '../fields/dates/cell-time.js';
import type { RowBasis } from './kind.js';

/** A row as read from a file. */
export interface PurchaseCells extends RowBasis {
  readonly occurred_at: TimeValue;
  /** Amount of the whole order, or of one row of it; always set once the rows of an order are combined. */
  readonly amount?: MoneyAmount;
  readonly unit_amount?: MoneyAmount;
  readonly line_amount?: MoneyAmount;
  readonly shipping?: MoneyAmount;
  readonly tax?: MoneyAmount;
  readonly discount?: MoneyAmount;
  readonly other_charges?: MoneyAmount;
  readonly refunded_amount?: MoneyAmount;
  readonly refunded_at?: TimeValue;
  readonly currency?: string;
  readonly order_id?: string;
  readonly original_order_id?: string;
  readonly quantity?: number;
  readonly product?: string;
  readonly channel?: string;
  readonly region?: string;
  readonly cancellation?: boolean;
  readonly reason?: string;
  readonly note?: string;
}

export interface PaidLine {
  readonly product: string;
  readonly quantity: number;
  readonly amount: MoneyAmount;
}

/** One or several rows of an order. */
export interface PurchaseRow extends PurchaseCells {
  readonly lines?: readonly PaidLine[];
}
