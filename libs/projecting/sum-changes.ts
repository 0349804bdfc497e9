import type { CellAmount } from '@tenure/read-store';

/** What a batch adds to each cell: contributions after, less contributions before. */
export class SumChanges {
  readonly #cells = new Map<string, number>();

  move(before: readonly CellAmount[], after: readonly CellAmount[]): void {
    for (let i = 0; i < Math.max(before.length, after.length); i++) {
      const [was, is] = [before[i], after[i]];
      // Most of a customer's contributions stay the same, at the same index.
      if (was && is && was[0] === is[0]) {
        if (was[1] !== is[1]) this.#add(is[0], is[1] - was[1]);
        continue;
      }
      if (was) this.#add(was[0], -was[1]);
      if (is) this.#add(is[0], is[1]);
    }
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
