import type { SourceRow } from './reading/source-row.js';
import type { RowProblem } from './row-problem.js';

/** Why rows were rejected: one entry for each cause, however many rows it has. */
export interface Reason {
  /** Stable, kebab-case: the code of the rejected rows. */
  readonly reason: string;
  readonly field: string | null;
  readonly rows: number;
  /** The first such row of the file, and its message. */
  readonly example: { readonly line: number; readonly text: string };
}

/** Counts rows by code and field. */
export class Reasons {
  readonly #byCause = new Map<string, Reason>();

  add(sources: readonly SourceRow[], { code, field, reason }: RowProblem): void {
    const cause = `${code} ${field}`;
    const known = this.#byCause.get(cause);
    const line = Math.min(...sources.map((source) => source.line));
    const example = known && known.example.line < line ? known.example : { line, text: reason };
    this.#byCause.set(cause, { reason: code, field, rows: (known?.rows ?? 0) + sources.length, example });
  }

  /** Most rows first. */
  list(): Reason[] {
    return [...this.#byCause.values()].sort((a, b) => b.rows - a.rows || a.example.line - b.example.line);
  }
}
