import { Readable } from 'node:stream';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems/problem.js';

const inflaters: Readonly<Record<string, () => ReturnType<typeof createUnzip> | ReturnType<typeof createBrotliDecompress>>> = {
  gzip: createUnzip,
  'x-gzip': createUnzip,
  deflate: createUnzip,
  br: createBrotliDecompress,
};

/**
 * Bodies with a `Content-Encoding` are inflated before anything reads them (RFC 9110, section 8.4); limits apply to the inflated
 * bytes. Any other encoding is refused with 415 and the header `Accept-Encoding` (RFC 7694).
 */
export function inflateBodies(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', (request, reply, payload, done) => {
    const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
    if (encoding === 'identity' || encoding === '') {
      done(null, payload);
      return;
    }
    const inflater = inflaters[encoding];
    if (inflater) {
      done(null, inflated(payload as Readable, inflater(), encoding));
      return;
    }
    reply.header('Accept-Encoding', 'gzip, deflate, br');
    const detail = `A body encoded as "${encoding.slice(0, 64)}" is not read here. Send it as it is, or with one of Content-Encoding: gzip, deflate, br.`;
    done(new Problem('unsupported-media-type', detail, { code: 'unsupported-content-encoding' }));
  });
}

/** Fastify compares `receivedEncodedLength` with the Content-Length of the request. */
function inflated(payload: Readable, inflater: NodeJS.ReadWriteStream & Readable, encoding: string): Readable & { receivedEncodedLength: number } {
  let received = 0;
  payload.on('data', (piece: Buffer) => (received += piece.length));
  // Nobody reads the body of a request without a key: if it breaks off, the error is ignored.
  inflater.on('error', () => {});
  payload.once('error', (error) => inflater.destroy(error));
  payload.once('close', () => payload.readableEnded || inflater.destroy(new Error('the body broke off')));
  const body = Readable.from(sound(payload.pipe(inflater), encoding), { objectMode: false });
  return Object.defineProperty(body, 'receivedEncodedLength', { get: () => received }) as Readable & { receivedEncodedLength: number };
}

async function* sound(pieces: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  try {
    yield* pieces;
  } catch (error) {
    if (!/^(Z_|ERR_BROTLI|ERR__ERROR)/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new Problem('bad-request', `The body is not valid ${encoding}, although Content-Encoding says so. Send it again, or without that header.`, {
      code: 'invalid-content-encoding',
    });
  }
}
