import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running engine leaves beside its data for the command line of the same user. */
export interface EngineFile {
  readonly url: string;
  readonly pid: number;
  readonly token: string;
}

/** The engine that says it runs on this folder, or null. One whose process is gone has left its file behind: null too. */
export function readEngineFile(dataFolder: string, isAlive: (pid: number) => boolean = isRunning): EngineFile | null {
  let value: Partial<EngineFile>;
  try {
    value = JSON.parse(readFileSync(join(dataFolder, 'engine.json'), 'utf8')) as Partial<EngineFile>;
  } catch {
    return null; // not there, of another user, or half-written: the lock of the log has the last word on who may write
  }
  const { url, pid, token } = value ?? {};
  if (typeof url !== 'string' || typeof token !== 'string' || !Number.isSafeInteger(pid)) return null;
  return isAlive(pid as number) ? { url, pid: pid as number, token } : null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
