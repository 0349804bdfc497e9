import { diskSentence } from '@tenure/event-log';
import { ImportRefused } from '../import-refused.js';
import type { DiskBudget } from './disk-budget.js';
import { SpoolFile } from './spool-file.js';

/** How much space a spool may use. */
export interface SpoolRoom {
  /** This much stays in memory; a longer file goes to a temporary file. */
  readonly inputKeptBytes: number;
  /** A longer file is refused. */
  readonly inputBytes: number;
  /** What all imports of an engine may put on the disk together. Default: no bound. */
  readonly budget?: DiskBudget;
  /** The folder of the temporary file. Default: the system's folder for such files. */
  readonly folder?: string;
}

const pieceBytes = 256 << 10;

/**
 * The bytes of a file, spooled as they arrive and then read as often as needed: the meaning of a column is known only after
 * its last row. Small files stay in memory, larger ones go to a file without a name.
 */
export class ByteSpool {
  length = 0;
  readonly #pieces: Buffer[] = [];
  #file: SpoolFile | null = null;
  #fileBytes = 0;
  #filling = Buffer.allocUnsafeSlow(pieceBytes);
  #filled = 0;

  constructor(private readonly room: SpoolRoom) {}

  /** Copies the bytes: a stream may reuse its buffer. @throws ImportRefused when there is no space for them */
  async add(bytes: Uint8Array): Promise<void> {
    this.length += bytes.length;
    if (this.length > this.room.inputBytes) throw tooLarge(this.room.inputBytes);
    for (let start = 0; start < bytes.length; ) {
      const part = bytes.subarray(start, start + pieceBytes - this.#filled);
      this.#filling.set(part, this.#filled);
      this.#filled += part.length;
      start += part.length;
      if (this.#filled === pieceBytes) await this.#putBy();
    }
  }

  /** From the first byte; a piece is valid only until the next one is requested. */
  async *chunks(): AsyncGenerator<Buffer> {
    yield* this.#pieces;
    const room = Buffer.allocUnsafeSlow(Math.min(pieceBytes, this.#fileBytes));
    for (let at = 0; at < this.#fileBytes; at += pieceBytes) {
      const piece = room.subarray(0, Math.min(pieceBytes, this.#fileBytes - at));
      await this.#file?.read(piece, at);
      yield piece;
    }
    if (this.#filled > 0) yield this.#filling.subarray(0, this.#filled);
  }

  async close(): Promise<void> {
    if (this.#file === null) return;
    await this.#file.close();
    this.#file = null;
    this.room.budget?.give(this.#fileBytes);
  }

  async #putBy(): Promise<void> {
    const piece = this.#filling;
    this.#filled = 0;
    if ((this.#pieces.length + 1) * pieceBytes <= this.room.inputKeptBytes) {
      this.#pieces.push(piece);
      this.#filling = Buffer.allocUnsafeSlow(pieceBytes);
      return;
    }
    if (this.room.budget?.take(pieceBytes) === false) throw noRoomNow();
    try {
      this.#file ??= await SpoolFile.open(this.room.folder);
      await this.#file.write(piece, this.#fileBytes);
    } catch (error) {
      throw noRoom(error as NodeJS.ErrnoException);
    }
    this.#fileBytes += pieceBytes;
  }
}

function tooLarge(most: number): ImportRefused {
  const megabytes = Math.floor(most / (1 << 20));
  const remedy = 'divide it, or let the engine take more with TENURE_IMPORT_MEGABYTES';
  return new ImportRefused('file-too-large', 'file', `the file has more than ${megabytes} MiB, the most that is taken at once: ${remedy}`);
}

export function noRoomNow(): ImportRefused {
  const remedy = 'import it when they are done, or let imports take more with TENURE_IMPORT_MEGABYTES';
  return new ImportRefused('no-room-now', 'file', `there is no room left of what all imports may put on the disk together: ${remedy}`);
}

function noRoom(error: NodeJS.ErrnoException): ImportRefused {
  const ofDisk = diskSentence(error, 'import it again', 'the file could not be put by');
  const { code, message } = error;
  return new ImportRefused(
    'no-room',
    'file',
    ofDisk ?? `the engine could not put the file by (${code ?? message}): give it a disk that it can write to, or import smaller files`,
  );
}
