import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';

export const PIECE_BYTES = 65_536;

/** One large write makes no progress until the kernel has all of it, so its reader seems slow (`slow-connections.ts`): long texts are written in pieces. */
export function answerInPieces(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (typeof payload !== 'string' || payload.length <= PIECE_BYTES || request.method === 'HEAD') {
      done(null, payload);
      return;
    }
    const bytes = Buffer.from(payload);
    reply.header('content-length', bytes.length);
    done(null, Readable.from(piecesOf(bytes)));
  });
}

export function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
