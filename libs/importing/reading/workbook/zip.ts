import { inflateRawSync } from 'node:zlib';
import { ImportRefused } from '../../import-refused.js';

/** The entry of a file in the directory at the end of a ZIP archive (PKWARE APPNOTE 6.3.10, 4.3.12). */
export interface ZipEntry {
  readonly path: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Offset of the entry's own header. */
  readonly at: number;
}

const endSignature = 0x06054b50;
const endBytes = 22;
const longestComment = 0xffff;
const directorySignature = 0x02014b50;
const directoryBytes = 46;
const entryBytes = 30;
const stored = 0;
const deflated = 8;

/** @throws ImportRefused for an archive that is damaged, cut off, or locked with a password. */
export function zipEntries(archive: Buffer): ZipEntry[] {
  const end = endOfDirectory(archive);
  const count = archive.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (at + directoryBytes > archive.length || archive.readUInt32LE(at) !== directorySignature) throw damaged();
    if (archive.readUInt16LE(at + 8) & 1) throw new ImportRefused('locked', 'file', 'the file is locked with a password: save it without one');
    const pathBytes = archive.readUInt16LE(at + 28);
    entries.push({
      path: archive.toString('utf8', at + directoryBytes, at + directoryBytes + pathBytes),
      method: archive.readUInt16LE(at + 10),
      packedBytes: archive.readUInt32LE(at + 20),
      bytes: archive.readUInt32LE(at + 24),
      at: archive.readUInt32LE(at + 42),
    });
    at += directoryBytes + pathBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/** The content of an entry: never more than its directory says. */
export function unzipped(archive: Buffer, { at, method, packedBytes, bytes }: ZipEntry): Buffer {
  if (at + entryBytes > archive.length) throw damaged();
  const start = at + entryBytes + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  const packed = archive.subarray(start, start + packedBytes);
  if (packed.length < packedBytes) throw damaged();
  if (method === stored) return packed;
  if (method !== deflated) throw damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch {
    throw damaged();
  }
}

function endOfDirectory(archive: Buffer): number {
  const last = archive.length - endBytes;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) if (archive.readUInt32LE(at) === endSignature) return at;
  throw damaged();
}

function damaged(): ImportRefused {
  return new ImportRefused('damaged-archive', 'file', 'the file is a ZIP archive or .xlsx that is damaged or cut off: fetch it again, or save it anew');
}

/** An archive of files stored without compression, for a reader that needs an archive. */
export function zipOf(files: readonly { readonly path: string; readonly content: Buffer }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { path, content } of files) {
    const name = Buffer.from(path);
    const entry = Buffer.alloc(entryBytes);
    entry.writeUInt32LE(0x04034b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt32LE(content.length, 18);
    entry.writeUInt32LE(content.length, 22);
    entry.writeUInt16LE(name.length, 26);
    const listed = Buffer.alloc(directoryBytes);
    listed.writeUInt32LE(directorySignature, 0);
    listed.writeUInt16LE(20, 6);
    listed.writeUInt32LE(content.length, 20);
    listed.writeUInt32LE(content.length, 24);
    listed.writeUInt16LE(name.length, 28);
    listed.writeUInt32LE(at, 42);
    parts.push(entry, name, content);
    directory.push(listed, name);
    at += entryBytes + name.length + content.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(endBytes);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}
