import type { SourceRow } from './reading/source-row.js';
import type { RowProblem } from './row-problem.js';

export interface RejectedSource {
  readonly source: SourceRow;
  readonly problem: RowProblem;
}

const mostRows = 20_000;
const mostLength = 16 << 20;

/** Rejected rows, held until those before them in the file are decided too. */
export class RejectedRows {
  #rows: RejectedSource[] = [];
  #length = 0;

  /** In a file that is bad throughout they are too many to be held: they come in several runs then, each in order. */
  get areTooMany(): boolean {
    return this.#rows.length >= mostRows || this.#length >= mostLength;
  }

  add(rows: readonly RejectedSource[]): void {
    for (const row of rows) {
      this.#rows.push(row);
      this.#length += row.source.text.length;
    }
  }

  /** All that are held, in the order of the file. */
  take(): RejectedSource[] {
    const taken = this.#rows.sort((a, b) => a.source.line - b.source.line);
    this.#rows = [];
    this.#length = 0;
    return taken;
  }
}
