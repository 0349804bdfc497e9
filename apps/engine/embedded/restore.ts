import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { diskSentence, LOG_RESTORED, type LogRestored, RESTORES } from '@tenure/event-log';
import { completeFile, ExclusiveLock, extractLog, realFile, SqliteEventLog } from '@tenure/event-log/sqlite';
import { readableSecret, type SecretStore, secretFile } from '@tenure/log-secret';
import { recordingOperations } from '@tenure/operating';
import { takeVaultOut } from '@tenure/vault/sqlite';
import { createDataFolder, type DataFolder } from '../process/data-folder.js';
import { secretOfLog } from '../process/secret-of-log.js';
import { sync } from './back-up.js';
import { MovedFiles } from './moved-files.js';
import { BackupRefused, type VerifiedBackup, verifyBackup } from './verify-backup.js';

export interface RestoredLog extends VerifiedBackup {
  /** Position of the event that records the restore: from there on the history differs from the one before. */
  readonly position: string;
  /** The files that were there before, under their new names. */
  readonly setAside: readonly string[];
}

export interface RestoreOptions {
  readonly replace: boolean;
  readonly now: Date;
  /** The value of `TENURE_LOG_SECRET`: the secret of a backup that contains none. */
  readonly givenSecret: string | null;
}

/**
 * Puts the log of a backup into a data folder, after verifying it, and records in it that it was restored. The log takes its place by a single
 * rename. If the restore is cut off before that, the old log is there whole, or there is no log and an engine says so; a second run starts from
 * scratch. A restore that fails puts back the files it set aside, or names them. Read models are left to the next start, which sees whose they are.
 * @throws BackupRefused, LogRefused, LogSecretMissing
 */
export async function restore(backup: string, folder: DataFolder, { replace, now, givenSecret }: RestoreOptions): Promise<RestoredLog> {
  const verified = await verifyBackup(backup, givenSecret);
  createDataFolder(folder);
  const lock = new ExclusiveLock(realFile(folder.events));
  const draft = `${folder.events}.restoring`;
  const vaultDraft = `${folder.vault}.restoring`;
  const setAside = new MovedFiles();
  let secret: RestoredSecret | undefined;
  let [inPlace, vaultInPlace] = [false, false];
  try {
    if (!replace && (statSync(folder.events, { throwIfNoEntry: false })?.size ?? 0) > 0) {
      throw new BackupRefused(`${folder.path} holds a log already. Name another folder, or say --replace: what is there is kept under another name.`);
    }
    removeDraft(draft);
    removeDraft(vaultDraft);
    extractLog(backup, draft);
    const hasVault = await takeVaultOut(draft, vaultDraft);
    secret = await secretFor(verified, folder, givenSecret);
    const position = await record(draft, verified, secret, now);
    rmSync(`${draft}.lock`, { force: true });
    sync(draft);
    const stamp = now.toISOString().replaceAll(/[:.]/g, '');
    moveAway(folder, setAside, stamp);
    await putSecret(secret, folder, setAside, stamp);
    if (hasVault) {
      sync(vaultDraft);
      renameSync(vaultDraft, folder.vault);
      vaultInPlace = true;
    }
    renameSync(draft, folder.events);
    inPlace = true;
    sync(folder.path);
    return { ...verified, position, setAside: setAside.names };
  } catch (error) {
    removeDraft(draft);
    removeDraft(vaultDraft);
    if (vaultInPlace && !inPlace) rmSync(folder.vault);
    // Files of the old log must not be beside the restored log or its secret.
    if (!inPlace && (await tookSecretAway(secret, folder))) setAside.putBack();
    throw setAside.names.length === 0 ? error : notPutBack(error, setAside);
  } finally {
    lock.release();
  }
}

/** Sets the old log and its vault aside, each whole. The main file goes first, so that under its own name it is never without its write-ahead log. */
function moveAway({ events, vault, snapshots }: DataFolder, setAside: MovedFiles, stamp: string): void {
  for (const file of [events, vault]) {
    if (existsSync(file)) completeFile(file);
    for (const suffix of ['', '-wal', '-shm']) setAside.move(`${file}${suffix}`, `${file}.set-aside-${stamp}${suffix}`);
  }
  // Snapshots of long histories belong to the old log.
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${snapshots}${suffix}`, { force: true });
}

function notPutBack(error: unknown, { names }: MovedFiles): BackupRefused {
  const reason =
    diskSentence(error, 'run it again with --replace') ?? `${error instanceof Error ? error.message : String(error)}. Run it again with --replace.`;
  return new BackupRefused(`The restore broke off, and what was there before is kept as ${names.join(', ')}. ${reason}`, { cause: error });
}

function removeDraft(draft: string): void {
  for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(`${draft}${suffix}`, { force: true });
}

/** The secret of the restored log, and the one to be kept beside it. */
interface RestoredSecret {
  readonly given: string | null;
  readonly store: SecretStore;
  /** Null if the file there is right, or the secret is given by a setting. */
  toKeep(): string | null;
}

/** From the backup, else the given one, else the one in the folder; a log without any gets one. Nothing is written yet. */
async function secretFor({ manifest }: VerifiedBackup, { logSecret }: DataFolder, given: string | null): Promise<RestoredSecret> {
  const there = await readableSecret(secretFile(logSecret));
  let secret = manifest.logSecret ?? (given === null ? there : null);
  const keep = async (made: string) => {
    secret = made;
    return made;
  };
  const store = { place: manifest.logSecret === null ? `the file ${logSecret}` : 'the backup', read: async () => secret, keep };
  return { given: manifest.logSecret === null ? given : null, store, toKeep: () => (secret === there ? null : secret) };
}

/** Another secret in the folder is set aside, and so is an invalid one: it belongs to the old log. */
async function putSecret({ given, toKeep }: RestoredSecret, { logSecret }: DataFolder, setAside: MovedFiles, stamp: string): Promise<void> {
  const store = secretFile(logSecret);
  const secret = toKeep();
  if (secret === null && (given !== null || (await readableSecret(store)) !== null)) return;
  setAside.move(logSecret, `${logSecret}.set-aside-${stamp}`);
  if (secret !== null) await store.keep(secret);
}

/** After a failed restore: the old log has another secret, or none. False if the new one cannot be removed; the error reported is the earlier one. */
async function tookSecretAway(secret: RestoredSecret | undefined, { logSecret }: DataFolder): Promise<boolean> {
  const kept = secret?.toKeep() ?? null;
  if (kept === null) return true;
  try {
    if ((await readableSecret(secretFile(logSecret))) === kept) rmSync(logSecret);
    return true;
  } catch {
    return false;
  }
}

async function record(draft: string, { manifest, sha256 }: VerifiedBackup, { given, store }: RestoredSecret, now: Date): Promise<string> {
  const log: SqliteEventLog = await SqliteEventLog.open(draft);
  try {
    const { madeAt, events, position, eventId } = manifest;
    const data: LogRestored = { restoredAt: now.toISOString(), backup: { madeAt, events, position, eventId, sha256 } };
    return await recordingOperations(log, secretOfLog(log, given, store))({ stream: RESTORES, type: LOG_RESTORED, data, actor: 'tenure restore' });
  } finally {
    await log.close();
  }
}
