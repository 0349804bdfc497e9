import { Controller, Get, Inject, Req, Res, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { personalReaders, type Role } from '@tenure/access';
import type { Answer, EncodedAnswer, Moments, Query, Reader, ReadModel } from '@tenure/querying';
import { Slices } from '@tenure/threads';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Recorded } from '../access/recorded.js';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { askerOf } from '../authorisation/asker-of.js';
import { contentTypes } from '../formats/answer-format.js';
import { encodeAnswer } from '../formats/encode-answer.js';
import { asOfHeaders } from '../freshness/as-of.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { sendPieces } from '../transport/send-pieces.js';
import { AskQuery } from './ask-query.js';
import { type CompiledQuery, compileQuery, readRequest } from './compiled-query.js';
import { queryText } from './query-text.js';

const readers: [Role, ...Role[]] = ['analyst', 'auditor', 'privacy-officer'];

/** The roles for the `access` that a query declares. */
const rolesOf: Readonly<Record<Query['access'], [Role, ...Role[]]>> = { figures: readers, customer: [...readers, 'integrator'] };

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
    Allow(...rolesOf[query.access])(prototype, query.name, descriptor);
    if (query.personal) Recorded('reveal')(prototype, query.name, descriptor);
    Operation(() => queryText(readModel, query))(prototype, query.name, descriptor);
  }
  return Queries;
}

async function answerQuery(bus: QueryBus, compiled: CompiledQuery, request: FastifyRequest, reply: FastifyReply, moments: Moments): Promise<void> {
  const { query } = compiled;
  const { params, freshness, format, csv } = readRequest(compiled, request, moments);
  const asker = askerOf(request, reply);
  const as = { format, ...csv };
  const answered: Answer | EncodedAnswer = await bus.execute(new AskQuery(query, params, freshness, readerOf(request), asker, as));
  const slices = new Slices(asker.signal);
  const { asOf, revision, next, pieces } = 'pieces' in answered ? answered : await encodeAnswer(query, answered, as, () => slices.next());
  if (revision !== null) reply.header('ETag', `"${revision}"`).header('Vary', 'Accept');
  if (next !== null) reply.headers(nextPageHeaders(request.url, next));
  if (format !== 'json') reply.headers(asOfHeaders(asOf));
  sendPieces(reply.header('content-type', contentTypes[format]), pieces);
}

/** Rows have no room for `next`: the link of RFC 8288 points to the next page, and a header gives the cursor alone. */
function nextPageHeaders(url: string, cursor: string): Record<string, string> {
  const [path = '', query = ''] = url.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return { Link: `<${path}?${parameters}>; rel="next"`, 'Tenure-Next': cursor };
}

function readerOf(request: FastifyRequest): Reader {
  return { personal: principalOf(request).roles.some((role) => personalReaders.includes(role)) };
}
