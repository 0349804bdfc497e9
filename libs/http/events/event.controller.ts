import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { RecordedEvent } from '@tenure/event-log';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../authorisation/allow.js';
import { answerFormat, contentTypes } from '../formats/answer-format.js';
import { type AsOfBody, asOfBody } from '../freshness/as-of.js';
import { position, type ReadPosition } from '../freshness/read-freshness.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { EventSource } from '../ports.js';
import { Problem } from '../problems/problem.js';
import { refuseUnknownParameters } from '../queries/compiled-query.js';
import { isPublic, toCloudEvent } from './cloud-event.js';
import { customerEventsText, eventsText } from './event-text.js';
import { readCount, readTypes } from './read-event-parameters.js';

const MOST = 1_000;
const USUAL = 100;
const ofAll = new Set(['after', 'types', 'limit', 'format']);
const ofCustomer = new Set(['from', 'limit', 'format']);

/** The log itself, as CloudEvents. */
@Controller()
export class EventController {
  readonly #events: EventSource;
  readonly #readPosition: ReadPosition;

  constructor(@Inject(HTTP_PARTS) { ports }: HttpParts) {
    this.#events = ports.events!;
    this.#readPosition = ports.readPosition!;
  }

  @Get('/v1/events')
  @Allow('analyst', 'auditor', 'privacy-officer', 'integrator')
  @Operation(eventsText)
  async all(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after, types, limit } = refuseUnknownParameters(request, ofAll);
    const start = after === undefined ? null : position('after', after, this.#readPosition);
    const page = await this.#events.page({
      after: start,
      types: readTypes(types),
      limit: readCount('limit', limit, 1, MOST, USUAL),
    });
    if (start !== null && page.last === start) await this.#events.requireRecorded('after', start);
    await this.#answer(request, reply, page.events, page.atEnd ? null : page.last);
  }

  @Get('/v1/customers/:customerId/events')
  @Allow('analyst', 'auditor', 'privacy-officer', 'integrator')
  @Operation(customerEventsText)
  async ofCustomer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { customerId } = request.params as { customerId: string };
    const parameters = refuseUnknownParameters(request, ofCustomer);
    const from = readCount('from', parameters.from, 0, Number.MAX_SAFE_INTEGER, 0);
    const limit = readCount('limit', parameters.limit, 1, MOST, USUAL);
    const events = await this.#events.streamEvents(customerId, { from, limit: limit + 1 });
    if (events.length === 0 && from === 0) throw new Problem('not-found', `There is no customer ${customerId}.`, { code: 'customer-unknown' });
    const more = events[limit];
    await this.#answer(request, reply, events.slice(0, limit), more ? String(more.revision) : null);
  }

  async #answer(request: FastifyRequest, reply: FastifyReply, events: readonly RecordedEvent[], next: string | null): Promise<void> {
    const items = events.filter(isPublic).map(toCloudEvent);
    if (answerFormat(request, ['json', 'ndjson']) === 'json') reply.send({ items, next, asOf: await this.#asOf() });
    else reply.header('content-type', contentTypes.ndjson).send(items.map((item) => `${JSON.stringify(item)}\n`).join(''));
  }

  /** The log is never behind itself. */
  async #asOf(): Promise<AsOfBody> {
    const head = await this.#events.head();
    return asOfBody({ position: head?.position ?? null, recordedAt: head?.recordedAt ?? null, lagMs: 0 });
  }
}
