import { hash } from 'node:crypto';
import { endianness } from 'node:os';

/** 32 bits of a name, which nobody can choose. In a stream of 200,000 events, one look-up of 10,000 also finds another name's entry. */
export function printOf(name: string): number {
  return hash('sha256', name, 'buffer').readUInt32LE(0);
}

const FIRST_ENTRIES = 1_024;
const ENTRIES_A_PLACE = 2;
const PRINT_BYTES = 4;
const NONE = -1;

/**
 * Which revisions of a stream name something, at 14 to 28 bytes an entry. Names are known by their prints only, so every hit has to
 * be verified. Entries are added in order of revision and never removed.
 */
export class NameIndex {
  #prints = new Uint32Array(FIRST_ENTRIES);
  #revisions = new Uint32Array(FIRST_ENTRIES);
  /** The previous entry of the same bucket; entries of one bucket form a chain. */
  #before = new Int32Array(FIRST_ENTRIES);
  #last = new Int32Array(FIRST_ENTRIES / ENTRIES_A_PLACE).fill(NONE);
  #count = 0;

  get bytes(): number {
    return 3 * this.#prints.byteLength + this.#last.byteLength;
  }

  add(print: number, revision: number): void {
    this.reserve(1);
    this.#prints[this.#count] = print;
    this.#revisions[this.#count] = revision;
    this.#count += 1;
    this.#chain(this.#count - 1);
  }

  /** In descending order; some may belong to another name. */
  find(print: number): number[] {
    const revisions: number[] = [];
    for (let entry = this.#last[print & (this.#last.length - 1)]!; entry !== NONE; entry = this.#before[entry]!) {
      if (this.#prints[entry] === print) revisions.push(this.#revisions[entry]!);
    }
    return revisions;
  }

  /** For each revision from `from` to `to` its number of names, a byte each; then the prints of all, 32 bits each, little-endian. */
  pack(from: number, to: number): Buffer {
    let first = this.#count;
    while (first > 0 && this.#revisions[first - 1]! >= from) first -= 1;
    const counts = Buffer.alloc(to - from + 1);
    for (let entry = first; entry < this.#count; entry++) counts[this.#revisions[entry]! - from]! += 1;
    const prints = Buffer.from(this.#prints.slice(first, this.#count).buffer);
    return Buffer.concat([counts, inLittleEndian(prints)]);
  }

  /** Takes in what `pack` made of revisions `from` to `to`, except those up to `after`. */
  unpack(packed: Buffer, from: number, to: number, after: number): void {
    const counts = packed.subarray(0, to - from + 1);
    const bytes = inLittleEndian(Buffer.from(packed.subarray(counts.length)));
    const prints = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / PRINT_BYTES);
    this.reserve(prints.length);
    const first = this.#count;
    let known = 0;
    let at = 0;
    for (let revision = from; revision <= to; revision++) {
      const end = at + counts[revision - from]!;
      if (revision <= after) known = end;
      else this.#revisions.fill(revision, first + at - known, first + end - known);
      at = end;
    }
    this.#prints.set(prints.subarray(known), first);
    this.#count += prints.length - known;
    this.#chain(first);
  }

  /** Makes room for more entries at once. */
  reserve(more: number): void {
    let room = this.#prints.length;
    if (this.#count + more <= room) return;
    while (this.#count + more > room) room *= 2;
    this.#prints = enlarged(this.#prints, room);
    this.#revisions = enlarged(this.#revisions, room);
    this.#before = new Int32Array(room);
    this.#last = new Int32Array(room / ENTRIES_A_PLACE).fill(NONE);
    this.#chain(0);
  }

  /** Links the entries from `from` on into the chains of their buckets. */
  #chain(from: number): void {
    const prints = this.#prints;
    const before = this.#before;
    const last = this.#last;
    const mask = last.length - 1;
    for (let entry = from; entry < this.#count; entry++) {
      const place = prints[entry]! & mask;
      before[entry] = last[place]!;
      last[place] = entry;
    }
  }
}

function enlarged(numbers: Uint32Array, room: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(room);
  larger.set(numbers);
  return larger;
}

/** Reverses the bytes of 32-bit numbers in place on the few big-endian machines. */
function inLittleEndian(bytes: Buffer): Buffer {
  return endianness() === 'LE' ? bytes : bytes.swap32();
}
