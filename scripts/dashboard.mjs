// Builds the dashboard to apps/dashboard/web, each file packed as well, and a copy beside the bundled programs. Rebuilt only when an input has changed.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'apps/dashboard');
const built = join(source, 'web');
const copy = join(root, 'bundle/apps/dashboard/web');
/** Not in the folder itself: what is in it is served. */
const stampFile = join(root, 'bundle/.dashboard-made-of.sha256');

export async function dashboard() {
  const of = madeOf();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === of && existsSync(built) && existsSync(copy)) return;
  const { build } = await import('vite');
  rmSync(stampFile, { force: true });
  await build({ configFile: join(source, 'vite.config.mjs'), logLevel: 'warn' });
  for (const file of files(built)) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  rmSync(copy, { recursive: true, force: true });
  cpSync(built, copy, { recursive: true });
  writeFileSync(stampFile, of);
}

/** Hash of the sources, of the client that they use, of the packages and of how it is done. */
function madeOf() {
  const hash = createHash('sha256');
  for (const file of [...files(source), ...files(join(root, 'libs/client')), join(root, 'package-lock.json'), fileURLToPath(import.meta.url)]) {
    hash.update(relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (['web', 'dist', 'node_modules'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}
