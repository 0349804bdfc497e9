import { Readable } from 'node:stream';
import { Controller, Get, Inject, Req, Res, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { personalReaders, type Role } from '@tenure/access';
import type { Query, Reader, ReadModel, Row } from '@tenure/projecting';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Recorded } from '../access/recorded.js';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { askerOf } from '../authorisation/asker-of.js';
import { contentTypes } from '../formats/answer-format.js';
import { encodeRows } from '../formats/encode-rows.js';
import { asOfBody, asOfHeaders } from '../freshness/as-of.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { Moments } from '../ports.js';
import { type Answered, AskQuery } from './ask-query.js';
import { type CompiledQuery, compileQuery, readRequest } from './compiled-query.js';
import { queryText } from './query-text.js';

const readers: [Role, ...Role[]] = ['analyst', 'auditor', 'privacy-officer'];

/** Integrators read single customers, for the revision that `If-Match` needs; figures over all are not theirs. */
// biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
function rolesOf(query: Query<any>): [Role, ...Role[]] {
  return query.path.startsWith('customers/:') ? [...readers, 'integrator'] : readers;
}

/** A controller with one route for each query of a read model. */
export function queryController(readModel: ReadModel): Type {
  @Controller()
  class Queries {
    constructor(
      @Inject(QueryBus) readonly bus: QueryBus,
      @Inject(HTTP_PARTS) readonly parts: HttpParts,
    ) {}
  }
  const { name } = readModel.projection;
  Object.defineProperty(Queries, 'name', { value: `Queries of ${name}` });
  for (const query of readModel.queries) {
    const compiled = compileQuery(query);
    const handler = async function (this: Queries, request: FastifyRequest, reply: FastifyReply): Promise<void> {
      await answerQuery(this.bus, compiled, request, reply, this.parts.ports.moments);
    };
    const { prototype } = Queries;
    Object.defineProperty(prototype, query.name, { value: handler, configurable: true, writable: true, enumerable: false });
    const descriptor = Object.getOwnPropertyDescriptor(prototype, query.name)!;
    Req()(prototype, query.name, 0);
    Res()(prototype, query.name, 1);
    Get(`/v1/${query.path}`)(prototype, query.name, descriptor);
    Allow(...rolesOf(query))(prototype, query.name, descriptor);
    if (query.personal) Recorded('reveal')(prototype, query.name, descriptor);
    Operation(() => queryText(readModel, query))(prototype, query.name, descriptor);
  }
  return Queries;
}

async function answerQuery(bus: QueryBus, compiled: CompiledQuery, request: FastifyRequest, reply: FastifyReply, moments: Moments): Promise<void> {
  const { query } = compiled;
  const { params, freshness, format, csv } = readRequest(compiled, request, moments);
  const { answer, asOf }: Answered = await bus.execute(new AskQuery(query, params, freshness, readerOf(request), askerOf(request, reply)));
  const { revision, next } = answer as { revision?: unknown; next?: unknown };
  if (typeof revision === 'number') reply.header('ETag', `"${revision}"`).header('Vary', 'Accept');
  if (typeof next === 'string') reply.headers(nextPageHeaders(request.url, next));
  if (format === 'json') {
    reply.send({ ...answer, asOf: asOfBody(asOf) });
    return;
  }
  const rows = (query.rows as (answer: object) => Iterable<Row>)(answer);
  const columns = (query.columns as ((answer: object) => readonly string[]) | undefined)?.(answer);
  reply
    .headers(asOfHeaders(asOf))
    .header('content-type', contentTypes[format])
    .send(Readable.from(texts(encodeRows(rows, { format, ...csv }, columns))));
}

/** Rows have no room for `next`: RFC 8288 says where the rest is, and a header gives the cursor by itself. */
function nextPageHeaders(url: string, cursor: string): Record<string, string> {
  const [path = '', query = ''] = url.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return { Link: `<${path}?${parameters}>; rel="next"`, 'Tenure-Next': cursor };
}

function readerOf(request: FastifyRequest): Reader {
  return { personal: principalOf(request).roles.some((role) => personalReaders.includes(role)) };
}

async function* texts(pieces: AsyncIterable<{ readonly text: string }>): AsyncGenerator<string> {
  for await (const { text } of pieces) yield text;
}
