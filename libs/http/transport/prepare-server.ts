import type { FastifyInstance } from 'fastify';
import { answerInPieces } from './answer-in-pieces.js';
import { addBodyParsers } from './body-parsers.js';
import { inflateBodies } from './inflate-bodies.js';
import { answerNotModified } from './not-modified.js';
import { setSafeHeaders } from './safe-headers.js';
import { takeTurns } from './take-turns.js';
import { traceRequests } from './trace-requests.js';

/** What applies to every request before its route is known. */
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
  // By default Node answers an unknown Expect header with a bare 417; RFC 9110 lets a server ignore the header.
  fastify.server.on('checkExpectation', (request, response) => fastify.server.emit('request', request, response));
}
