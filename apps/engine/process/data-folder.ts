import { mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { diskSentence, LogRefused } from '@tenure/event-log';

/** Where each file is in the folder that `TENURE_DATA` names. */
export interface DataFolder {
  readonly path: string;
  readonly events: string;
  readonly readModels: string;
  /** Folded state of customers with long histories; may be lost. */
  readonly snapshots: string;
  /** The keys that personal data in the log is sealed with, themselves sealed with the log's secret. Belongs to the log, and into every backup of it. */
  readonly vault: string;
  /** The key of the log's hashes. Belongs to the log, and into every backup of it. */
  readonly logSecret: string;
  /** The keys by which the addresses of callers with access are sealed, one a month. */
  readonly accessSecrets: string;
  /** Where a running engine says how to reach it; readable by its user only. */
  readonly engineFile: string;
  /** Temporary files of an engine; emptied by each start. */
  readonly scratch: string;
}

export function dataFolder(path: string): DataFolder {
  const folder = resolve(path);
  return {
    path: folder,
    events: join(folder, 'events.db'),
    readModels: join(folder, 'read-models.db'),
    snapshots: join(folder, 'snapshots.db'),
    vault: join(folder, 'vault.db'),
    logSecret: join(folder, 'log-secret'),
    accessSecrets: join(folder, 'access-secrets'),
    engineFile: join(folder, 'engine.json'),
    scratch: join(folder, 'scratch'),
  };
}

export function createDataFolder(folder: DataFolder): void {
  try {
    makeFolder(folder.path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const ofDisk = diskSentence(error, 'start again', `the data folder ${folder.path} cannot be made`);
    throw new LogRefused(
      'not-writable',
      ofDisk ?? `Cannot make the data folder ${folder.path} (${code}). Give this user the right to write there, or choose another with --data.`,
      { cause: error },
    );
  }
}

/** Creates one folder at a time: Node's own recursive mkdir never returns where the system cannot create folders, as in /proc. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(path).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    mkdirSync(path, { mode: 0o700 });
  }
}
