import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** A private folder for temporary files of a process: read models of an earlier moment, spooled imports. */
export interface ScratchFolder {
  readonly path: string;
  close(): void;
}

/** Of this process, which may hold several engines. */
const own = new Set<string>();

/**
 * Created under `parent`. Leftovers of killed processes are removed first: all of them if this process has `parent` to itself, else those of processes
 * of this host that no longer run.
 */
export function openScratchFolder(parent: string, { alone }: { readonly alone: boolean }): ScratchFolder {
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(parent)) {
    if (alone || isLeftOver(name)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const name = `${hostname()}.${process.pid}.${randomBytes(6).toString('hex')}`;
  own.add(name);
  const path = join(parent, name);
  mkdirSync(path, { mode: 0o700 });
  return { path, close: () => rmSync(path, { recursive: true, force: true }) };
}

/** Our own process number with an unknown name means an earlier process: in a container each start has the same number. */
function isLeftOver(name: string): boolean {
  const [, host, pid] = /^(.*)\.(\d+)\.[0-9a-f]+$/.exec(name) ?? [];
  if (host !== hostname() || own.has(name)) return false;
  return Number(pid) === process.pid || !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
