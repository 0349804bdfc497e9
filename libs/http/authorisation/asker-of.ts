import type { Asker } from '@tenure/querying';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { signalOfClient } from '../transport/signal-of-client.js';
import { principalOf } from './access.guard.js';

/** The party that waits for the answer to a request, behind the guard. */
export function askerOf(request: FastifyRequest, reply: FastifyReply): Asker {
  return { key: principalOf(request).id, signal: signalOfClient(reply) };
}
