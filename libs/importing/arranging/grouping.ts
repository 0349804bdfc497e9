import { textHash } from '../hash-counts.js';
import { type SourceRow, valuesOf } from '../reading/source-row.js';

/** Which cells say that rows of a file are of one fact: those of the customer and of the key, such as the order id. */
export interface Grouping {
  readonly customer: number;
  readonly key: number;
}

/** What the rows of a group have in common; empty for a row by itself. */
export function groupKey(row: SourceRow, { customer, key }: Grouping): string {
  const cells = valuesOf(row);
  const own = cells[key]?.trim() ?? '';
  return row.problem || own === '' ? '' : `${cells[customer]?.trim() ?? ''}\n${own}`;
}

/** As few bits as a record has for it; never 0, which is a row by itself. */
export function groupHash(key: string): number {
  return key === '' ? 0 : textHash(key) >>> 0 || 1;
}

/**
 * Fills in whose line a row is where only the first row of an order says it, as exports and merged cells of a
 * spreadsheet do: a row without customer takes customer and key of the row before it, unless it has another key.
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
