/** A line of a body, by its number from 1. `bytes` is null for a line that exceeded the limit. */
export interface Line {
  readonly number: number;
  readonly bytes: Buffer | null;
}

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** Splits a body into lines as it arrives; holds at most one unfinished line, and never more than `limit` bytes of it. */
export class LineSplitter {
  #unfinished: Buffer[] = [];
  #unfinishedBytes = 0;
  #overlong = false;
  #number = 0;

  constructor(private readonly limit: number) {}

  /** The lines that this piece completes. Blank lines are counted and left out. */
  push(piece: Buffer): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = piece.indexOf(NEWLINE); end !== -1; end = piece.indexOf(NEWLINE, start)) {
      this.#hold(piece.subarray(start, end));
      this.#complete(lines);
      start = end + 1;
    }
    if (start < piece.length) this.#hold(piece.subarray(start));
    return lines;
  }

  /** The last line, when no newline ended it. */
  finish(): Line[] {
    const lines: Line[] = [];
    if (this.#unfinishedBytes > 0) this.#complete(lines);
    return lines;
  }

  #hold(bytes: Buffer): void {
    this.#unfinishedBytes += bytes.length;
    if (this.#unfinishedBytes > this.limit) {
      this.#overlong = true;
      this.#unfinished = [];
    } else if (!this.#overlong) this.#unfinished.push(bytes);
  }

  #complete(lines: Line[]): void {
    this.#number += 1;
    if (this.#overlong) lines.push({ number: this.#number, bytes: null });
    else {
      const bytes = this.#unfinished.length === 1 ? this.#unfinished[0]! : Buffer.concat(this.#unfinished);
      const length = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
      if (length > 0) lines.push({ number: this.#number, bytes: bytes.subarray(0, length) });
    }
    this.#unfinished = [];
    this.#unfinishedBytes = 0;
    this.#overlong = false;
  }
}
