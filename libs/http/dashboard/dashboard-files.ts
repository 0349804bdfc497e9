import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

export interface PageFile {
  readonly type: string;
  readonly content: Buffer;
  readonly gzipped: Buffer;
  readonly etag: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The dashboard as it was built: a page, its icon and its assets, each packed as well, kept in memory. */
export class DashboardFiles {
  readonly page: PageFile;
  readonly icon: PageFile;
  readonly #assets: ReadonlyMap<string, PageFile>;

  /** @throws ENOENT where it was not built: `npm run build` does. */
  constructor(folder: string) {
    this.page = read(join(folder, 'index.html'));
    this.icon = read(join(folder, 'favicon.svg'));
    const assets = join(folder, 'assets');
    const names = readdirSync(assets).filter((name) => !name.endsWith('.gz'));
    this.#assets = new Map(names.map((name) => [name, read(join(assets, name))]));
  }

  /** An asset by its name, which has the hash of its content in it. */
  asset(name: string): PageFile | undefined {
    return this.#assets.get(name);
  }
}

function read(path: string): PageFile {
  const content = readFileSync(path);
  const type = types[extname(path)];
  if (type === undefined) throw new Error(`The dashboard has a file of no known type: ${path}.`);
  return { type, content, gzipped: readFileSync(`${path}.gz`), etag: `"${hash('sha256', content, 'base64url')}"` };
}
