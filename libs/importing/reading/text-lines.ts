import { isUtf8 } from 'node:buffer';
import { RowProblem } from '../row-problem.js';

/** One physical line, without its line end. A line with a problem keeps what can be shown of it. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
  readonly problem: RowProblem | null;
}

export interface ByteCount {
  bytes: number;
}

/** Longer lines are left out without being held in memory. */
export const longestLine = 1 << 20;
const shownOfLongLine = 200;
const largestPiece = 1 << 18;
const lineFeed = 10;
const byteOrderMark = '\uFEFF';

/**
 * Cuts a byte stream into lines, a block of lines at a time. How the stream was chunked never shows in the lines.
 * Memory: one piece of the stream and one line, whatever the length of the file.
 */
export async function* readLines(body: AsyncIterable<Uint8Array>, count: ByteCount = { bytes: 0 }): AsyncGenerator<TextLine[]> {
  const splitter = new LineSplitter();
  for await (const chunk of body) {
    count.bytes += chunk.length;
    for (let start = 0; start < chunk.length; start += largestPiece) {
      const lines = splitter.push(Buffer.from(chunk.buffer, chunk.byteOffset + start, Math.min(largestPiece, chunk.length - start)));
      if (lines.length > 0) yield lines;
    }
  }
  const last = splitter.end();
  if (last.length > 0) yield last;
}

class LineSplitter {
  /** The beginning of a line whose end has not come yet. */
  private begun: Buffer[] = [];
  private begunBytes = 0;
  private number = 0;

  push(piece: Buffer): TextLine[] {
    const end = piece.lastIndexOf(lineFeed);
    if (end < 0) {
      this.hold(piece);
      return [];
    }
    const lines: TextLine[] = [];
    let start = 0;
    if (this.begunBytes > 0) {
      start = piece.indexOf(lineFeed) + 1;
      this.hold(piece.subarray(0, start - 1));
      lines.push(this.finish());
    }
    if (start <= end) this.split(piece.subarray(start, end), lines);
    this.hold(piece.subarray(end + 1));
    return lines;
  }

  end(): TextLine[] {
    return this.begunBytes > 0 ? [this.finish()] : [];
  }

  private hold(bytes: Buffer): void {
    if (bytes.length === 0) return;
    if (this.begunBytes <= longestLine) this.begun.push(Buffer.from(bytes));
    this.begunBytes += bytes.length;
  }

  private finish(): TextLine {
    const bytes = this.begun.length === 1 ? (this.begun[0] as Buffer) : Buffer.concat(this.begun);
    const tooLong = this.begunBytes > longestLine;
    const length = this.begunBytes;
    this.begun = [];
    this.begunBytes = 0;
    this.number += 1;
    if (!tooLong) return line(this.number, bytes);
    const reason = `the line has ${length} bytes, at most ${longestLine} are read: look for a missing line end or quote`;
    return { number: this.number, text: bytes.toString('utf8', 0, shownOfLongLine), problem: new RowProblem('line-too-long', null, reason) };
  }

  /** Whole lines, the last without its line feed: decoded together when they are sound, which is nearly always. */
  private split(block: Buffer, lines: TextLine[]): void {
    if (!isUtf8(block) || block.includes(0)) {
      for (let start = 0; start <= block.length; ) {
        const found = block.indexOf(lineFeed, start);
        const end = found < 0 ? block.length : found;
        lines.push(line(++this.number, block.subarray(start, end)));
        start = end + 1;
      }
      return;
    }
    const text = block.toString('utf8');
    for (let start = 0; start <= text.length; ) {
      const found = text.indexOf('\n', start);
      const end = found < 0 ? text.length : found;
      lines.push(soundLine(++this.number, text.slice(start, end)));
      start = end + 1;
    }
  }
}

function line(number: number, bytes: Buffer): TextLine {
  const sound = soundLine(number, bytes.toString('utf8'));
  if (bytes.includes(0)) {
    return { ...sound, problem: new RowProblem('nul-byte', null, 'the line contains NUL bytes: this part of the file is not text') };
  }
  if (isUtf8(bytes)) return sound;
  const reason = 'the line is not valid UTF-8: save the file as UTF-8 (from Windows-1252: iconv -f windows-1252 -t utf-8)';
  return { ...sound, problem: new RowProblem('invalid-utf-8', null, reason) };
}

function soundLine(number: number, text: string): TextLine {
  const start = number === 1 && text.startsWith(byteOrderMark) ? 1 : 0;
  const end = text.endsWith('\r') ? text.length - 1 : text.length;
  return { number, text: start === 0 && end === text.length ? text : text.slice(start, end), problem: null };
}
