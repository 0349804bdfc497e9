import { isAscii, isUtf8 } from 'node:buffer';

const bom = { utf8: 0xefbbbf, utf16le: 0xfffe, utf16be: 0xfeff } as const;

/** What the bytes of a file show about its encoding, collected while they are spooled. */
export class ByteEvidence {
  bytes = 0;
  isUtf8 = true;
  isAscii = true;
  /** NUL bytes at even and at odd places. */
  readonly nuls: [number, number] = [0, 0];
  #head: Buffer = Buffer.alloc(0);
  #tail: Buffer = Buffer.alloc(0);

  note(bytes: Buffer): void {
    if (this.#head.length < 4) this.#head = Buffer.concat([this.#head, bytes.subarray(0, 4 - this.#head.length)]);
    for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) this.nuls[(this.bytes + at) % 2 === 0 ? 0 : 1] += 1;
    this.bytes += bytes.length;
    this.isAscii &&= isAscii(bytes);
    if (!this.isUtf8) return;
    const joined = this.#tail.length > 0 ? Buffer.concat([this.#tail, bytes]) : bytes;
    const whole = wholeCharacters(joined);
    this.isUtf8 = isUtf8(joined.subarray(0, whole)) && joined.length - whole < 4;
    this.#tail = Buffer.from(joined.subarray(whole));
  }

  /** Call it after the last byte. */
  end(): void {
    if (this.#tail.length > 0) this.isUtf8 = false;
  }

  /** The encoding that the byte order mark names, or null without one. */
  get mark(): string | null {
    const head = this.#head;
    if (head.length === 4 && head.readUInt32LE(0) === 0xfeff) return 'utf-32le';
    if (head.length === 4 && head.readUInt32BE(0) === 0xfeff) return 'utf-32be';
    if (head.length >= 3 && head.readUIntBE(0, 3) === bom.utf8) return 'utf-8';
    if (head.length < 2) return null;
    const two = head.readUInt16BE(0);
    if (two === bom.utf16le) return 'utf-16le';
    return two === bom.utf16be ? 'utf-16be' : null;
  }

  /**
   * UTF-16 without a mark: its ASCII characters, line ends at least, have a NUL on one side, and hardly any character has one on the
   * other.
   */
  get pattern(): string | null {
    const [even, odd] = this.nuls;
    if (even + odd < this.bytes / 50 || this.bytes % 2 === 1) return null;
    if (even * 8 < odd) return 'utf-16le';
    return odd * 8 < even ? 'utf-16be' : null;
  }
}

/** Bytes up to a character that the next piece may complete. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
