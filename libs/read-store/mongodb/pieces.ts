import { setTimeout as delay } from 'node:timers/promises';
import { joinPieces, type Piece } from '../pieces.js';
import type { StoredDocument } from '../read-store.js';
import { type Database, type DocumentRecord, pieceId } from './database.js';
import { requireSound, requireSoundPiece } from './soundness.js';

/** A document that changes while its pieces are read names other pieces: then it is read again. */
const TRIES = 10;
const PAUSE_MS = 3;

/** The texts of a document's pieces, by the ids of their records; missing pieces are left out. @throws DocumentDamaged */
export async function piecesOf(database: Database, view: string, key: string, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await database
    .pieces(view)
    .find({ _id: { $in: ids.map((id) => pieceId(key, id)) } }, { projection: { text: 1, check: 1 } })
    .toArray();
  for (const piece of found) requireSoundPiece(key, piece);
  return new Map(found.map(({ _id, text }) => [_id, text]));
}

/** Throws when a piece is missing. */
export function inOrder(key: string, ids: readonly string[], texts: ReadonlyMap<string, string>): Piece[] {
  return ids.map((id) => {
    const text = texts.get(pieceId(key, id));
    if (text === undefined) throw new Error(`Piece ${id} of the document of customer "${key}" is missing: rebuild the read model.`);
    return { id, text };
  });
}

/** A document's whole text. Null when it has been removed meanwhile. @throws DocumentDamaged */
export async function wholeDocument(database: Database, view: string, record: DocumentRecord): Promise<StoredDocument | null> {
  let found: DocumentRecord | null = record;
  for (let tries = 1; found !== null; tries++) {
    requireSound(found);
    const { _id: key, revision, body, pieces: ids }: DocumentRecord = found;
    if (ids === undefined) return { key, revision, body };
    const texts = await piecesOf(database, view, key, ids);
    if (texts.size === ids.length || tries === TRIES) {
      const pieces = inOrder(key, ids, texts).map(({ text }) => text);
      return { key, revision, body: joinPieces(body, pieces) };
    }
    await delay(PAUSE_MS);
    found = await database.documents(view).findOne({ _id: key });
  }
  return null;
}
