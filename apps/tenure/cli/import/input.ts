import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { WrongUsage } from '../wrong-usage.js';

export interface Input {
  /** Null for stdin. */
  readonly path: string | null;
  readonly name: string | undefined;
  /** In bytes; 0 when it is not known. */
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A file, or stdin for `-`. An unreadable file is refused before anything is sent. */
export async function openInput(path: string): Promise<Input> {
  if (path === '-') {
    if (process.stdin.isTTY) throw new WrongUsage('"-" reads stdin, and nothing is piped into it. Name a file, or pipe one in.');
    return { path: null, name: undefined, size: 0, bytes: process.stdin };
  }
  const file = await open(path);
  const stats = await file.stat();
  if (stats.isDirectory()) {
    await file.close();
    throw Object.assign(new Error(path), { code: 'EISDIR', path });
  }
  return { path, name: basename(path), size: stats.size, bytes: file.createReadStream({ highWaterMark: 1 << 18 }) };
}
