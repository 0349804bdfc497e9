import type { INestApplicationContext } from '@nestjs/common';
import type { AccessEntry, AccessKind, AccessOutcome } from '@tenure/access';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { routesOf } from '../authorisation/routes.js';
import type { Audit } from '../ports.js';
import { recordedKindOf } from './recorded.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The subject of the request, where the path does not name it. */
    accessSubject: string | null;
  }
}

/** Tells the audit the outcome of each request that has to be recorded, and of each that was denied. */
export class AccessRecorder {
  readonly #kinds = new Map<string, AccessKind>();

  constructor(private readonly audit: Audit) {}

  /** Call it before routes are added to the server, and after authentication. */
  watch(fastify: FastifyInstance): void {
    fastify.decorateRequest('accessSubject', null);
    fastify.addHook('onRequest', (request, reply, done) => {
      // An answer that was cut short does not end; only its connection closes.
      if (request.principal !== null) reply.raw.once('close', () => this.#record(request, reply));
      done();
    });
  }

  knows(app: INestApplicationContext): void {
    for (const { method, path, handler } of routesOf(app)) {
      const kind = recordedKindOf(handler);
      if (kind) this.#kinds.set(`${method} ${path}`, kind);
    }
  }

  #record(request: FastifyRequest, { raw }: FastifyReply): void {
    const kind = raw.statusCode === 403 ? 'denial' : this.#kinds.get(routeOf(request));
    if (kind) this.audit.record(entryOf(request, kind, outcomeOf(raw.statusCode, raw.writableFinished)));
  }
}

const routeOf = ({ routeOptions: { method, url } }: FastifyRequest): string => `${method} ${url}`;

export function entryOf(request: FastifyRequest, kind: AccessKind, outcome: AccessOutcome): AccessEntry {
  const subject = kind === 'login' ? null : (request.accessSubject ?? namedIn(request));
  return { kind, outcome, actor: request.principal?.id ?? null, address: addressOf(request), what: routeOf(request), subject };
}

function namedIn({ params }: FastifyRequest): string | null {
  const names = Object.values((params ?? {}) as Record<string, string>);
  return names.length === 0 ? null : names.join('/');
}

/** An IPv4 address in its own form, also where the socket speaks IPv6. `unknown`: the connection was reset before its address was read. */
export function addressOf({ ip }: { readonly ip: string | undefined }): string {
  return ip?.replace(/^::ffff:(?=\d+\.)/, '') ?? 'unknown';
}

function outcomeOf(status: number, isWhole: boolean): AccessOutcome {
  if (status >= 500) return 'failed';
  if (status >= 400) return 'refused';
  return isWhole ? 'done' : 'cut-short';
}
