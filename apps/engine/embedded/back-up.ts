import { closeSync, constants, copyFileSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeBackup } from '@tenure/event-log/sqlite';
import { readableSecret, type SecretStore, secretFile } from '@tenure/log-secret';
import { VaultUnavailable } from '@tenure/vault';
import { putVaultIntoBackup } from '@tenure/vault/sqlite';
import type { DataFolder } from '../process/data-folder.js';
import { BackupRefused, type VerifiedBackup, verifyBackup } from './verify-backup.js';

export interface WrittenBackup extends VerifiedBackup {
  readonly file: string;
  readonly bytes: number;
}

export interface BackupOptions {
  readonly now: Date;
  /** The value of `TENURE_LOG_SECRET`. */
  readonly givenSecret: string | null;
}

/**
 * Copies the log as of one moment, with its secret and its vault, into one file, and reads it back. An engine may run on the log and continue
 * writing. The file gets its name once it is whole: a backup that was cut off leaves a `.part` file, which the next backup replaces.
 * @param to a folder, in which the file gets a name of its own, or the file
 * @throws BackupRefused, LogRefused
 */
export async function backUp({ events, vault, logSecret, path }: DataFolder, to: string, { now, givenSecret }: BackupOptions): Promise<WrittenBackup> {
  if (!existsSync(events)) throw new BackupRefused(`There is no log in ${path}. Name the folder that holds one with --data.`);
  const file = fileFor(to, now);
  if (existsSync(file)) throw new BackupRefused(`${file} is there already. A backup is never overwritten: name another file, or a folder.`);
  const draft = `${file}.part`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  rmSync(draft, { force: true });
  writeBackup(events, draft, await secretToKeep(secretFile(logSecret), givenSecret), now);
  try {
    putVaultIntoBackup(vault, draft);
  } catch (error) {
    rmSync(draft);
    throw error instanceof VaultUnavailable ? new BackupRefused(`No backup was made. ${error.message}`, { cause: error }) : error;
  }
  sync(draft);
  const verified = await verifyBackup(draft, givenSecret);
  giveName(draft, file);
  sync(dirname(file));
  return { ...verified, file, bytes: statSync(file).size };
}

/** A secret given by a setting is kept elsewhere: the file beside the log goes into the backup only if it holds the same secret. */
async function secretToKeep(store: SecretStore, given: string | null): Promise<string | null> {
  if (given === null) return store.read();
  return (await readableSecret(store)) === given ? given : null;
}

function fileFor(to: string, now: Date): string {
  const isFolder = /[/\\]$/.test(to) || statSync(to, { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? join(resolve(to), `tenure-${now.toISOString().replaceAll(/[:.]/g, '')}.backup`) : resolve(to);
}

/** Unlike a rename, a link fails if a file of this name was created meanwhile. */
function giveName(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    // File systems without hard links (FAT, some network shares): the file is copied there, and has its name before it is whole.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyTo(draft, file);
  }
  rmSync(draft);
}

/** A partial copy does not keep the name. */
function copyTo(draft: string, file: string): void {
  try {
    copyFileSync(draft, file, constants.COPYFILE_EXCL);
    sync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(file, { force: true });
    throw error;
  }
}

export function sync(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
