import { existsSync, renameSync } from 'node:fs';

/** Files that have been given other names, in the order in which they were. */
export class MovedFiles {
  readonly #moved: { readonly from: string; readonly to: string }[] = [];

  /** Their new names. */
  get names(): readonly string[] {
    return this.#moved.map(({ to }) => to);
  }

  /** Nothing, where there is no such file. */
  move(from: string, to: string): void {
    if (!existsSync(from)) return;
    renameSync(from, to);
    this.#moved.push({ from, to });
  }

  /**
   * Gives them their names of before, the last one first, and never over another file. Where one cannot have it those that were moved before it stay, too,
   * so that a log never lies beside a write-ahead log of another. Those that stay are `names` afterwards.
   */
  putBack(): void {
    for (let last = this.#moved.at(-1); last !== undefined; last = this.#moved.at(-1)) {
      if (existsSync(last.from)) return;
      try {
        renameSync(last.to, last.from);
      } catch {
        return; // whoever put them back tells that they stay, and what had failed before
      }
      this.#moved.pop();
    }
  }
}
