import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeBackup } from '@tenure/event-log';
import { secretFile } from '@tenure/log-secret';
import type { DataFolder } from './data-folder.js';
import { BackupRefused, type VerifiedBackup, verifyBackup } from './verify-backup.js';

export interface WrittenBackup extends VerifiedBackup {
  readonly file: string;
  readonly bytes: number;
}

/**
 * Copies the log as of one moment, with its secret, into one file, and reads it back. An engine may run on the log, and goes on
 * writing. The file has its name once it is whole: what a backup that was cut off leaves behind is called `.part`, and the next one replaces it.
 * @param to a folder, in which the file gets a name of its own, or the file
 * @throws BackupRefused, LogRefused
 */
export async function backUp({ events, logSecret, path }: DataFolder, to: string, now: Date): Promise<WrittenBackup> {
  if (!existsSync(events)) throw new BackupRefused(`There is no log in ${path}. Name the folder that holds one with --data.`);
  const file = fileFor(to, now);
  if (existsSync(file)) throw new BackupRefused(`${file} is there already. A backup is never overwritten: name another file, or a folder.`);
  const draft = `${file}.part`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  rmSync(draft, { force: true });
  writeBackup(events, draft, await secretFile(logSecret).read(), now);
  sync(draft);
  const verified = await verifyBackup(draft);
  // Unlike a renaming it fails where somebody has put a file of this name meanwhile.
  linkSync(draft, file);
  rmSync(draft);
  sync(dirname(file));
  return { ...verified, file, bytes: statSync(file).size };
}

function fileFor(to: string, now: Date): string {
  const isFolder = /[/\\]$/.test(to) || statSync(to, { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? join(resolve(to), `tenure-${now.toISOString().replaceAll(/[:.]/g, '')}.backup`) : resolve(to);
}

export function sync(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
