import { Binary } from 'mongodb';
import { WritesLost } from '../errors.js';
import type { Database, PartitionRecord } from './database.js';

/** An intent up to this size travels in the record of its partition, in the same write that decides the commit. */
export const INLINE_BYTES = 4 * 1024 * 1024;
/** A record of MongoDB holds 16 MiB. */
const PIECE_BYTES = 12 * 1024 * 1024;

/** Puts an intent where `readIntent` finds it once the partition's record refers to it; until then it has no effect. */
export async function storeIntent(
  bytes: Buffer,
  { partition, epoch, commit }: { partition: number; epoch: number; commit: number },
  database: Database,
): Promise<Pick<PartitionRecord, 'intent' | 'pieces'>> {
  if (bytes.length <= INLINE_BYTES) return { intent: new Binary(bytes) };
  const count = Math.ceil(bytes.length / PIECE_BYTES);
  for (let piece = 0; piece < count; piece++) {
    const part = new Binary(bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES));
    await database.intents.replaceOne({ _id: pieceId(partition, epoch, commit, piece) }, { bytes: part }, { upsert: true });
  }
  return { pieces: { epoch, count } };
}

/** The bytes of the commit in progress. */
export async function readIntent({ _id: partition, commit, intent, pieces }: PartitionRecord, database: Database): Promise<Uint8Array> {
  if (intent) return intent.value();
  const parts: Uint8Array[] = [];
  for (let piece = 0; piece < (pieces?.count ?? 0); piece++) {
    const found = await database.intents.findOne({ _id: pieceId(partition, pieces!.epoch, commit, piece) });
    if (!found) throw new WritesLost(partition, commit, commit - 1);
    parts.push(found.bytes.value());
  }
  return Buffer.concat(parts);
}

/** Removes the pieces of this epoch and of earlier ones, when no commit is in progress; those of a later writer stay. */
export async function dropPieces(partition: number, epoch: number, database: Database): Promise<void> {
  await database.intents.deleteMany({ _id: { $gte: epochId(partition, 0), $lt: epochId(partition, epoch + 1) } });
}

function epochId(partition: number, epoch: number): string {
  return `${partition}|${String(epoch).padStart(12, '0')}`;
}

function pieceId(partition: number, epoch: number, commit: number, piece: number): string {
  return `${epochId(partition, epoch)}|${commit}|${piece}`;
}
