import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems/problem.js';

/**
 * Refuses requests addressed to a host name that is not ours. A page of another site can have its own name resolve to this machine
 * and then read the answers as its own (DNS rebinding); it cannot do so for an IP address or `localhost`.
 */
export function checkHosts(fastify: FastifyInstance, allowed: readonly string[]): void {
  const names = new Set(['localhost', ...allowed.map((name) => name.toLowerCase())]);
  fastify.addHook('onRequest', (request, _reply, done) => {
    const name = nameIn(request.headers.host ?? '');
    if (isIP(name) !== 0 || names.has(name)) return done();
    done(new Problem('host-not-allowed', `The name "${name.slice(0, 255)}" is not served here. Where it is yours, add it to TENURE_ALLOWED_HOSTS.`));
  });
}

/** `name:port`, `[address]:port`; a trailing dot has no meaning (RFC 3986, 3.2.2). */
function nameIn(host: string): string {
  return host
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
}
