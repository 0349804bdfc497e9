import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How long a sender may go on after its answer before the connection is cut. */
const PATIENCE_MS = 5_000;

/**
 * For a refusal that goes out while the body is still coming in. Closing at once would reset the connection, and the
 * sender, still writing, might never see the answer: so what comes in is thrown away for a while.
 */
export function settleUnreadBody({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete) return;
  reply.removeHeader('connection');
  throwAwayRest(raw, reply.raw);
}

/** Once the answer has gone out. */
export function throwAwayRest(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    request.resume();
    const patience = setTimeout(() => request.complete || request.destroy(), PATIENCE_MS);
    patience.unref();
    request.once('close', () => clearTimeout(patience));
  });
}
