import type { AsOf } from './freshness.js';

/** How rows are written. `raw` and `bom` concern CSV. */
export interface RowEncoding {
  readonly format: 'csv' | 'ndjson';
  readonly raw: boolean;
  readonly bom: boolean;
}

/** How an answer is written. */
export interface AnswerEncoding extends Omit<RowEncoding, 'format'> {
  readonly format: 'json' | RowEncoding['format'];
}

/** An answer as bytes, and the facts about it that go into headers. */
export interface EncodedAnswer {
  readonly asOf: AsOf;
  /** Revision of the customer that the answer is about, used as ETag; null where it is about no customer, or part of it stays sealed. */
  readonly revision: number | null;
  /** The cursor of the next page; null on the last page. */
  readonly next: string | null;
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
}

/** A piece of an answer made of rows, and how many rows are in it. */
export interface ExportPiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
}
