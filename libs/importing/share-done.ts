import type { SourceRow } from './reading/source-row.js';

/**
 * How far an import is, in bytes of its file. Rows that are sorted out by customer are read long before they are decided: bytes count
 * in the share in which the rows that were read have been decided, so that a bar moves evenly.
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
