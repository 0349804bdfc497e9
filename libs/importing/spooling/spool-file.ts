import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Leaves the counter room for 2^64 blocks in each piece. */
const NUMBER_BYTES = 8;
const COUNTER_BYTES = 8;

/**
 * A temporary file that nobody else can read, and that no crash leaves behind. Rows hold names: the content is encrypted with a key
 * that exists in this object only (AES-256-CTR, each piece under a fresh number, also when it overwrites another), so that nothing
 * can be read from the disk once the blocks are free.
 */
export class SpoolFile {
  readonly #key = randomBytes(32);
  readonly #numbers = new Map<number, bigint>();
  #written = 0n;

  private constructor(
    private readonly folder: string,
    private readonly handle: FileHandle,
  ) {}

  static async open(parent: string = tmpdir()): Promise<SpoolFile> {
    const folder = await mkdtemp(join(parent, 'tenure-import-'));
    try {
      return new SpoolFile(folder, await open(join(folder, 'rows'), 'wx+', 0o600));
    } finally {
      // An open file outlives its name: if the process is killed, the system frees it. Windows refuses, hence again at close().
      await removed(folder);
    }
  }

  /** Writes a piece; it replaces what was at its place. */
  async write(piece: Buffer, at: number): Promise<void> {
    const number = this.#written++;
    const bytes = createCipheriv('aes-256-ctr', this.#key, counterOf(number)).update(piece);
    for (let done = 0; done < bytes.length; ) done += (await this.handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
    this.#numbers.set(at, number);
  }

  /** Reads a piece as it was written, or its beginning. */
  async read(into: Buffer, at: number): Promise<void> {
    const number = this.#numbers.get(at);
    if (number === undefined) throw new RangeError(`no piece of the temporary file begins at ${at}`);
    for (let done = 0; done < into.length; ) {
      const { bytesRead } = await this.handle.read(into, done, into.length - done, at + done);
      if (bytesRead === 0) throw new Error('the temporary file of the import is shorter than what was written to it');
      done += bytesRead;
    }
    createDecipheriv('aes-256-ctr', this.#key, counterOf(number)).update(into).copy(into);
  }

  async close(): Promise<void> {
    try {
      await this.handle.close();
    } finally {
      await removed(this.folder);
    }
  }
}

function counterOf(number: bigint): Buffer {
  const counter = Buffer.alloc(NUMBER_BYTES + COUNTER_BYTES);
  counter.writeBigUInt64BE(number);
  return counter;
}

async function removed(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => {});
}
