import { isAscii, isUtf8 } from 'node:buffer';

/** Lines that are not ASCII, as bytes: only these distinguish encodings. */
export interface HighLines {
  /** The first lines, as many as a guess needs. */
  readonly sample: readonly Buffer[];
  /** How many there are in the file, and how many of them are UTF-8. */
  readonly count: number;
  readonly utf8: number;
  /** The first line that is not UTF-8, from 1. */
  readonly firstBroken: number;
}

const sampleBytes = 64 << 10;
const longest = 4 << 10;

export async function highLines(chunks: AsyncIterable<Buffer>): Promise<HighLines> {
  const sample: Buffer[] = [];
  let sampled = 0;
  let count = 0;
  let utf8 = 0;
  let number = 0;
  let firstBroken = 0;
  for await (const line of byteLines(chunks)) {
    number += 1;
    if (isAscii(line)) continue;
    count += 1;
    if (isUtf8(line)) utf8 += 1;
    else firstBroken ||= number;
    if (sampled >= sampleBytes) continue;
    const piece = Buffer.from(line.subarray(0, longest));
    sample.push(piece);
    sampled += piece.length;
  }
  return { sample, count, utf8, firstBroken };
}

/** Lines that end in LF, CRLF or CR; only their first bytes where they are very long. */
export async function* byteLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let begun: Buffer = Buffer.alloc(0);
  let afterReturn = false;
  for await (const chunk of chunks) {
    let start = afterReturn && chunk[0] === 10 ? 1 : 0;
    for (let at = lineEnd(chunk, start); at >= 0; at = lineEnd(chunk, start)) {
      const own = chunk.subarray(start, at);
      yield begun.length > 0 ? Buffer.concat([begun, own]) : own;
      begun = Buffer.alloc(0);
      start = chunk[at] === 13 && chunk[at + 1] === 10 ? at + 2 : at + 1;
    }
    if (chunk.length > 0) afterReturn = chunk.at(-1) === 13;
    if (begun.length < longest) begun = Buffer.concat([begun, chunk.subarray(start)]);
  }
  if (begun.length > 0) yield begun;
}

function lineEnd(bytes: Buffer, from: number): number {
  const feed = bytes.indexOf(10, from);
  const before = feed < 0 ? bytes : bytes.subarray(0, feed);
  const carriage = before.indexOf(13, from);
  return carriage >= 0 ? carriage : feed;
}
