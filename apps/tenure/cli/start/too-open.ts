import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shellQuoted } from '@tenure/shape/shell-quoted';

/** In these lies what opens or tells everything, keys, secrets, customers; also in what a restore has set aside, or left half made. */
const kept =
  /^(log-secret|access-secrets|engine\.json|(events|read-models|snapshots)\.db(\.restoring)?(-wal|-shm)?|(log-secret|(events|read-models)\.db)\.set-aside-.*)$/;
const OTHERS = 0o077;

/** A sentence for what other users of the machine could read in the data folder, with the remedy. A closed folder closes all that is in it. */
export function tooOpen(data: string): string[] {
  const folder = resolve(data);
  if (process.platform === 'win32' || !isOpen(folder)) return [];
  const open = readdirSync(folder).filter((name) => kept.test(name) && isOpen(join(folder, name)));
  if (open.length === 0) return [];
  const paths = open.map((name) => shellQuoted(join(folder, name)));
  return [`WARNING: other users of this machine can read ${open.join(', ')} in ${folder}. Close them: chmod -R go-rwx ${paths.join(' ')}`];
}

const isOpen = (path: string): boolean => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & OTHERS) !== 0;
