import type { FastifyReply, FastifyRequest } from 'fastify';

/** For everything that is not a page: nothing in an answer may be run, framed, guessed at or kept. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; frame-ancestors 'none'";

export function setSafeHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply
    .header('X-Request-Id', request.id)
    .header('Cache-Control', 'no-store')
    .header('X-Content-Type-Options', 'nosniff')
    .header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
}
