import { textHash } from '../hash-counts.js';
import { type SourceRow, valuesOf } from '../reading/source-row.js';

/** The cells that show which rows of a file are one fact: those of the customer and of the key, such as the order id. */
export interface Grouping {
  readonly customer: number;
  readonly key: number;
}

/** The text that the rows of a group have in common; empty for a row by itself. */
export function groupKey(row: SourceRow, { customer, key }: Grouping): string {
  const cells = valuesOf(row);
  const own = cells[key]?.trim() ?? '';
  return row.problem || own === '' ? '' : `${cells[customer]?.trim() ?? ''}\n${own}`;
}

/** A hash of as many bits as a record holds; never 0, which stands for a row by itself. */
export function groupHash(key: string): number {
  return key === '' ? 0 : textHash(key) >>> 0 || 1;
}

/**
 * Fills in the customer where only the first row of an order names it, as in exports and merged cells of a spreadsheet: a row
 * without customer takes customer and key of the row before it, unless it has another key.
 */
export class ContinuedRows {
  #last: SourceRow | null = null;

  constructor(private readonly grouping: Grouping) {}

  complete(row: SourceRow): SourceRow {
    if (row.problem) return row;
    const { customer, key } = this.grouping;
    const own = valuesOf(row);
    const before = this.#last && valuesOf(this.#last);
    const ownKey = own[key]?.trim() ?? '';
    if (!before || (own[customer]?.trim() ?? '') !== '' || (ownKey !== '' && ownKey !== before[key]?.trim())) {
      this.#last = row;
      return row;
    }
    const values = [...own];
    values[customer] = before[customer] ?? '';
    values[key] = before[key] ?? '';
    return { ...row, values, isContinued: true };
  }
}
