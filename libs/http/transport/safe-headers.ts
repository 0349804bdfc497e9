import type { FastifyReply, FastifyRequest } from 'fastify';

/** For everything that is not a page: nothing in an answer may be run, framed, guessed at or kept. */
export const SAFE_HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

export function setSafeHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('X-Request-Id', request.id).headers(SAFE_HEADERS);
}
