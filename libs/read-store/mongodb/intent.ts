import type { Checkpoint, Parked, StoredDocument } from '../read-store.js';
import type { SharedRequests } from './shared-requests.js';
import { sumId } from './sum-id.js';

/** What one commit of one partition comes to, in full: whoever holds it can carry it out, once or many times. */
export interface Intent {
  readonly commit: number;
  readonly views: readonly ViewIntent[];
}

export interface ViewIntent {
  readonly view: string;
  readonly documents: readonly StoredDocument[];
  /** Amounts as they are to stand, not what to add. */
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

/** Nothing but checkpoints: then the record of the partition is all there is to write. */
export function onlyMoves({ views }: Intent): boolean {
  return views.every(({ documents, sums, park, unpark }) => documents.length + sums.length + park.length + unpark.length === 0);
}

/** All views and kinds at once, in any order: each record is guarded by itself, and the whole is repeated until it is done. */
export async function carryOut({ commit, views }: Intent, partition: number, requests: SharedRequests): Promise<void> {
  const outcomes = await Promise.allSettled(
    views.flatMap(({ view, documents, sums, park, unpark }) => {
      const documentRecords = documents.map(({ key, revision, body }) => ({ _id: key, partition, revision, body }));
      const sumRecords = sums.map(([cell, amount]) => ({ _id: sumId(partition, cell), amount, commit }));
      const parkedRecords = [
        ...unpark.map((key) => ({ _id: key, partition, commit, parked: null })),
        ...park.map(({ key, revision, eventType, reason, parkedAt }) => ({ _id: key, partition, commit, parked: { revision, eventType, reason, parkedAt } })),
      ];
      return [requests.write(view, 'documents', documentRecords), requests.write(view, 'sums', sumRecords), requests.write(view, 'parked', parkedRecords)];
    }),
  );
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
