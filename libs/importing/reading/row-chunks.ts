import type { OpenedSource } from './opened-source.js';
import type { SourceRow } from './source-row.js';
import type { TextLine } from './text-lines.js';

/** At most this many lines from the top of the file. */
export async function firstLines(blocks: AsyncIterable<TextLine[]>, wanted: number): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  for await (const block of blocks) {
    lines.push(...block.slice(0, wanted - lines.length));
    if (lines.length === wanted) break;
  }
  return lines;
}

/** The rows below the header, in the blocks in which their lines arrive. */
export async function* rowsBelowHeader({ rows, headerEnd }: OpenedSource, blocks: AsyncIterable<TextLine[]>): AsyncGenerator<SourceRow[]> {
  const reader = rows.reader();
  for await (const lines of blocks) {
    const first = lines[0]?.number ?? 0;
    yield reader.read(first > headerEnd ? lines : lines.slice(headerEnd - first + 1), false);
  }
  yield reader.read([], true);
}

/** The same rows, always `size` at a time, so that what is committed together does not depend on the stream's chunks. */
export async function* rowChunks(source: OpenedSource, blocks: AsyncIterable<TextLine[]>, size: number): AsyncGenerator<SourceRow[]> {
  let rows: SourceRow[] = [];
  for await (const more of rowsBelowHeader(source, blocks)) {
    for (const row of more) {
      rows.push(row);
      if (rows.length < size) continue;
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}
