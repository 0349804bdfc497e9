import { timeOf } from './in-order-of-time.js';
import type { BuiltRow } from './mapping/row-builder.js';
import type { RowOfFile } from './row-groups.js';

/**
 * The rows about each customer as one statement: the values that the latest row fills in hold, in whatever order the rows are. Rows
 * without a date come before those with one, in the given order; `occurred_at` is that of the earliest.
 */
export function oneStatementEach(rows: readonly RowOfFile[]): RowOfFile[] {
  const byCustomer = new Map<string, RowOfFile[]>();
  for (const row of rows) {
    const known = byCustomer.get(row.row.customer_id);
    if (known) known.push(row);
    else byCustomer.set(row.row.customer_id, [row]);
  }
  return [...byCustomer.values()].map((own) => (own.length === 1 ? (own[0] as RowOfFile) : merged(own)));
}

function merged(rows: readonly RowOfFile[]): RowOfFile {
  const inOrder = rows.toSorted((a, b) => timeOf(a) - timeOf(b));
  const all = inOrder.map(({ row }) => row);
  const attributes = all.some((row) => row.attributes) ? Object.assign({}, ...all.map((row) => row.attributes)) : undefined;
  const row: BuiltRow = Object.assign({}, ...all, {
    occurred_at: all.find((each) => each.occurred_at)?.occurred_at,
    attributes,
    asWritten: Object.assign({}, ...all.map(({ asWritten }) => asWritten)),
  });
  return { row, sources: rows.flatMap(({ sources }) => sources) };
}
