import type { Source } from './source.js';

/** The text of a column in a row, trimmed; empty where there is no text. */
export type CellOf = (column: string) => string;

/** A file as a certain program exports it, recognised by its columns. */
export interface Preset {
  readonly name: string;
  /** Which file of which program. */
  readonly file: string;
  /** What its rows are. */
  readonly kind: string;
  /** Columns that only such a file has together: it is recognised by them. */
  readonly signature: readonly string[];
  readonly fields: Readonly<Record<string, Source>>;
  /** Whether the amount is that of the whole order, also where an order has a row for each item. */
  readonly amountIsOfOrder?: true;
  /** The fields that identify customers; the first that a row fills in counts; default: customer_id, email, phone. */
  readonly identifiedBy?: readonly ('customer_id' | 'email' | 'phone' | 'account')[];
  /** Why a row is no fact of the kind, e.g. `not paid`; null if it is one. Columns of an order are those of its first row. */
  leaveOut?(cell: CellOf): string | null;
  /** Where the currency comes from. */
  readonly currency: string;
  /** The zone of its times, where the program has a zone of its own. */
  readonly timeZone?: string;
  /** What a person should know about its times and amounts. */
  readonly notes: string;
}

/** `why` if the column holds one of the values, ignoring case. */
export function leftOutIf(cell: CellOf, column: string, values: readonly string[], why: string): string | null {
  const value = cell(column).toLowerCase();
  return values.includes(value) ? `${why} (${column}: ${cell(column)})` : null;
}
