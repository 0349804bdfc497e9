import type { CellAmount, ReadSnapshot, View } from '@tenure/read-store';
import type { CellKey } from './cell-key.js';

/** The cells of one kind in the kept sums of a view: their values, and the amount. */
export async function cellsOf<Values extends readonly unknown[]>(
  snapshot: ReadSnapshot,
  view: View,
  key: CellKey<Values>,
  prefix = key.prefix,
): Promise<Array<readonly [values: Values, amount: number]>> {
  return readCells(await snapshot.sums(view, prefix), key);
}

export function readCells<Values extends readonly unknown[]>(
  cells: Iterable<CellAmount>,
  key: CellKey<Values>,
): Array<readonly [values: Values, amount: number]> {
  const found: Array<readonly [values: Values, amount: number]> = [];
  for (const [cell, amount] of cells) {
    const values = key.read(cell);
    if (values !== null) found.push([values, amount]);
  }
  return found;
}
