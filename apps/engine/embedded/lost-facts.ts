import { statSync } from 'node:fs';
import { LogRefused } from '@tenure/event-log';
import type { SqliteEventLog } from '@tenure/event-log/sqlite';
import { standingOf } from '@tenure/read-store/sqlite';
import { holdsKeys } from '@tenure/vault/sqlite';
import type { DataFolder } from '../process/data-folder.js';

/**
 * Checks whether there should be a log before it is opened, which would create an empty one.
 * @throws LogRefused when the log's file is missing or empty, and something beside it says that there were events
 */
export function refuseMissingLog(folder: DataFolder): void {
  if (sizeOf(folder.events) > 0) return;
  const besideIt = standing(folder) ?? (sizeOf(`${folder.events}-wal`) > 0 ? 'its write-ahead log is there' : null);
  const evidence = besideIt ?? vault(folder) ?? secret(folder, Number.POSITIVE_INFINITY);
  if (evidence !== null) throw factsMissing(folder, sizeOf(folder.events) === 0 ? 'is empty' : 'is missing', evidence);
}

/** Checks again once the log is open. @throws LogRefused when it has no events, and something beside it says that there were some */
export async function refuseEmptiedLog(folder: DataFolder, log: Pick<SqliteEventLog, 'head' | 'opened'>): Promise<void> {
  if ((await log.head()) !== null) return;
  const evidence = standing(folder) ?? vault(folder) ?? secret(folder, log.opened.madeAt);
  if (evidence !== null) throw factsMissing(folder, 'holds no events', evidence);
}

function factsMissing({ events, path }: DataFolder, state: string, evidence: string): LogRefused {
  return new LogRefused(
    'facts-missing',
    `The log ${events} ${state}, but ${evidence}: events that were recorded are gone. Put the file back, or restore a backup with tenure restore FILE --data ${path}. ` +
      'To go on without them, for ever, start once with --accept-loss. Nothing was changed.',
  );
}

function standing({ readModels }: DataFolder): string | null {
  const position = standingOf(readModels);
  return position === null ? null : `the read models beside it stand at position ${position}`;
}

/** The log names its vault before the vault gets its first key. */
function vault({ vault: file }: DataFolder): string | null {
  return sizeOf(file) > 0 && holdsKeys(file) ? 'the vault beside it holds keys of its customers' : null;
}

/** A secret is made for a log that exists: one older than the log belonged to another. A `madeAt` of 0 is an unknown age, which proves nothing. */
function secret({ logSecret }: DataFolder, madeAt: number): string | null {
  const found = statSync(logSecret, { throwIfNoEntry: false });
  return found && found.mtimeMs < madeAt ? 'the secret of an earlier log lies beside it' : null;
}

/** -1: no such file. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? -1;
}
