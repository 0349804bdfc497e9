import type { Arrangement } from './arranging/arrangement.js';
import type { CommandSink } from './command-sink.js';
import { importFile } from './import-file.js';
import type { ImportResult, ImportSource, RejectedRow } from './import-line.js';
import type { ImportOptions } from './import-options.js';
import { MemorySink } from './memory-sink.js';

export interface Imported {
  readonly source: ImportSource;
  readonly rejected: readonly RejectedRow[];
  readonly result: ImportResult;
  /** The text that a caller would write to the errors file. */
  readonly errorsFile: string;
}

/** For tests: imports a whole text (or bytes) at once, in chunks of the given sizes, and returns the outcome. */
export async function imported(
  content: string | Uint8Array,
  options: Partial<ImportOptions> = {},
  { sink = new MemorySink(), chunks = [], arrangement }: { sink?: CommandSink; chunks?: readonly number[]; arrangement?: Arrangement } = {},
): Promise<Imported> {
  const rejected: RejectedRow[] = [];
  let source: ImportSource | undefined;
  let result: ImportResult | undefined;
  for await (const line of importFile({ kind: 'purchases', actor: 'test', currency: 'USD', ...options }, inChunks(content, chunks), sink, arrangement)) {
    if (line.type === 'source') source = line;
    if (line.type === 'rejected') rejected.push(line);
    if (line.type === 'result') result = line;
  }
  if (!source || !result) throw new Error('the import ended without a result');
  const lines = [...(source.errorsHeader === null ? [] : [source.errorsHeader]), ...rejected.map(({ errorsLine }) => errorsLine)];
  return { source, rejected, result, errorsFile: `${lines.join('\n')}\n` };
}

/** Cuts into chunks of the given sizes; the rest is the last chunk. */
export async function* inChunks(content: string | Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  let start = 0;
  for (const size of sizes) {
    if (start >= bytes.length) return;
    yield bytes.subarray(start, start + size);
    start += size;
  }
  if (start < bytes.length) yield bytes.subarray(start);
}
