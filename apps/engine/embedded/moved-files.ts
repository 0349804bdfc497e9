import { existsSync, renameSync } from 'node:fs';

/** Renamed files, in the order in which they were renamed. */
export class MovedFiles {
  readonly #moved: { readonly from: string; readonly to: string }[] = [];

  /** Their new names. */
  get names(): readonly string[] {
    return this.#moved.map(({ to }) => to);
  }

  /** Does nothing if there is no such file. */
  move(from: string, to: string): void {
    if (!existsSync(from)) return;
    renameSync(from, to);
    this.#moved.push({ from, to });
  }

  /**
   * Gives the files their old names back, the last one first, and never over another file. If one rename fails, the files moved before it keep their
   * new names, too, so that a log is never beside the write-ahead log of another. Afterwards `names` holds the files that were not put back.
   */
  putBack(): void {
    for (let last = this.#moved.at(-1); last !== undefined; last = this.#moved.at(-1)) {
      if (existsSync(last.from)) return;
      try {
        renameSync(last.to, last.from);
      } catch {
        return; // the caller says that they stay, and what had failed before
      }
      this.#moved.pop();
    }
  }
}
