import { existsSync, renameSync } from 'node:fs';

/**
 * Renames a file of read models that must not be used any more, and returns its new name: it is kept for investigation. No process may
 * have it open. If interrupted between two renames, the file is left without its latest commits, and is set aside again.
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
