import { SumTooLarge } from '../errors.js';
import type { DocumentChange, View, ViewChanges } from '../read-store.js';
import { nameOf, type ViewCheckpoint } from './database.js';
import { DocumentTooLarge } from './errors.js';
import type { Intent, ViewIntent } from './intent.js';
import type { PartitionSums } from './partition-sums.js';

/** Room for the other fields of a record of 16 MiB. */
const LARGEST_BODY = 16 * 1024 * 1024 - 16 * 1024;
/** A UTF-16 unit takes at most three bytes of UTF-8: shorter texts need no count. */
const SURELY_SMALL = LARGEST_BODY / 3;

/** Works out the result of a commit. Reads, but writes nothing. Throws `DocumentTooLarge`, `SumTooLarge`. */
export async function planCommit(commit: number, changes: ReadonlyMap<View, ViewChanges>, sums: PartitionSums): Promise<Intent> {
  const views = [...changes].map(async ([view, change]): Promise<ViewIntent> => {
    const name = nameOf(view);
    for (const document of change.documents) refuseTooLarge(name, document);
    const amounts = await sums.after(view, change.sums);
    for (const [cell, amount] of amounts) if (!Number.isSafeInteger(amount)) throw new SumTooLarge(name, cell, amount);
    return {
      view: name,
      documents: change.documents,
      sums: amounts,
      park: change.park ?? [],
      unpark: change.unpark ?? [],
      checkpoint: change.checkpoint ?? null,
    };
  });
  return { commit, views: await Promise.all(views) };
}

/** The checkpoints of all views after a commit. */
export function checkpointsAfter(before: readonly ViewCheckpoint[], { views }: Intent): ViewCheckpoint[] {
  const moved = views.flatMap(({ view, checkpoint }) => (checkpoint ? [{ view, ...checkpoint }] : []));
  const names = new Set(moved.map(({ view }) => view));
  return [...before.filter(({ view }) => !names.has(view)), ...moved];
}

function refuseTooLarge(view: string, { key, body, division }: DocumentChange): void {
  for (const text of [body, ...(division?.added ?? []).map((piece) => piece.text)]) {
    if (text.length <= SURELY_SMALL) continue;
    const bytes = Buffer.byteLength(text);
    if (bytes > LARGEST_BODY) throw new DocumentTooLarge(view, key, bytes);
  }
}
