import type { SourceRow } from './reading/source-row.js';

/**
 * The progress of an import, in bytes of its file. Rows that are sorted by customer are read long before they are decided: bytes
 * count in proportion to the rows read that have been decided, so that a progress bar moves evenly.
 */
export class ShareDone {
  bytesRead = 0;
  #rowsRead = 0;

  async *counting(chunks: AsyncIterable<SourceRow[]>): AsyncGenerator<SourceRow[]> {
    for await (const rows of chunks) {
      this.#rowsRead += rows.length;
      yield rows;
    }
  }

  bytes(rowsDecided: number): number {
    return this.#rowsRead === 0 ? 0 : Math.round(this.bytesRead * Math.min(1, rowsDecided / this.#rowsRead));
  }
}
