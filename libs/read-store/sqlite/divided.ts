import type { Statement } from 'better-sqlite3';
import { joinPieces, type Piece } from '../pieces.js';

/** The pieces of a document in the order of its frame. `ids`: as the document's row has them. */
export function inOrder(ids: string, found: readonly Piece[]): Piece[] {
  const byId = new Map(found.map((piece) => [piece.id, piece]));
  return (JSON.parse(ids) as string[]).map((id) => byId.get(id)!);
}

/** A document's whole text. `pieces`: returns the pieces of a key. */
export function wholeText(key: string, body: string, ids: string | null, pieces: Statement): string {
  if (ids === null) return body;
  return joinPieces(
    body,
    inOrder(ids, pieces.all(key) as Piece[]).map(({ text }) => text),
  );
}
