import type { OpenedSource } from './open-source.js';
import type { SourceRow } from './source-row.js';
import type { TextLine } from './text-lines.js';

/** At least as many lines as wanted, if the file has them. */
export async function firstLines(blocks: AsyncIterator<TextLine[]>, wanted: number): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  while (lines.length < wanted) {
    const next = await blocks.next();
    if (next.done) break;
    lines.push(...next.value);
  }
  return lines;
}

/** The rows below the header, always `size` at a time, so that what is committed together does not hang on the stream's chunks. */
export async function* rowChunks(
  source: OpenedSource,
  first: readonly TextLine[],
  blocks: AsyncIterable<TextLine[]>,
  size: number,
): AsyncGenerator<SourceRow[]> {
  let rows = source.reader.read(
    first.filter(({ number }) => number > source.headerEnd),
    false,
  );
  for await (const lines of blocks) {
    rows.push(...source.reader.read(lines, false));
    while (rows.length >= size) {
      yield rows.slice(0, size);
      rows = rows.slice(size);
    }
  }
  rows.push(...source.reader.read([], true));
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
