import { isTracing, SpanKind, startSpan, traceparentOf } from '@tenure/tracing';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** W3C Trace Context of this request, when it is traced. */
    traceparent: string | undefined;
  }
}

/** A span for each request, in the trace of its sender. Paths hold ids of customers: a span names the route instead. */
export function traceRequests(fastify: FastifyInstance): void {
  fastify.decorateRequest('traceparent', undefined);
  if (!isTracing()) return;
  const spans = new WeakMap<FastifyRequest, ReturnType<typeof startSpan>>();
  fastify.addHook('onRequest', (request, _, done) => {
    const { method, headers } = request;
    const route = request.routeOptions.url ?? 'no route';
    const attributes = { 'http.request.method': method, 'http.route': route };
    const span = startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, traceparent: headers['traceparent'] as string | undefined, attributes });
    spans.set(request, span);
    request.traceparent = traceparentOf(span);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    spans.get(request)?.setAttribute('http.response.status_code', reply.statusCode).end();
    done();
  });
}
