import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** What a running engine leaves beside its data, so that the command line on the same machine finds it. */
export interface EngineFile {
  readonly url: string;
  readonly pid: number;
  /** Has all roles; lives as long as the engine does. */
  readonly token: string;
}

/** Readable by its user only. */
export function writeEngineFile(path: string, content: EngineFile): void {
  rmSync(path, { force: true });
  writeFileSync(path, `${JSON.stringify(content)}\n`, { mode: 0o600 });
}

/** Removes only this engine's own file: a later engine on the same folder may have written another since. */
export function removeEngineFile(path: string, token: string): void {
  try {
    const { token: written } = JSON.parse(readFileSync(path, 'utf8')) as EngineFile;
    if (written === token) rmSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** The engine that the file names, or null. A file left behind by a process that is gone counts as null, too. */
export function readEngineFile(path: string, isAlive: (pid: number) => boolean = isRunning): EngineFile | null {
  let value: Partial<EngineFile>;
  try {
    value = JSON.parse(readFileSync(path, 'utf8')) as Partial<EngineFile>;
  } catch {
    return null; // not there, of another user, or half-written: the lock of the log has the last word on who may write
  }
  const { url, pid, token } = value ?? {};
  if (typeof url !== 'string' || typeof token !== 'string' || !Number.isSafeInteger(pid)) return null;
  return isAlive(pid as number) ? { url, pid: pid as number, token } : null;
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
