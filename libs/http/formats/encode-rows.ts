import type { Row } from '@tenure/projecting';
import { stringify } from 'csv-stringify/sync';

/** A piece of an answer made of rows, and how many rows are in it. */
export interface EncodedRows {
  readonly text: string;
  readonly rows: number;
}

const ROWS_PER_PIECE = 500;

/**
 * Rows as CSV (RFC 4180, with a header, cells that a spreadsheet would run as formulas made harmless) or NDJSON, in
 * pieces, so that nothing is held whole. Without columns the first row names them.
 */
export async function* encodeRows(
  rows: AsyncIterable<Row> | Iterable<Row>,
  format: 'csv' | 'ndjson',
  columns?: readonly string[],
): AsyncGenerator<EncodedRows> {
  let header = columns;
  if (format === 'csv' && columns) yield { text: csv([], columns, true), rows: 0 };
  let piece: Row[] = [];
  const encode = (): EncodedRows => {
    if (format === 'ndjson') return { text: piece.map((row) => `${JSON.stringify(row)}\n`).join(''), rows: piece.length };
    const first = header === undefined;
    header ??= Object.keys(piece[0] ?? {});
    return { text: csv(piece, header, first), rows: piece.length };
  };
  for await (const row of rows) {
    piece.push(row);
    if (piece.length < ROWS_PER_PIECE) continue;
    yield encode();
    piece = [];
  }
  if (piece.length > 0) yield encode();
}

function csv(rows: readonly Row[], columns: readonly string[], header: boolean): string {
  return stringify([...rows], {
    columns: [...columns],
    header,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  });
}
