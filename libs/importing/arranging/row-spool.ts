import { noRoomNow } from '../spooling/byte-spool.js';
import { SpoolFile } from '../spooling/spool-file.js';
import type { Arrangement } from './arrangement.js';
import { mostBytes, type RowRecord, writeRecord } from './row-record.js';

/** Whole records of one partition, in memory or, without `bytes`, in the file. */
interface Piece {
  readonly bytes: Buffer | null;
  readonly at: number;
  readonly length: number;
}

/** A piece that is still being filled. */
interface Filling {
  readonly partition: number;
  readonly bytes: Buffer;
  length: number;
}

/**
 * A window of rows, partitioned by the hash of their customer: first in memory, then in one temporary file that holds the
 * pieces of all partitions one after the other. It keeps bytes instead of objects for the rows, so that the garbage collector
 * has nothing to walk.
 */
export class RowSpool {
  rows = 0;
  hasGroups = false;
  #bytes = 0;
  #keptBytes = 0;
  #fileBytes = 0;
  /** Taken from the budget of all imports: the largest size of the file so far. */
  #taken = 0;
  #file: SpoolFile | null = null;
  #failure: unknown = null;
  #filled: Filling[] = [];
  readonly #filling: (Filling | undefined)[];
  readonly #pieces: Piece[][];
  readonly #free: Buffer[] = [];

  constructor(private readonly limits: Arrangement) {
    this.#filling = Array.from({ length: limits.partitions }, () => undefined);
    this.#pieces = this.#filling.map(() => []);
  }

  /** Why rows could not be written to disk; null as long as they could. */
  get unwritten(): unknown {
    return this.#failure;
  }

  /**
   * Without space on the disk, or in the budget that all imports share, a window holds only what may be kept in memory: the import
   * continues, more slowly.
   */
  get isFull(): boolean {
    const { windowRows, windowBytes, keptBytes } = this.limits;
    return this.rows >= windowRows || this.#bytes >= windowBytes || (this.#failure !== null && this.#keptBytes >= keptBytes);
  }

  /** Whether this many more rows may fill the window. */
  willBeFull(rows: number): boolean {
    const { windowRows, windowBytes, keptBytes } = this.limits;
    return this.rows + rows >= windowRows || this.#bytes + rows * 1024 >= windowBytes || (this.#failure !== null && this.#keptBytes + rows * 1024 >= keptBytes);
  }

  /** Call `stored()` after adding some rows. */
  add(record: RowRecord): void {
    this.hasGroups ||= record.group !== 0;
    const partition = record.hash % this.limits.partitions;
    const most = mostBytes(record);
    let own = this.#filling[partition];
    if (!own || own.length + most > own.bytes.length) {
      if (own) this.#filled.push(own);
      own = { partition, bytes: this.#buffer(most), length: 0 };
      this.#filling[partition] = own;
    }
    const end = writeRecord(record, own.bytes, own.length);
    this.#bytes += end - own.length;
    own.length = end;
    this.rows += 1;
  }

  /** Writes the full pieces. */
  async stored(): Promise<void> {
    const filled = this.#filled;
    this.#filled = [];
    for (const piece of filled) {
      if (this.#keptBytes < this.limits.keptBytes || !(await this.#toFile(piece))) this.#keep(piece);
    }
  }

  /** The records of a partition, in the order they were added: as a whole, or in blocks of whole records. */
  async *blocks(partition: number, whole: boolean): AsyncGenerator<Buffer> {
    const last = this.#filling[partition];
    this.#filling[partition] = undefined;
    if (last) this.#keep(last);
    const pieces = this.#pieces[partition] ?? [];
    this.#pieces[partition] = [];
    const { windowBytes, partitions, pieceBytes } = this.limits;
    const most = whole ? Number.POSITIVE_INFINITY : Math.max(pieceBytes, Math.ceil(windowBytes / partitions));
    for (let from = 0, to = 0; from < pieces.length; from = to) {
      let length = 0;
      while (to < pieces.length && (to === from || length + (pieces[to] as Piece).length <= most)) length += (pieces[to++] as Piece).length;
      yield await this.#joined(pieces.slice(from, to), length);
    }
  }

  /** Prepares for the next window, once all partitions were taken. */
  clear(): void {
    this.rows = 0;
    this.#bytes = 0;
    this.#keptBytes = 0;
    this.#fileBytes = 0;
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
    this.limits.budget?.give(this.#taken);
    this.#taken = 0;
  }

  #buffer(most: number): Buffer {
    const { pieceBytes } = this.limits;
    if (most > pieceBytes) return Buffer.allocUnsafeSlow(most);
    return this.#free.pop() ?? Buffer.allocUnsafeSlow(pieceBytes);
  }

  #recycle(bytes: Buffer): void {
    if (bytes.length === this.limits.pieceBytes) this.#free.push(bytes);
  }

  #keep({ partition, bytes, length }: Filling): void {
    this.#keptBytes += bytes.length;
    this.#pieces[partition]?.push({ bytes, at: 0, length });
  }

  async #toFile({ partition, bytes, length }: Filling): Promise<boolean> {
    if (this.#failure !== null) return false;
    if (!this.#takeRoom(this.#fileBytes + length)) {
      this.#failure = noRoomNow();
      return false;
    }
    try {
      this.#file ??= await SpoolFile.open(this.limits.folder);
      await this.#file.write(bytes.subarray(0, length), this.#fileBytes);
    } catch (error) {
      this.#failure = error;
      return false;
    }
    this.#pieces[partition]?.push({ bytes: null, at: this.#fileBytes, length });
    this.#fileBytes += length;
    this.#recycle(bytes);
    return true;
  }

  #takeRoom(bytes: number): boolean {
    const more = bytes - this.#taken;
    if (more <= 0) return true;
    if (this.limits.budget?.take(more) === false) return false;
    this.#taken = bytes;
    return true;
  }

  async #joined(pieces: readonly Piece[], length: number): Promise<Buffer> {
    const block = Buffer.allocUnsafeSlow(length);
    let end = 0;
    for (const piece of pieces) {
      if (piece.bytes) {
        piece.bytes.copy(block, end, 0, piece.length);
        this.#recycle(piece.bytes);
      } else await this.#file?.read(block.subarray(end, end + piece.length), piece.at);
      end += piece.length;
    }
    return block;
  }
}
