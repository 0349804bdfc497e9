import type { PlannedRow } from './row-planner.js';
import { RowProblem } from './row-problem.js';
import { ByteSpool, type SpoolRoom } from './spooling/byte-spool.js';

/** A row that a rule refused because something is missing that may come further down in the file. */
export interface HeldRow {
  readonly row: PlannedRow;
  readonly problem: RowProblem;
}

/** Rows that are retried after the rest of the file: a few in memory, many in a temporary file. */
export class HeldRows {
  size = 0;
  readonly #spool: ByteSpool;

  constructor(room: SpoolRoom) {
    this.#spool = new ByteSpool({ ...room, inputBytes: Number.POSITIVE_INFINITY });
  }

  async add(rows: readonly HeldRow[]): Promise<void> {
    for (const held of rows) await this.#spool.add(Buffer.from(`${JSON.stringify(held)}\n`));
    this.size += rows.length;
  }

  /** In the order they were added, `together` at a time. */
  async *portions(together: number): AsyncGenerator<HeldRow[]> {
    let rows: HeldRow[] = [];
    for await (const text of linesOf(this.#spool.chunks())) {
      const { row, problem } = JSON.parse(text) as HeldRow;
      rows.push({ row, problem: new RowProblem(problem.code, problem.field, problem.reason) });
      if (rows.length < together) continue;
      yield rows;
      rows = [];
    }
    if (rows.length > 0) yield rows;
  }

  close(): Promise<void> {
    return this.#spool.close();
  }
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let open: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...open, chunk.subarray(start, end)]).toString('utf8');
      open = [];
      start = end + 1;
    }
    if (start < chunk.length) open.push(Buffer.from(chunk.subarray(start)));
  }
}
