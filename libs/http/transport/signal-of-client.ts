import type { FastifyReply } from 'fastify';

/** Aborts when the client has gone before its answer was whole, so that work nobody waits for can stop. */
export function signalOfClient(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
