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

  /** A file that is bad throughout has too many to hold: they are then released in several runs, each in order. */
  get areTooMany(): boolean {
    return this.#rows.length >= mostRows || this.#length >= mostLength;
  }

  add(rows: readonly RejectedSource[]): void {
    for (const row of rows) {
      this.#rows.push(row);
      this.#length += row.source.text.length;
    }
  }

  /** All held rows, in the order of the file. */
  take(): RejectedSource[] {
    const taken = this.#rows.sort((a, b) => a.source.line - b.source.line);
    this.#rows = [];
    this.#length = 0;
    return taken;
  }
}
