import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How long a sender may continue after its answer before the connection is cut. */
const PATIENCE_MS = 5_000;

/**
 * For a refusal that is sent while the body still arrives. Closing at once would reset the connection, and the sender,
 * still writing, might never see the answer: so the rest of the body is read and dropped for a while.
 */
export function settleUnreadBody({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete) return;
  reply.removeHeader('connection');
  throwAwayRest(raw, reply.raw);
}

/** Called once the answer has been sent. */
export function throwAwayRest(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    request.resume();
    const patience = setTimeout(() => request.complete || request.destroy(), PATIENCE_MS);
    patience.unref();
    request.once('close', () => clearTimeout(patience));
  });
}
