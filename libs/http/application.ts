import 'reflect-metadata';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AccessRecorder } from './access/record-access.js';
import { Authentication } from './authorisation/authentication.js';
import { OpenRequests } from './authorisation/open-requests.js';
import { assertEveryRouteHasPolicy } from './authorisation/routes.js';
import { answerStopping } from './entrance/answer-waiting.js';
import type { Entrance } from './entrance/entrance.js';
import { tellReadiness } from './health/tell-readiness.js';
import { Traffic } from './health/traffic.js';
import { createHttpModule } from './http.module.js';
import { buildOpenApi } from './openapi/build-open-api.js';
import { OpenApiDocument } from './openapi/open-api-document.js';
import { defaultSettings, type HttpParts } from './parts.js';
import { checkHosts } from './transport/check-hosts.js';
import { MethodsOfPath } from './transport/methods-of-path.js';
import { OpenStreams } from './transport/open-streams.js';
import { prepareServer } from './transport/prepare-server.js';
import { requestId } from './transport/request-id.js';
import { answerRouterError } from './transport/router-error.js';
import { SlowConnections } from './transport/slow-connections.js';
import { TIME_LIMITS } from './transport/time-limits.js';
import { TlsDoor, type TlsFiles } from './transport/tls-door.js';
import { UnaskedConnections } from './transport/unasked-connections.js';
import { answerUnreadable } from './transport/unreadable-request.js';

export interface ListenAt {
  readonly host: string;
  readonly port: number;
  readonly tls?: TlsFiles | null;
}

export interface HttpApplication {
  /**
   * Resolves with the address it is reached at. Port 0 takes a free one. Rejects with `EADDRINUSE` for a taken one. An application
   * with an entrance takes over the entrance's server, where it already listens. With `tls` that address speaks only TLS, and
   * programs on the same machine use another address, `localUrl`. @throws TlsRefused
   */
  listen(at: ListenAt): Promise<{ readonly url: string; readonly port: number; readonly localUrl: string }>;
  openApi(): Promise<object>;
  /** Refuses new connections and requests, ends the endless streams, and lets requests under way finish. Close the ports after it. */
  close(): Promise<void>;
}

/** Requests under way have this long to finish when the server closes; an interrupted import can be sent again. Their resources get 3 s more. */
const CLOSING_MS = 5_000;

/** Longest part of a path after decoding: a customer id has at most 128 characters, each up to four bytes. */
const LONGEST_PATH_PART = 1_024;

/** The whole edge, ready to listen. Fails when a route has no policy. `entrance` listens meanwhile; one application takes it over. */
export async function createHttpApplication(parts: HttpParts, entrance?: Entrance): Promise<HttpApplication> {
  const { bodyLimit, trustedProxies, allowedHosts, connections, ...patience } = { ...defaultSettings, ...parts.settings };
  let handle: RequestListener | undefined;
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: [...trustedProxies],
    genReqId: requestId,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: answerRouterError,
    // While closing, `answerStopping` answers requests that still arrive on open connections.
    return503OnClosing: false,
    routerOptions: { maxParamLength: LONGEST_PATH_PART },
    // Nest middleware is never used here: authorisation by path has been bypassed too often (CVE-2025-69211, CVE-2026-2293).
    skipMiddie: true,
    http: TIME_LIMITS,
    ...(entrance && {
      serverFactory: (handler: RequestListener) => {
        handle = handler;
        return entrance.server;
      },
    }),
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  fastify.server.maxConnections = connections;
  new SlowConnections(fastify.server, patience);
  let stopping = false;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!stopping) return done();
    reply.hijack();
    answerStopping(request.raw, reply.raw);
  });
  prepareServer(fastify);
  if (allowedHosts !== null) checkHosts(fastify, allowedHosts);
  const openRequests = new OpenRequests(parts.ports.keys);
  const authentication = new Authentication(parts.ports.keys, parts.ports.audit, openRequests);
  const recorder = new AccessRecorder(parts.ports.audit);
  authentication.watch(fastify);
  recorder.watch(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(createHttpModule(parts), adapter, { logger: false, bodyParser: false, abortOnError: false });
  assertEveryRouteHasPolicy(app);
  authentication.knows(app);
  recorder.knows(app);
  app.get(MethodsOfPath).watch(fastify);
  app.get(Traffic).watch(fastify);
  app.get(OpenApiDocument).buildWith(() => buildOpenApi(app, parts));
  logRequests(fastify, parts);
  const unasked = entrance?.unasked ?? new UnaskedConnections();
  if (!entrance) unasked.watch(fastify.server);
  const ending = new AbortController();
  await app.init();
  let door: TlsDoor | null = null;
  return {
    async listen({ host, port, tls = null }) {
      if (parts.logger) void tellReadiness(parts.ports.health, parts.logger, ending.signal);
      if (tls) {
        await app.listen(0, LOCAL);
        const failed = ({ message }: Error) => parts.logger?.warn(`The certificate was not renewed: ${message}`);
        door = await TlsDoor.open(fastify.server, tls, { host, port }, failed);
        const { port: taken } = door.server.address() as AddressInfo;
        return { url: urlOf('https', host, taken), port: taken, localUrl: urlOf('http', LOCAL, portOf(fastify)) };
      }
      if (entrance) {
        await fastify.ready();
        entrance.serve(handle!);
      } else {
        await app.listen(port, host);
      }
      const url = urlOf('http', host, portOf(fastify));
      return { url, port: portOf(fastify), localUrl: url };
    },
    openApi: () => buildOpenApi(app, parts),
    async close() {
      stopping = true;
      ending.abort();
      app.get(OpenStreams).close();
      openRequests.close();
      // The server closes idle connections only once: not those that become idle a moment later, when their stream has ended.
      const idle = setInterval(() => {
        fastify.server.closeIdleConnections();
        door?.server.closeIdleConnections();
        unasked.close();
      }, 50);
      const patience = setTimeout(() => {
        fastify.server.closeAllConnections();
        door?.server.closeAllConnections();
      }, CLOSING_MS);
      try {
        await Promise.all([app.close(), entrance?.close(), door?.close()]);
      } finally {
        clearInterval(idle);
        clearTimeout(patience);
      }
    },
  };
}

const LOCAL = '127.0.0.1';

const portOf = (fastify: FastifyInstance): number => (fastify.server.address() as AddressInfo).port;

const urlOf = (scheme: 'http' | 'https', host: string, port: number): string => `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** A line per request only at a level that asks for it: the usual level costs nothing. */
function logRequests(fastify: FastifyInstance, { logger }: HttpParts): void {
  if (!logger?.isLevelEnabled('info')) return;
  fastify.addHook('onResponse', (request, reply, done) => {
    const { id, method, principal } = request;
    logger.info(
      { requestId: id, method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10, actor: principal?.id },
      'request',
    );
    done();
  });
}
