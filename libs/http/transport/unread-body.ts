import type { FastifyReply, FastifyRequest } from 'fastify';

/** How long a sender may go on after its answer before the connection is cut. */
const PATIENCE_MS = 5_000;

/**
 * For a refusal that goes out while the body is still coming in. Closing at once would reset the connection, and the
 * sender, still writing, might never see the answer: so what comes in is thrown away for a while.
 */
export function settleUnreadBody(request: FastifyRequest, reply: FastifyReply): void {
  const { raw } = request;
  if (raw.complete) return;
  reply.removeHeader('connection');
  reply.raw.once('finish', () => {
    raw.resume();
    const patience = setTimeout(() => raw.complete || raw.destroy(), PATIENCE_MS);
    patience.unref();
    raw.once('close', () => clearTimeout(patience));
  });
}
