import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shellQuoted } from '@tenure/shape/shell-quoted';

/** Files with keys, secrets or customers, including those that a restore set aside or left unfinished. */
const kept =
  /^(log-secret|access-secrets|engine\.json|(events|read-models|snapshots)\.db(\.restoring)?(-wal|-shm)?|(log-secret|(events|read-models)\.db)\.set-aside-.*)$/;
const OTHERS = 0o077;

/** A warning, with the remedy, of files in the data folder that other users of the machine can read. A closed folder protects all its files. */
export function tooOpen(data: string): string[] {
  const folder = resolve(data);
  if (process.platform === 'win32' || !isOpen(folder)) return [];
  const open = readdirSync(folder).filter((name) => kept.test(name) && isOpen(join(folder, name)));
  if (open.length === 0) return [];
  const paths = open.map((name) => shellQuoted(join(folder, name)));
  return [`WARNING: other users of this machine can read ${open.join(', ')} in ${folder}. Close them: chmod -R go-rwx ${paths.join(' ')}`];
}

const isOpen = (path: string): boolean => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & OTHERS) !== 0;
