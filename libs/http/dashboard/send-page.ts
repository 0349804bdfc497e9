import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DashboardFiles, PageFile } from './dashboard-files.js';

/** Everything from this server, nothing inline. `blob:` is for the files that a reader saves. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page, at whatever address: which figure it shows is told by its address, and read by its own script. */
export function sendPage(dashboard: DashboardFiles, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('Content-Security-Policy', policy).header('Referrer-Policy', 'no-referrer');
  sendFile(dashboard.page, 'no-cache', request, reply);
}

export function sendFile(file: PageFile, cacheControl: string, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('Cache-Control', cacheControl).header('ETag', file.etag).header('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === file.etag) {
    reply.code(304).send();
    return;
  }
  const gzips = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (gzips) reply.header('Content-Encoding', 'gzip');
  reply.header('content-type', file.type).send(gzips ? file.gzipped : file.content);
}

const apart = /^\/(?:v1|docs|assets|health|metrics|openapi\.json|asyncapi\.json)(?:\/|$)/;

/** A browser goes to an address of the dashboard, such as /retention?granularity=week. */
export function isNavigation({ method, headers, url }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html') && !apart.test(url.split('?', 1)[0]!);
}
