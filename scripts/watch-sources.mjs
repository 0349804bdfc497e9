// Reports changed TypeScript sources once they are written.
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Editors write several files at once, and some of them twice. */
const SETTLED_MS = 50;
const root = fileURLToPath(new URL('..', import.meta.url));

/** Awaits `changed(files)`, paths from the root, after each burst of writes. Files written meanwhile come with the next call, immediately. */
export function watchSources(folders, changed) {
  let files = new Set();
  let settled = null;
  let works = false;
  for (const folder of folders) {
    watch(join(root, folder), { recursive: true }, (_, file) => {
      if (!file?.endsWith('.ts') || /(^|[\\/])(node_modules|dist)[\\/]/.test(file)) return;
      files.add(join(folder, file).replaceAll('\\', '/'));
      clearTimeout(settled);
      settled = setTimeout(keepUp, SETTLED_MS);
    });
  }

  async function keepUp() {
    if (works) return;
    works = true;
    while (files.size > 0) {
      const burst = [...files];
      files = new Set();
      await changed(burst);
    }
    works = false;
  }
}
