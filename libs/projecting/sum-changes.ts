import type { CellAmount } from '@tenure/read-store';

/** What a batch adds to each cell: contributions after, less contributions before. */
export class SumChanges {
  readonly #cells = new Map<string, number>();

  move(before: readonly CellAmount[], after: readonly CellAmount[]): void {
    for (const [cell, amount] of before) this.#add(cell, -amount);
    for (const [cell, amount] of after) this.#add(cell, amount);
  }

  /** Sorted, without the cells that did not change; empties the changes. */
  take(): CellAmount[] {
    const changed: CellAmount[] = [];
    for (const entry of this.#cells) if (entry[1] !== 0) changed.push(entry);
    this.#cells.clear();
    return changed.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #add(cell: string, amount: number): void {
    this.#cells.set(cell, (this.#cells.get(cell) ?? 0) + amount);
  }
}
