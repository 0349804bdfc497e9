import type { FastifyInstance } from 'fastify';
import { parseJson } from './parse-json.js';

/** Bodies that a handler reads as they arrive: never held as a whole. */
const streamed = [
  'application/x-ndjson',
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/octet-stream',
  'application/gzip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** JSON is read as a whole, up to the body limit of the server; every other known type is passed on as a stream. */
export function addBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJson(body as Buffer));
    } catch (error) {
      done(error as Error, undefined);
    }
  });
  for (const type of streamed) fastify.addContentTypeParser(type, (_request, payload, done) => done(null, payload));
}
