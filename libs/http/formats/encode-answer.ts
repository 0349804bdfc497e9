import type { Answer, AnswerEncoding, EncodedAnswer, Query, Row } from '@tenure/querying';
import { asOfBody } from '../freshness/as-of.js';
import { bytesOf } from './bytes-of.js';
import { encodeRows } from './encode-rows.js';
import { jsonPieces } from './json-pieces.js';

/**
 * An answer encoded for sending. A table of a million cells takes more than a second: a thread encodes it, and other work gets its
 * turn between two pieces. `next`: of `Slices`. @throws whatever `next` throws
 */
export async function encodeAnswer(
  // biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
  query: Query<any>,
  { answer, asOf }: Answer,
  encoding: AnswerEncoding,
  next: () => Promise<void>,
): Promise<EncodedAnswer> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of piecesOf(query, { answer, asOf }, encoding)) {
    pieces.push(piece);
    await next();
  }
  const { revision, sealed, next: cursor } = answer as { revision?: unknown; sealed?: unknown; next?: unknown };
  // A sealed part may be opened later, at the same revision: without an ETag the caller is sent the answer again.
  const isNamed = typeof revision === 'number' && sealed === undefined;
  return { asOf, revision: isNamed ? revision : null, next: typeof cursor === 'string' ? cursor : null, pieces };
}

// biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
async function* piecesOf(query: Query<any>, { answer, asOf }: Answer, { format, ...csv }: AnswerEncoding): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (format === 'json') {
    for (const text of jsonPieces({ ...answer, asOf: asOfBody(asOf) })) yield bytesOf(text);
    return;
  }
  const rows = (query.rows as (answer: object) => Iterable<Row>)(answer);
  const columns = (query.columns as ((answer: object) => readonly string[]) | undefined)?.(answer);
  for await (const { bytes } of encodeRows(rows, { format, ...csv }, columns)) yield bytes;
}
