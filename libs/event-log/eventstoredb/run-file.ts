import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

const CHUNK_BYTES = 64 * 1024;

/**
 * One sorted run on disk. The file is unlinked before the first line is written: it vanishes with its handle, however
 * the process ends, and no other process can open it.
 */
export class RunFile {
  private constructor(private readonly file: FileHandle) {}

  static async create(folder: string): Promise<RunFile> {
    const own = await mkdtemp(join(folder, 'tenure-sort-'));
    try {
      return new RunFile(await open(join(own, 'run'), 'wx+', 0o600));
    } finally {
      await rm(own, { recursive: true });
    }
  }

  async write(lines: Iterable<string> | AsyncIterable<string>): Promise<void> {
    let gathered: string[] = [];
    let size = 0;
    for await (const line of lines) {
      gathered.push(line, '\n');
      size += line.length;
      if (size < CHUNK_BYTES) continue;
      await this.file.appendFile(gathered.join(''));
      gathered = [];
      size = 0;
    }
    await this.file.appendFile(gathered.join(''));
  }

  async *lines(): AsyncGenerator<string> {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let rest = Buffer.alloc(0);
    for (let at = 0; ; ) {
      const { bytesRead } = await this.file.read(chunk, 0, CHUNK_BYTES, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      // Cut at line ends only: a character may straddle two chunks, a line end cannot.
      const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      const end = bytes.lastIndexOf(0x0a);
      rest = bytes.subarray(end + 1);
      if (end >= 0) yield* bytes.toString('utf8', 0, end).split('\n');
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
