import type { FastifyInstance } from 'fastify';

/** GET and HEAD with an `If-None-Match` that holds the ETag of the answer get 304 without a body (RFC 9110, sections 13.1.2 and 15.4.5). */
export function answerNotModified(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const asked = request.headers['if-none-match'];
    const etag = reply.getHeader('etag');
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (asked === undefined || typeof etag !== 'string' || !isRead || reply.statusCode !== 200 || !matches(asked, etag)) {
      done(null, payload);
      return;
    }
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    // Not null: a later hook, of HEAD routes, measures a text.
    done(null, '');
  });
}

/** Weak comparison, as RFC 9110 requires here. */
function matches(asked: string, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return asked.trim() === '*' || asked.split(',').some((tag) => opaque(tag) === opaque(etag));
}
