import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

/** The body from the JSON parser; refuses a request whose body is a stream or missing. */
export function jsonBody(request: FastifyRequest): unknown {
  const { body } = request;
  if (body === undefined || body === null || body instanceof Readable) {
    if (body === null) return body;
    throw new Problem('unsupported-media-type', 'Send a JSON body with the header Content-Type: application/json.');
  }
  return body;
}

/** The body as it arrives; refuses one of another type. */
export function streamBody(request: FastifyRequest, types: readonly string[]): Readable {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
  if (request.body instanceof Readable && types.includes(type)) return request.body;
  throw new Problem('unsupported-media-type', `Send the body with the header Content-Type: ${types.join(' or ')}.`);
}
