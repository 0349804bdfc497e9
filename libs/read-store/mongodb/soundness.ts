import { crc32 } from 'node:zlib';
import { DocumentDamaged } from '../errors.js';
import type { DocumentRecord, PieceRecord } from './database.js';

/**
 * Covers all that a document's record says. It detects changes by a disk or by hand. An attacker can recompute it, and is detected by a check against the log.
 */
export function checkOf({ _id, revision, body, pieces = [] }: Pick<DocumentRecord, '_id' | 'revision' | 'body' | 'pieces'>): number {
  return crc32(body, crc32(`${_id}|${revision}|${pieces.join()}`));
}

export function checkOfPiece({ _id, text }: Pick<PieceRecord, '_id' | 'text'>): number {
  return crc32(text, crc32(_id));
}

/** Records from before checks pass. @throws DocumentDamaged */
export function requireSound(record: DocumentRecord): void {
  const { check, body } = record;
  if (check !== undefined && (typeof body !== 'string' || checkOf(record) !== check)) throw damaged(record._id);
}

/** @param key the customer @throws DocumentDamaged */
export function requireSoundPiece(key: string, record: Pick<PieceRecord, '_id' | 'text' | 'check'>): void {
  const { check, text } = record;
  if (check !== undefined && (typeof text !== 'string' || checkOfPiece(record) !== check)) throw damaged(key);
}

const damaged = (key: string) => new DocumentDamaged(key, new Error('its checksum does not match what is stored'));
