import type { CellAmount, View } from '../read-store.js';
import { type Database, nameOf } from './database.js';
import { cellOf, sumRange } from './sum-id.js';

/** A partition's sums as its writer knows them: read once per view, then kept, so that a commit can state their new values. */
export class PartitionSums {
  readonly #views = new Map<string, Map<string, number>>();

  constructor(
    private readonly partition: number,
    private readonly database: Database,
  ) {}

  /** The cells that change, with their new amounts. Nothing is kept yet. */
  async after(view: View, changes: readonly CellAmount[]): Promise<CellAmount[]> {
    if (changes.length === 0) return [];
    const known = await this.#known(nameOf(view));
    const added = new Map<string, number>();
    for (const [cell, amount] of changes) added.set(cell, (added.get(cell) ?? 0) + amount);
    const changed: CellAmount[] = [];
    for (const [cell, amount] of added) if (amount !== 0) changed.push([cell, (known.get(cell) ?? 0) + amount]);
    return changed;
  }

  /** Keeps the amounts of a commit that was carried out. */
  keep(view: string, amounts: readonly CellAmount[]): void {
    const known = this.#views.get(view);
    if (!known) return;
    for (const [cell, amount] of amounts) {
      if (amount === 0) known.delete(cell);
      else known.set(cell, amount);
    }
  }

  forget(view: View): void {
    this.#views.delete(nameOf(view));
  }

  async #known(view: string): Promise<Map<string, number>> {
    const before = this.#views.get(view);
    if (before) return before;
    const cells = new Map<string, number>();
    for await (const { _id, amount } of this.database.sums(view).find({ _id: sumRange(this.partition, '') })) {
      if (amount !== 0) cells.set(cellOf(_id), amount);
    }
    this.#views.set(view, cells);
    return cells;
  }
}
