import type { Checkpoint, DocumentChange, Parked } from '../read-store.js';
import { type PieceRecord, pieceId } from './database.js';
import type { SharedRequests } from './shared-requests.js';
import { checkOf, checkOfPiece } from './soundness.js';
import { sumId } from './sum-id.js';

/** The full result of one commit of one partition: it can be carried out from this alone, once or many times. */
export interface Intent {
  readonly commit: number;
  readonly views: readonly ViewIntent[];
}

export interface ViewIntent {
  readonly view: string;
  readonly documents: readonly DocumentChange[];
  /** Final amounts, not increments. */
  readonly sums: ReadonlyArray<readonly [cell: string, amount: number]>;
  readonly park: readonly Parked[];
  readonly unpark: readonly string[];
  readonly checkpoint: Checkpoint | null;
}

export function encodeIntent(intent: Intent): Buffer {
  return Buffer.from(JSON.stringify(intent));
}

export function decodeIntent(bytes: Uint8Array): Intent {
  return JSON.parse(Buffer.from(bytes).toString());
}

/** Nothing but checkpoints: then only the partition's record has to be written. */
export function onlyMoves({ views }: Intent): boolean {
  return views.every(({ documents, sums, park, unpark }) => documents.length + sums.length + park.length + unpark.length === 0);
}

/**
 * All views and kinds at once, in any order: each record has its own guard, and the whole is repeated until it succeeds. Pieces
 * are the exception: they are written before the documents that name them, and removed after the documents no longer do.
 */
export async function carryOut({ commit, views }: Intent, partition: number, requests: SharedRequests): Promise<void> {
  await all(views, ({ view, documents }) => [
    requests.write(
      view,
      'pieces',
      documents.flatMap((document) => pieceRecords(document, partition)),
    ),
  ]);
  await all(views, ({ view, documents, sums, park, unpark }) => {
    const documentRecords = documents.map(({ key: _id, revision, body, division }) => {
      const said = { _id, partition, revision, body, ...(division && { pieces: division.ids }) };
      return { ...said, check: checkOf(said) };
    });
    const sumRecords = sums.map(([cell, amount]) => ({ _id: sumId(partition, cell), amount, commit }));
    const parkedRecords = [
      ...unpark.map((key) => ({ _id: key, partition, commit, parked: null })),
      ...park.map(({ key, revision, eventType, reason, parkedAt }) => ({ _id: key, partition, commit, parked: { revision, eventType, reason, parkedAt } })),
    ];
    return [requests.write(view, 'documents', documentRecords), requests.write(view, 'sums', sumRecords), requests.write(view, 'parked', parkedRecords)];
  });
  await all(views, ({ view, documents }) => [
    requests.removePieces(
      view,
      documents.flatMap(({ key, division }) => (division?.dropped ?? []).map((id) => pieceId(key, id))),
    ),
  ]);
}

function pieceRecords({ key, revision, division }: DocumentChange, partition: number): PieceRecord[] {
  return (division?.added ?? []).map(({ id, text }) => {
    const said = { _id: pieceId(key, id), partition, revision, text };
    return { ...said, check: checkOfPiece(said) };
  });
}

/** Rejects with the first failure, once no write is in flight any more. */
async function all(views: Intent['views'], work: (view: ViewIntent) => Array<Promise<void>>): Promise<void> {
  const outcomes = await Promise.allSettled(views.flatMap(work));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
