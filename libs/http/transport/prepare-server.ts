import type { FastifyInstance } from 'fastify';
import { answerInPieces } from './answer-in-pieces.js';
import { addBodyParsers } from './body-parsers.js';
import { inflateBodies } from './inflate-bodies.js';
import { answerNotModified } from './not-modified.js';
import { setSafeHeaders } from './safe-headers.js';
import { takeTurns } from './take-turns.js';
import { traceRequests } from './trace-requests.js';

/** What holds for every request before any route is known. */
export function prepareServer(fastify: FastifyInstance): void {
  takeTurns(fastify);
  traceRequests(fastify);
  addBodyParsers(fastify);
  inflateBodies(fastify);
  answerNotModified(fastify);
  answerInPieces(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    setSafeHeaders(request, reply);
    done();
  });
  // Of itself Node answers an Expect header that it does not know with a bare 417; RFC 9110 lets a server pass over it.
  fastify.server.on('checkExpectation', (request, response) => fastify.server.emit('request', request, response));
}
