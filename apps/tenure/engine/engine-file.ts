import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** What a running engine leaves beside its data, so that the command line on the same machine finds it. */
export interface EngineFile {
  readonly url: string;
  readonly pid: number;
  /** All roles; it lives as long as the engine does. */
  readonly token: string;
}

export function writeEngineFile(path: string, content: EngineFile): void {
  rmSync(path, { force: true });
  writeFileSync(path, `${JSON.stringify(content)}\n`, { mode: 0o600 });
}

/** Only one's own: a later engine on the same folder may have written it anew. */
export function removeEngineFile(path: string, token: string): void {
  try {
    const { token: written } = JSON.parse(readFileSync(path, 'utf8')) as EngineFile;
    if (written === token) rmSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
