import type { FastifyReply, FastifyRequest } from 'fastify';

/** A rest of this size is read and thrown away, so that the caller gets to see the answer instead of a reset connection. */
const MOST_TO_DISCARD = 32 * 1024 * 1024;

/** Before a refusal goes out while the body is still coming in: read a bounded rest, else end the connection. */
export function settleUnreadBody(request: FastifyRequest, reply: FastifyReply): void {
  if (request.raw.complete) return;
  const length = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY);
  if (length <= MOST_TO_DISCARD) reply.removeHeader('connection');
  else reply.header('connection', 'close');
}
