import { textHash } from '../hash-counts.js';
import { idText } from '../ids/id-text.js';
import { ImportRefused } from '../import-refused.js';
import type { OpenedSource } from '../reading/open-source.js';
import type { RowFormat, SourceRow } from '../reading/source-row.js';
import type { Arrangement } from './arrangement.js';
import { Locality } from './locality.js';
import { placesByCustomer, readRecord, recordOf } from './row-record.js';
import { RowSpool } from './row-spool.js';

/** Rows to be decided together. */
export interface Portion {
  readonly rows: readonly SourceRow[];
  /** No row of a portion before this one stands behind a row that is still to come. */
  readonly isInOrder: boolean;
}

/**
 * The rows of a file in an order that is good for deciding them. A customer's rows stay in the order of the file, and
 * that is all that decisions and identities hang on. Where customers are scattered over the file, each would be loaded
 * from the log again for nearly every row: so a window of rows is spooled and given out customer by customer. With
 * `gathers` that window is the whole file, and all rows of a customer are in one portion.
 */
export async function* arrangedRows(
  chunks: AsyncIterable<SourceRow[]>,
  source: OpenedSource,
  customersMet: () => number,
  arrangement: Arrangement,
  gathers = false,
): AsyncGenerator<Portion> {
  const limits = gathers ? { ...arrangement, windowRows: Number.POSITIVE_INFINITY, windowBytes: Number.POSITIVE_INFINITY } : arrangement;
  const customer = source.mapped.find(({ field }) => field === 'customer_id')?.index ?? 0;
  const locality = new Locality(customersMet);
  const spool = new RowSpool(limits);
  let scattered = gathers;
  try {
    for await (const rows of chunks) {
      const hashes = Uint32Array.from(rows, ({ cells }) => textHash(idText(cells[customer] ?? '').toLowerCase()));
      locality.note(hashes);
      if (scattered) {
        rows.forEach((row, at) => {
          spool.add(recordOf(row, hashes[at] as number, source.rows));
        });
        await spool.stored();
        if (!spool.isFull) {
          // Nothing to decide yet, but a moment to report, and for the reader to stop.
          yield { rows: [], isInOrder: true };
          continue;
        }
        if (gathers) throw noRoom();
        yield* spooledRows(spool, source.rows, limits);
        scattered = locality.isScattered();
      } else {
        yield { rows, isInOrder: true };
        if (locality.rows >= limits.watchedRows) scattered = locality.isScattered();
      }
    }
    yield* spooledRows(spool, source.rows, limits);
  } finally {
    await spool.close();
  }
}

/** A customer's rows are decided together, up to so many times the usual number. */
const mostPortions = 64;

async function* spooledRows(spool: RowSpool, format: RowFormat, { partitions, rowsTogether }: Arrangement): AsyncGenerator<Portion> {
  if (spool.rows === 0) return;
  let rows: SourceRow[] = [];
  let last = -1;
  for (let partition = 0; partition < partitions; partition += 1) {
    for await (const block of spool.blocks(partition)) {
      for (const at of placesByCustomer(block)) {
        const customer = block.readUInt32LE(at);
        if (rows.length >= rowsTogether && (customer !== last || rows.length >= rowsTogether * mostPortions)) {
          yield { rows, isInOrder: false };
          rows = [];
        }
        rows.push(readRecord(block, at, format));
        last = customer;
      }
    }
  }
  if (rows.length > 0) yield { rows, isInOrder: false };
  spool.clear();
  yield { rows: [], isInOrder: true };
}

function noRoom(): ImportRefused {
  const remedy = 'give the engine room on the disk that holds its data, or divide the file';
  return new ImportRefused('no-room', 'file', `the rows of each customer could not be brought together: ${remedy}`);
}
