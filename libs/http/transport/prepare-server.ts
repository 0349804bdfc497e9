import type { FastifyInstance } from 'fastify';
import { addBodyParsers } from './body-parsers.js';

/** For everything that is not a page: nothing in an answer may be run, framed, guessed at or kept. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** What holds for every request before any route is known. */
export function prepareServer(fastify: FastifyInstance): void {
  addBodyParsers(fastify);
  fastify.decorateRequest('principal', null);
  fastify.addHook('onRequest', (request, reply, done) => {
    reply
      .header('X-Request-Id', request.id)
      .header('Cache-Control', 'no-store')
      .header('X-Content-Type-Options', 'nosniff')
      .header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    done();
  });
}
