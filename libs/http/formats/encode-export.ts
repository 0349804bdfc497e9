import type { AsOf, ExportHead, ExportPiece, Row, RowEncoding } from '@tenure/querying';
import { encodeRows } from './encode-rows.js';

/** An export encoded for sending: its freshness, then its pieces. `rows` begin with their head. */
export async function* encodeExport(rows: AsyncGenerator<ExportHead<AsOf> | Row>, encoding: RowEncoding): AsyncGenerator<AsOf | ExportPiece> {
  try {
    const { asOf, columns } = (await rows.next()).value as ExportHead<AsOf>;
    yield asOf;
    yield* encodeRows(rows as AsyncGenerator<Row>, encoding, columns);
  } finally {
    await rows.return(undefined); // also where nothing but the head is read
  }
}
