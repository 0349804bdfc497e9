import type { AsOf } from './freshness.js';

/** How rows are to be written. `raw` and `bom` are about CSV. */
export interface RowEncoding {
  readonly format: 'csv' | 'ndjson';
  readonly raw: boolean;
  readonly bom: boolean;
}

/** How an answer is to be written. */
export interface AnswerEncoding extends Omit<RowEncoding, 'format'> {
  readonly format: 'json' | RowEncoding['format'];
}

/** An answer as bytes, and what of it goes before them. */
export interface EncodedAnswer {
  readonly asOf: AsOf;
  /** Of the customer that it is about, by which it is known again (ETag); null where it is about none, or something of it stays sealed. */
  readonly revision: number | null;
  /** The cursor of the next page; null where there is none. */
  readonly next: string | null;
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
}

/** A piece of an answer made of rows, and how many rows are in it. */
export interface ExportPiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
}
