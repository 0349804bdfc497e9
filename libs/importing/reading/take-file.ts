import { ImportRefused } from '../import-refused.js';
import { ByteSpool, type SpoolRoom } from '../spooling/byte-spool.js';
import { remedyFor, signatureOf } from '../spooling/file-signature.js';
import { type Received, unpacked } from '../spooling/unpacked.js';
import { asUtf8 } from './encoding/as-utf8.js';
import { ByteEvidence } from './encoding/byte-evidence.js';
import { certainly, decideEncoding, type FileEncoding } from './encoding/decide-encoding.js';
import { readLines, type TextLine } from './text-lines.js';
import { type ReadSheet, readWorkbook } from './workbook/read-workbook.js';

/** A file that was received, spooled and unpacked, and whose encoding is decided. */
export interface TakenFile {
  readonly encoding: FileEncoding;
  readonly isAscii: boolean;
  /** For a workbook: its lines are the rows of this sheet, each a JSON array of texts. */
  readonly sheet: ReadSheet | null;
  /** From the first line, as often as asked for. `read` is called with the number of the file's bytes read. */
  lines(read?: (bytes: number) => void): AsyncGenerator<TextLine[]>;
  close(): Promise<void>;
}

/** Options about the file as a whole. */
export interface FileOptions {
  readonly encoding?: string;
  readonly sheet?: string;
}

const largestWorkbook = 256 << 20;

/** @throws ImportRefused for a file that is no table, with what it may be */
export async function takeFile(body: AsyncIterable<Uint8Array>, room: SpoolRoom, options: FileOptions): Promise<TakenFile> {
  const received = { bytes: 0 };
  const evidence = new ByteEvidence();
  const spool = new ByteSpool(room);
  try {
    let isArchive = false;
    for await (const bytes of unpacked(body, received)) {
      if (spool.length === 0) isArchive = isZip(bytes);
      if (!isArchive) evidence.note(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
      await spool.add(bytes);
    }
    if (isArchive) return await takeWorkbook(spool, room, options.sheet, received);
    if (options.sheet !== undefined) throw new ImportRefused('no-workbook', 'sheet', 'the file is no workbook: leave the sheet out');
    evidence.end();
    const encoding = await decideEncoding(evidence, () => spool.chunks(), options.encoding);
    return {
      encoding,
      isAscii: evidence.isAscii,
      sheet: null,
      lines: (read) => readLines(textBytes(spool, encoding, received, read), encoding),
      close: () => spool.close(),
    };
  } catch (error) {
    await spool.close();
    throw error;
  }
}

async function takeWorkbook(packed: ByteSpool, room: SpoolRoom, name: string | undefined, received: Received): Promise<TakenFile> {
  const spool = new ByteSpool(room);
  try {
    const sheet = await readWorkbook({ bytes: await whole(packed), sheet: name }, (lines) => spool.add(lines));
    await packed.close();
    return {
      encoding: certainly('utf-8'),
      isAscii: false,
      sheet,
      lines: (read) => readLines(countedChunks(spool, received, read)),
      close: () => spool.close(),
    };
  } catch (error) {
    await spool.close();
    throw error;
  }
}

async function whole(spool: ByteSpool): Promise<Uint8Array> {
  if (spool.length > largestWorkbook) {
    const reason = `the file is an archive of more than ${largestWorkbook >> 20} MiB: if it is a workbook, save its sheet as CSV, else unpack it`;
    throw new ImportRefused('workbook-too-large', 'file', reason);
  }
  const bytes = new Uint8Array(spool.length);
  let at = 0;
  for await (const chunk of spool.chunks()) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

async function* textBytes(spool: ByteSpool, { encoding }: FileEncoding, received: Received, read?: (bytes: number) => void): AsyncGenerator<Buffer> {
  const chunks = countedChunks(spool, received, read);
  if (/^utf-(16|32)/.test(encoding)) yield* asUtf8(chunks, encoding);
  else yield* chunks;
}

async function* countedChunks(spool: ByteSpool, { bytes: total }: Received, read: (bytes: number) => void = () => {}): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of spool.chunks()) {
    bytes += chunk.length;
    read(Math.round((bytes / spool.length) * total));
    yield chunk;
  }
}

function isZip(head: Uint8Array): boolean {
  const signature = signatureOf(head);
  if (signature === 'zip') return true;
  if (signature !== null && signature !== 'gzip') throw new ImportRefused('not-a-table', 'file', `the file is ${remedyFor(signature)}`);
  return false;
}
