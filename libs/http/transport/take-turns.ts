import { Turns } from '@tenure/threads';
import type { FastifyInstance } from 'fastify';

/**
 * Requests that arrive all at once, such as a thousand event streams after a network failure, are begun for a few milliseconds in
 * each turn of the event loop.
 */
export function takeTurns(fastify: Pick<FastifyInstance, 'addHook'>): void {
  const turns = new Turns();
  fastify.addHook('onRequest', (_request, _reply, done) => {
    if (turns.over === null) done();
    else void inTurn(turns, done);
  });
}

async function inTurn(turns: Turns, begin: () => void): Promise<void> {
  for (let { over } = turns; over; { over } = turns) await over;
  begin();
}
