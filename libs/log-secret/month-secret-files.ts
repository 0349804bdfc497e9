import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MonthSecrets } from './month-secrets.js';
import { secretFile } from './secret-file.js';

/** One file a month in a folder that only its user may read. */
export function monthSecretFiles(folder: string): MonthSecrets {
  return {
    of: (month) => secretFile(join(folder, month)),
    async destroyBefore(month) {
      const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      for (const name of names) if (/^\d{4}-\d\d$/.test(name) && name < month) await rm(join(folder, name));
    },
  };
}
