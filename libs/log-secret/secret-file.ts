import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SecretStore } from './log-secret.js';
import { LogSecretMissing } from './log-secret-missing.js';

const shortest = 32;

/** A line of text in a file beside the log that only its user may read. Only the process that holds the log writes it. */
export function secretFile(path: string): SecretStore {
  const place = `the file ${path}`;
  async function read(): Promise<string | null> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return null;
    const secret = text.trim();
    if (secret.length < shortest) throw new LogSecretMissing('another', place);
    return secret;
  }
  return {
    place,
    read,
    async keep(secret) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const draft = `${path}.new`;
      await writeDurably(draft, `${secret}\n`);
      await rename(draft, path);
      await syncFolder(dirname(path));
      return secret;
    },
  };
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Flushes the folder, so that the file's name survives a power failure as well. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
