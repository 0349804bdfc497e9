import type { Row } from '@tenure/projecting';
import { stringify } from 'csv-stringify/sync';

/** A piece of an answer made of rows, and how many rows are in it. */
export interface EncodedRows {
  readonly text: string;
  readonly rows: number;
}

/** How rows become text. */
export interface RowFormat {
  readonly format: 'csv' | 'ndjson';
  /** Cells as they are, for programs: a spreadsheet would run some of them as formulas. CSV only. */
  readonly raw?: boolean;
  /** A byte order mark first, by which spreadsheets know UTF-8. CSV only. */
  readonly bom?: boolean;
}

const ROWS_PER_PIECE = 500;
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows as CSV (RFC 4180, with a header, cells that a spreadsheet would run as formulas made harmless) or NDJSON, in
 * pieces, so that nothing is held whole. Without columns the first row names them.
 */
export async function* encodeRows(
  rows: AsyncIterable<Row> | Iterable<Row>,
  { format, raw = false, bom = false }: RowFormat,
  columns?: readonly string[],
): AsyncGenerator<EncodedRows> {
  let header = columns;
  if (format === 'csv' && bom) yield { text: BYTE_ORDER_MARK, rows: 0 };
  if (format === 'csv' && columns) yield { text: csv([], columns, { header: true, raw }), rows: 0 };
  let piece: Row[] = [];
  const encode = (): EncodedRows => {
    if (format === 'ndjson') return { text: piece.map((row) => `${JSON.stringify(row)}\n`).join(''), rows: piece.length };
    const first = header === undefined;
    header ??= Object.keys(piece[0] ?? {});
    return { text: csv(piece, header, { header: first, raw }), rows: piece.length };
  };
  for await (const row of rows) {
    piece.push(row);
    if (piece.length < ROWS_PER_PIECE) continue;
    yield encode();
    piece = [];
  }
  if (piece.length > 0) yield encode();
}

/** `-12.50` is no formula: it stays a number that can be added up. `+49 30` would lose its plus, and is guarded. */
const isNegativeNumber = (text: string): boolean => /^-\d+(\.\d+)?$/.test(text);

function csv(rows: readonly Row[], columns: readonly string[], { header, raw }: { readonly header: boolean; readonly raw: boolean }): string {
  return stringify([...rows], {
    columns: [...columns],
    header,
    record_delimiter: 'windows',
    escape_formulas: !raw,
    quoted_match: /[\r\n]/, // one of the two alone ends a line for many readers
    cast: {
      boolean: (value) => (value ? 'true' : 'false'),
      string: (value) => ({ value, escape_formulas: !raw && !isNegativeNumber(value) }),
    },
  });
}
