import { RowProblem } from '../row-problem.js';
import type { FileEncoding } from './encoding/decide-encoding.js';
import { type LineDecoder, lineDecoder } from './encoding/line-decoder.js';

/** One physical line, without its line end: LF, CRLF or CR. A line with a problem keeps a text for messages. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
  readonly problem: RowProblem | null;
}

/** Longer lines are rejected without being held in memory. */
export const longestLine = 1 << 20;
const shownOfLongLine = 200;
const largestPiece = 1 << 18;
const lineFeed = 10;
const carriageReturn = 13;
/** Programs from DOS times end a file with it. */
const endOfFile = 0x1a;
const byteOrderMark = '\uFEFF';
const utf8: FileEncoding = { encoding: 'utf-8', guessedBy: null };

/**
 * Cuts a byte stream into lines, a block of lines at a time. The chunks of the stream have no influence on the lines.
 * Memory: one piece of the stream and one line, whatever the length of the file.
 */
export async function* readLines(body: AsyncIterable<Uint8Array>, encoding: FileEncoding = utf8): AsyncGenerator<TextLine[]> {
  const splitter = new LineSplitter(encoding);
  for await (const chunk of body) {
    for (let start = 0; start < chunk.length; start += largestPiece) {
      const lines = splitter.push(Buffer.from(chunk.buffer, chunk.byteOffset + start, Math.min(largestPiece, chunk.length - start)));
      if (lines.length > 0) yield lines;
    }
  }
  const last = splitter.end();
  if (last.length > 0) yield last;
}

class LineSplitter {
  readonly #decoder: LineDecoder;
  /** The beginning of a line whose end has not arrived yet. */
  #begun: Buffer[] = [];
  #begunBytes = 0;
  /** Whether a piece ended in CR, which the next one may complete to CRLF. */
  #openReturn = false;
  #number = 0;

  constructor({ encoding }: FileEncoding) {
    this.#decoder = lineDecoder(encoding);
  }

  push(given: Buffer): TextLine[] {
    const lines: TextLine[] = [];
    let piece = given;
    if (this.#openReturn) {
      lines.push(this.#finish());
      if (piece[0] === lineFeed) piece = piece.subarray(1);
    }
    this.#openReturn = piece.at(-1) === carriageReturn;
    if (this.#openReturn) piece = piece.subarray(0, -1);
    const end = Math.max(piece.lastIndexOf(lineFeed), piece.lastIndexOf(carriageReturn));
    if (end < 0) {
      this.#hold(piece);
      return lines;
    }
    let start = 0;
    if (this.#begunBytes > 0) {
      const first = firstEnd(piece);
      this.#hold(piece.subarray(0, first));
      lines.push(this.#finish());
      start = piece[first] === carriageReturn && piece[first + 1] === lineFeed ? first + 2 : first + 1;
    }
    if (start <= end) this.#split(piece.subarray(start, isEndOfTwo(piece, end) && end > start ? end - 1 : end), lines);
    this.#hold(piece.subarray(end + 1));
    return lines;
  }

  end(): TextLine[] {
    if (this.#begunBytes === 1 && this.#begun[0]?.[0] === endOfFile) return [];
    return this.#begunBytes > 0 || this.#openReturn ? [this.#finish()] : [];
  }

  #hold(bytes: Buffer): void {
    if (bytes.length === 0) return;
    if (this.#begunBytes <= longestLine) this.#begun.push(Buffer.from(bytes));
    this.#begunBytes += bytes.length;
  }

  #finish(): TextLine {
    const bytes = this.#begun.length === 1 ? (this.#begun[0] as Buffer) : Buffer.concat(this.#begun);
    const tooLong = this.#begunBytes > longestLine;
    const length = this.#begunBytes;
    this.#begun = [];
    this.#begunBytes = 0;
    this.#number += 1;
    if (!tooLong) return this.#line(bytes);
    const reason = `the line has ${length} bytes, at most ${longestLine} are read: look for a missing line end or quote`;
    return { number: this.#number, text: this.#decoder.shown(bytes.subarray(0, shownOfLongLine)), problem: new RowProblem('line-too-long', null, reason) };
  }

  /** Whole lines, the last without its end: decoded together when they are sound, which is nearly always. */
  #split(block: Buffer, lines: TextLine[]): void {
    const text = block.includes(0) ? null : this.#decoder.decode(block);
    if (text === null) {
      for (const bytes of linesOf(block)) {
        this.#number += 1;
        lines.push(this.#line(bytes));
      }
      return;
    }
    const hasReturns = block.includes(carriageReturn);
    for (let start = 0; start <= text.length; ) {
      const found = text.indexOf('\n', start);
      const end = found < 0 ? text.length : found;
      if (hasReturns) this.#splitAtReturns(text.slice(start, end), found >= 0, lines);
      else lines.push(this.#sound(text.slice(start, end)));
      start = end + 1;
    }
  }

  /** The text between two line feeds; a CR at its end belongs to the second line feed. */
  #splitAtReturns(text: string, hasEnd: boolean, lines: TextLine[]): void {
    const line = hasEnd && text.endsWith('\r') ? text.slice(0, -1) : text;
    if (!line.includes('\r')) lines.push(this.#sound(line));
    else for (const part of line.split('\r')) lines.push(this.#sound(part));
  }

  #sound(text: string): TextLine {
    this.#number += 1;
    return { number: this.#number, text: this.#number === 1 && text.startsWith(byteOrderMark) ? text.slice(1) : text, problem: null };
  }

  #line(bytes: Buffer): TextLine {
    const number = this.#number;
    const text = this.#decoder.decode(bytes);
    const shown = (text ?? this.#decoder.shown(bytes)).slice(number === 1 && (text ?? '').startsWith(byteOrderMark) ? 1 : 0);
    if (bytes.includes(0)) {
      return { number, text: shown, problem: new RowProblem('nul-byte', null, 'the line contains NUL bytes: this part of the file is not text') };
    }
    return { number, text: shown, problem: text === null ? this.#undecodable() : null };
  }

  #undecodable(): RowProblem {
    const { encoding } = this.#decoder;
    const reason = `the line is not valid ${encoding.toUpperCase()}: save the file as UTF-8, or give its encoding`;
    return new RowProblem(encoding === 'utf-8' ? 'invalid-utf-8' : 'undecodable', null, reason);
  }
}

function isEndOfTwo(piece: Buffer, end: number): boolean {
  return end > 0 && piece[end] === lineFeed && piece[end - 1] === carriageReturn;
}

function firstEnd(bytes: Buffer): number {
  const feed = bytes.indexOf(lineFeed);
  const carriage = (feed < 0 ? bytes : bytes.subarray(0, feed)).indexOf(carriageReturn);
  return carriage >= 0 ? carriage : feed;
}

function* linesOf(block: Buffer): Generator<Buffer> {
  let rest = block;
  for (;;) {
    const end = firstEnd(rest);
    if (end < 0) break;
    yield rest.subarray(0, end);
    rest = rest.subarray(rest[end] === carriageReturn && rest[end + 1] === lineFeed ? end + 2 : end + 1);
  }
  yield rest;
}
