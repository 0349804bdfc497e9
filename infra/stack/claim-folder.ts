import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Servers keep their ports in their folder, so it can serve one stack at a time. Answers a function that releases the claim. */
export function claimFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'stack.pid');
  const holder = readHolder(file);
  if (holder !== null) {
    throw new Error(`A stack runs on ${folder} already (process ${holder}). Stop it, or give this one a folder of its own in TENURE_DATA.`);
  }
  writeFileSync(file, `${process.pid}\n`);
  return () => rmSync(file, { force: true });
}

/** The process that holds the folder; null when there is none, or it died without releasing it. */
function readHolder(file: string): number | null {
  let pid: number;
  try {
    pid = Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : null;
  }
}
