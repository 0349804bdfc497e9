import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { PIECE_BYTES, piecesOf } from './answer-in-pieces.js';

/** A body whose pieces are complete: a small one is written at once, a large one as fast as its reader takes it. */
export function sendPieces(reply: FastifyReply, pieces: readonly Uint8Array<ArrayBuffer>[]): void {
  const buffers = pieces.map((piece) => Buffer.from(piece.buffer));
  const bytes = buffers.reduce((sum, { length }) => sum + length, 0);
  if (bytes <= PIECE_BYTES) reply.send(Buffer.concat(buffers));
  else reply.header('content-length', bytes).send(Readable.from(inPieces(buffers)));
}

function* inPieces(buffers: readonly Buffer[]): Generator<Buffer> {
  for (const buffer of buffers) yield* piecesOf(buffer);
}
