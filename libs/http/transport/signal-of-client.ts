import type { FastifyReply } from 'fastify';
import { ClientGone } from './client-gone.js';

/** Aborts when the client has gone before its answer was complete, so that work nobody waits for can stop. */
export function signalOfClient({ raw }: FastifyReply): AbortSignal {
  if (raw.destroyed) return AbortSignal.abort(new ClientGone());
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort(new ClientGone());
  });
  return controller.signal;
}
