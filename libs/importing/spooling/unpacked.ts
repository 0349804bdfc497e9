import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportRefused } from '../import-refused.js';
import { signatureBytes, signatureOf } from './file-signature.js';

/** Bytes received so far, packed or not. */
export interface Received {
  bytes: number;
}

/** DEFLATE packs up to 1,032 : 1; exports of shops are packed some 5 to 30 : 1, those that repeat one line up to 300 : 1. */
const mostRatio = 400;
const smallEnough = 64 << 20;

/** The bytes of a file, unpacked if gzip packed it, any number of times. @throws ImportRefused for what cannot be unpacked */
export async function* unpacked(body: AsyncIterable<Uint8Array>, received: Received = { bytes: 0 }): AsyncGenerator<Uint8Array> {
  const { head, whole } = await withHead(counted(body, received));
  if (signatureOf(head) !== 'gzip') {
    yield* whole;
    return;
  }
  yield* unpacked(inflated(whole, received));
}

async function* counted(body: AsyncIterable<Uint8Array>, received: Received): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) {
    received.bytes += chunk.length;
    yield chunk;
  }
}

async function withHead(body: AsyncGenerator<Uint8Array>): Promise<{ head: Buffer; whole: AsyncGenerator<Uint8Array> }> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < signatureBytes) {
    const next = await body.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head;
    yield* body;
  }
  return { head, whole: whole() };
}

async function* inflated(packed: AsyncIterable<Uint8Array>, received: Received): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const source = Readable.from(packed, { objectMode: false });
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  let bytes = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > smallEnough && bytes > received.bytes * mostRatio) throw bomb();
      yield chunk;
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') ? broken(error as Error) : error;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

function bomb(): ImportRefused {
  const reason = `the file unpacks to more than ${mostRatio} times its size, as no table does: unpack it yourself and import what is in it`;
  return new ImportRefused('unpacks-to-too-much', 'file', reason);
}

function broken({ message }: Error): ImportRefused {
  return new ImportRefused('broken-gzip', 'file', `the file is packed with gzip and damaged or cut off (${message}): fetch it again`);
}
