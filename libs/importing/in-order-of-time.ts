import type { RowOfFile } from './row-groups.js';

/**
 * Sorts each customer's rows by time within the places of the customer's rows: a file with the newest first then means the same
 * as one with the oldest first. `breakTies`: rows with the same time are sorted by their text.
 */
export function inOrderOfTime(rows: readonly RowOfFile[], breakTies: boolean): readonly RowOfFile[] {
  if (!breakTies && isInOrder(rows)) return rows;
  const places = new Map<string, number[]>();
  rows.forEach(({ row }, at) => {
    const own = places.get(row.customer_id);
    if (own) own.push(at);
    else places.set(row.customer_id, [at]);
  });
  const arranged = [...rows];
  for (const own of places.values()) {
    if (own.length === 1) continue;
    const sorted = own.map((at) => rows[at] as RowOfFile).sort((a, b) => timeOf(a) - timeOf(b) || (breakTies ? byText(a, b) : 0));
    own.forEach((at, index) => {
      arranged[at] = sorted[index] as RowOfFile;
    });
  }
  return arranged;
}

/** Rows without a time come first. */
export function timeOf({ row }: RowOfFile): number {
  return row.occurred_at?.epoch ?? Number.MIN_SAFE_INTEGER;
}

function isInOrder(rows: readonly RowOfFile[]): boolean {
  const latest = new Map<string, number>();
  for (const row of rows) {
    const time = timeOf(row);
    if (time < (latest.get(row.row.customer_id) ?? time)) return false;
    latest.set(row.row.customer_id, time);
  }
  return true;
}

function byText(a: RowOfFile, b: RowOfFile): number {
  const [first = '', second = ''] = [a.sources[0]?.text, b.sources[0]?.text];
  return first < second ? -1 : Number(first > second);
}
