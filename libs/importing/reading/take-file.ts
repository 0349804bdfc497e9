import { ImportRefused } from '../import-refused.js';
import type { ByteSpool } from '../spooling/byte-spool.js';
import { remedyFor, signatureBytes, signatureOf } from '../spooling/file-signature.js';
import { type Received, unpacked } from '../spooling/unpacked.js';
import { asUtf8 } from './encoding/as-utf8.js';
import { ByteEvidence } from './encoding/byte-evidence.js';
import { decideEncoding, type FileEncoding } from './encoding/decide-encoding.js';
import { readLines, type TextLine } from './text-lines.js';

/** A file that was received, put by and unpacked, and whose encoding is decided. */
export interface TakenFile {
  readonly encoding: FileEncoding;
  /** From the first line, as often as asked for. `read` is called with how many of the file's bytes were read. */
  lines(read?: (bytes: number) => void): AsyncGenerator<TextLine[]>;
}

/** @throws ImportRefused for what is no text, and what it may be. */
export async function takeFile(body: AsyncIterable<Uint8Array>, spool: ByteSpool, received: Received, encoding: string | undefined): Promise<TakenFile> {
  const evidence = new ByteEvidence();
  for await (const bytes of unpacked(body, received)) {
    if (spool.length === 0) refuseOtherFiles(bytes);
    evidence.note(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    await spool.add(bytes);
  }
  evidence.end();
  const decided = await decideEncoding(evidence, () => spool.chunks(), encoding);
  return { encoding: decided, lines: (read) => readLines(textBytes(spool, decided, received, read), decided) };
}

async function* textBytes(spool: ByteSpool, { encoding }: FileEncoding, received: Received, read: (bytes: number) => void = () => {}): AsyncGenerator<Buffer> {
  const chunks = countedChunks(spool, received, read);
  if (/^utf-(16|32)/.test(encoding)) yield* asUtf8(chunks, encoding);
  else yield* chunks;
}

async function* countedChunks(spool: ByteSpool, { bytes: total }: Received, read: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of spool.chunks()) {
    bytes += chunk.length;
    read(Math.round((bytes / spool.length) * total));
    yield chunk;
  }
}

function refuseOtherFiles(head: Uint8Array): void {
  const signature = signatureOf(head.subarray(0, signatureBytes));
  if (signature === null || signature === 'gzip') return;
  const what = signature === 'zip' ? 'a ZIP archive: unpack it and import the files in it' : remedyFor(signature);
  throw new ImportRefused('not-a-table', 'file', `the file is ${what}`);
}
