import type { ExportPiece, Row, RowEncoding } from '@tenure/querying';
import { stringify } from 'csv-stringify/sync';
import { bytesOf } from './bytes-of.js';

const ROWS_PER_PIECE = 500;
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows as CSV (RFC 4180, with a header, and with cells made harmless that a spreadsheet would run as formulas) or NDJSON, in
 * pieces, so that nothing is held as a whole. Without columns the first row names them.
 */
export async function* encodeRows(
  rows: AsyncIterable<Row> | Iterable<Row>,
  { format, raw, bom }: RowEncoding,
  columns?: readonly string[],
): AsyncGenerator<ExportPiece> {
  let header = columns;
  if (format === 'csv' && bom) yield { bytes: bytesOf(BYTE_ORDER_MARK), rows: 0 };
  if (format === 'csv' && columns) yield { bytes: bytesOf(csv([], columns, { header: true, raw })), rows: 0 };
  let piece: Row[] = [];
  const encode = (): ExportPiece => {
    if (format === 'ndjson') return { bytes: bytesOf(piece.map((row) => `${JSON.stringify(row)}\n`).join('')), rows: piece.length };
    const first = header === undefined;
    header ??= Object.keys(piece[0] ?? {});
    return { bytes: bytesOf(csv(piece, header, { header: first, raw })), rows: piece.length };
  };
  for await (const row of rows) {
    piece.push(row);
    if (piece.length < ROWS_PER_PIECE) continue;
    yield encode();
    piece = [];
  }
  if (piece.length > 0) yield encode();
}

/** `-12.50` is no formula: it stays a number that can be summed. `+49 30` would lose its plus, and is guarded. */
const isNegativeNumber = (text: string): boolean => /^-\d+(\.\d+)?$/.test(text);

function csv(rows: readonly Row[], columns: readonly string[], { header, raw }: { readonly header: boolean; readonly raw: boolean }): string {
  return stringify([...rows], {
    columns: [...columns],
    header,
    record_delimiter: 'windows',
    escape_formulas: !raw,
    quoted_match: /[\r\n]/, // for many readers either of the two ends a line
    cast: {
      boolean: (value) => (value ? 'true' : 'false'),
      string: (value) => ({ value, escape_formulas: !raw && !isNegativeNumber(value) }),
    },
  });
}
