import { existsSync, renameSync } from 'node:fs';

/**
 * Renames a file of read models that is not to be used any more, and answers its new name: it is kept for whoever wants to know what has
 * happened. Nobody has it open. Cut off between two renames it is as it was without its latest commits, and is set aside again.
 */
export function setAside(file: string, now: Date): string {
  const kept = freeName(`${file}.set-aside-${now.toISOString().replaceAll(/[:.]/g, '')}`);
  for (const suffix of ['-shm', '-wal', '']) {
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, `${kept}${suffix}`);
  }
  return kept;
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let n = 2; existsSync(name) || existsSync(`${name}-wal`); n++) name = `${wanted}-${n}`;
  return name;
}
