import { once } from 'node:events';
import { createWriteStream, existsSync, type WriteStream } from 'node:fs';
import { extname, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Schemas } from '@tenure/client';

const extensions: Readonly<Record<string, string>> = { ndjson: '.ndjson', columns: '.txt' };

/** The rejected rows, in a form that can be corrected and imported. No file is created while no row is rejected. */
export class ErrorsFile {
  #path: string | null;
  #stream: WriteStream | null = null;
  #failure: Error | null = null;
  #header: string | null = null;
  #extension = '.csv';

  /** `path`: the requested path, or null for a new file beside the input; an earlier errors file, which may have been corrected, is kept. */
  constructor(
    path: string | null,
    private readonly inputPath: string | null,
  ) {
    this.#path = path;
  }

  /** Null while nothing is written. */
  get path(): string | null {
    return this.#stream === null ? null : this.#path;
  }

  begin(format: string, header: string | null): void {
    this.#header = header;
    this.#extension = extensions[format] ?? '.csv';
  }

  async add({ errorsLine }: Pick<Schemas['ImportRejection'], 'errorsLine'>): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (this.#stream === null) {
      this.#path ??= unusedPath(this.inputPath, this.#extension);
      this.#stream = createWriteStream(this.#path);
      this.#stream.on('error', (error) => {
        this.#failure = error;
      });
      if (this.#header !== null) this.#stream.write(`${this.#header}\n`);
    }
    if (!this.#stream.write(`${errorsLine}\n`)) await once(this.#stream, 'drain');
  }

  /** @throws the error that kept the file from being written whole */
  async close(): Promise<void> {
    const stream = this.#stream;
    if (stream === null) return;
    if (this.#failure) throw this.#failure;
    stream.end();
    await finished(stream);
  }
}

/** `orders.csv` or `orders.csv.gz` or `orders.xlsx` -> `orders.errors.csv`, then `orders.errors-2.csv`, ... */
export function unusedPath(inputPath: string | null, extension: string): string {
  const unpacked = inputPath?.replace(/\.gz$/i, '') ?? null;
  const own = extname(unpacked ?? '');
  const start = unpacked === null ? 'stdin' : unpacked.slice(0, unpacked.length - own.length);
  const ending = /^(\.xls[xm])?$/i.test(own) ? extension : own;
  for (let number = 1; ; number += 1) {
    const path = `${start}.errors${number === 1 ? '' : `-${number}`}${ending}`;
    if (!existsSync(resolve(path))) return path;
  }
}
