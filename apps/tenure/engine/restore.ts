import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { ExclusiveLock, extractLog, realFile, SqliteEventLog } from '@tenure/event-log';
import { secretFile } from '@tenure/log-secret';
import { LOG_RESTORED, type LogRestored, operationEvent, RESTORES, secretOfLog } from '@tenure/roles/engine';
import { sync } from './back-up.js';
import { createDataFolder, type DataFolder } from './data-folder.js';
import { BackupRefused, type VerifiedBackup, verifyBackup } from './verify-backup.js';

export interface RestoredLog extends VerifiedBackup {
  /** Of the event that records the restore: what lies behind it is another history than before. */
  readonly position: string;
  /** What was there before, under its new names. */
  readonly setAside: readonly string[];
}

/**
 * Puts the log of a backup into a data folder, after it has been verified, and records in it that it was restored. The log comes into its place by one
 * renaming: cut off before, there is no log in the folder, and an engine says so; run again it begins anew. Read models are left to the
 * next start, which sees of which log they are.
 * @throws BackupRefused, LogRefused
 */
export async function restore(backup: string, folder: DataFolder, { replace, now }: { readonly replace: boolean; readonly now: Date }): Promise<RestoredLog> {
  const verified = await verifyBackup(backup);
  createDataFolder(folder);
  const lock = new ExclusiveLock(realFile(folder.events));
  try {
    if (!replace && (statSync(folder.events, { throwIfNoEntry: false })?.size ?? 0) > 0) {
      throw new BackupRefused(`${folder.path} holds a log already. Name another folder, or say --replace: what is there is kept under another name.`);
    }
    const draft = `${folder.events}.restoring`;
    for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(`${draft}${suffix}`, { force: true });
    extractLog(backup, draft);
    const stamp = now.toISOString().replaceAll(/[:.]/g, '');
    const setAside = await putSecret(verified, folder, stamp);
    const position = await record(draft, verified, folder, now);
    rmSync(`${draft}.lock`, { force: true });
    sync(draft);
    for (const suffix of ['-shm', '-wal', '']) setAside.push(...renamed(`${folder.events}${suffix}`, `${folder.events}.set-aside-${stamp}${suffix}`));
    // What was kept of long histories belongs to the log before.
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${folder.snapshots}${suffix}`, { force: true });
    renameSync(draft, folder.events);
    sync(folder.path);
    return { ...verified, position, setAside };
  } finally {
    lock.release();
  }
}

/** Another one that lies there is kept: it belongs to what was there. */
async function putSecret({ manifest }: VerifiedBackup, { logSecret }: DataFolder, stamp: string): Promise<string[]> {
  const store = secretFile(logSecret);
  if (manifest.logSecret === null || (existsSync(logSecret) && (await store.read()) === manifest.logSecret)) return [];
  const setAside = renamed(logSecret, `${logSecret}.set-aside-${stamp}`);
  await store.keep(manifest.logSecret);
  return setAside;
}

async function record(draft: string, { manifest, sha256 }: VerifiedBackup, { logSecret }: DataFolder, now: Date): Promise<string> {
  const log: SqliteEventLog = await SqliteEventLog.open(draft);
  try {
    const { madeAt, events, position, eventId } = manifest;
    const data: LogRestored = { restoredAt: now.toISOString(), backup: { madeAt, events, position, eventId, sha256 } };
    const event = await operationEvent(secretOfLog(log, null, secretFile(logSecret)), LOG_RESTORED, data, 'tenure restore');
    const expected = (await log.readStream(RESTORES)).at(-1)?.revision ?? 'no-stream';
    const result = await log.append({ stream: RESTORES, expected, events: [event] });
    if (result.outcome === 'conflict') throw new Error('Somebody else writes to a log that is being restored.');
    return result.position;
  } finally {
    await log.close();
  }
}

function renamed(from: string, to: string): string[] {
  if (!existsSync(from)) return [];
  renameSync(from, to);
  return [to];
}
