import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where downloads and builds of test servers live, outside any checkout: TENURE_CACHE, else `~/.cache/tenure`. */
export function cacheFolder(): string {
  return resolve(process.env.TENURE_CACHE ?? join(homedir(), '.cache', 'tenure'));
}

/**
 * The folder `name` of the cache; `make` fills it the first time. It appears whole or not at all, so two processes may
 * make it at once, and one that dies leaves nothing that looks finished.
 */
export async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  await mkdir(cacheFolder(), { recursive: true });
  const unfinished = await mkdtemp(join(cacheFolder(), `${name}.`));
  try {
    await make(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
