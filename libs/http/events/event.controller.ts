import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { logReaders } from '@tenure/access';
import { type LogHead, type RecordedEvent, streamOf } from '@tenure/event-log';
import type { Moments } from '@tenure/querying';
import { notYetRecorded } from '@tenure/querying';
import { nearest } from '@tenure/shape';
import { type StreamKind, type StreamKinds, streamNamed } from '@tenure/streams';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Recorded } from '../access/recorded.js';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { answerFormat, contentTypes } from '../formats/answer-format.js';
import { type AsOfBody, asOfBody } from '../freshness/as-of.js';
import { moment, position } from '../freshness/read-freshness.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { Events } from '../ports.js';
import { Problem, wrongParameter } from '../problems/problem.js';
import { refuseUnknownParameters } from '../queries/compiled-query.js';
import { toCloudEvent } from './cloud-event.js';
import type { EventKind } from './event-kind.js';
import { customerEventsText, eventsText, oneStreamEventsText, streamEventsText } from './event-text.js';
import { readActor, readCount, readTypes } from './read-event-parameters.js';

const MOST = 1_000;
const USUAL = 100;
const ofAll = new Set(['after', 'types', 'actor', 'asAt', 'limit', 'format']);
const ofStream = new Set(['from', 'asAt', 'limit', 'format']);

/** The log itself, as CloudEvents. */
@Controller()
export class EventController {
  readonly #events: Events;
  readonly #moments: Moments;
  readonly #types: readonly EventKind[];
  readonly #kinds: StreamKinds;

  constructor(@Inject(HTTP_PARTS) { ports, eventKinds, streamKinds }: HttpParts) {
    this.#types = eventKinds!;
    this.#kinds = streamKinds!;
    this.#events = ports.events!;
    this.#moments = ports.moments;
  }

  @Get('/v1/events')
  @Recorded('reveal')
  @Allow(...logReaders)
  @Operation(eventsText)
  async all(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after, types, actor, asAt, limit } = refuseUnknownParameters(request, ofAll);
    const start = after === undefined ? null : position('after', after, this.#moments);
    const end = await this.#endOf(asAt);
    const page = await this.#events.page({
      after: start,
      types: readTypes(types, this.#types),
      actor: readActor(actor),
      upTo: end?.position ?? null,
      limit: readCount('limit', limit, 1, MOST, USUAL),
    });
    if (start !== null && page.last === start) await this.#events.requireRecorded('after', start);
    await this.#answer(request, reply, { events: page.events, next: page.atEnd ? null : page.last, end });
  }

  @Get('/v1/customers/:customerId/events')
  @Recorded('reveal')
  @Allow(...logReaders)
  @Operation(customerEventsText)
  async ofCustomer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { customerId } = request.params as { customerId: string };
    await this.#ofStream(request, reply, streamOf(customerId), () => this.#noEvents(customerId));
  }

  @Get('/v1/streams/:kind/events')
  @Recorded('reveal')
  @Allow(...logReaders)
  @Operation(oneStreamEventsText)
  async ofOneStream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const kind = this.#kindFor(request);
    if (kind.streams !== 'one') throw new Problem('not-found', `There are many streams of kind ${kind.name}: ask for /v1/streams/${kind.name}/<id>/events.`);
    await this.#ofStream(request, reply, streamNamed(kind), () => noStream(`Nothing was recorded on ${kind.name} yet.`));
  }

  @Get('/v1/streams/:kind/:id/events')
  @Recorded('reveal')
  @Allow(...logReaders)
  @Operation(streamEventsText)
  async ofStreamOfKind(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const kind = this.#kindFor(request);
    const { id } = request.params as { id: string };
    if (kind.streams === 'one') throw new Problem('not-found', `There is one stream of kind ${kind.name}: ask for /v1/streams/${kind.name}/events.`);
    await this.#ofStream(request, reply, streamNamed(kind, id), () => noStream(`There is no ${kind.name} ${id}.`));
  }

  /** @throws Problem for an unknown kind, or one that this caller may not read */
  #kindFor(request: FastifyRequest): StreamKind {
    const { kind: name } = request.params as { kind: string };
    const kind = this.#kinds.named(name);
    if (kind === null) throw noKind(name, this.#kinds);
    if (kind.readers.some((role) => principalOf(request).roles.includes(role))) return kind;
    throw new Problem('forbidden', `The events of ${name} are shown to ${kind.readers.length === 0 ? 'nobody' : kind.readers.join(', ')}.`);
  }

  /** `nothing`: the error when the stream has no event. */
  async #ofStream(request: FastifyRequest, reply: FastifyReply, stream: string, nothing: () => Error | Promise<Error>): Promise<void> {
    const parameters = refuseUnknownParameters(request, ofStream);
    const from = readCount('from', parameters.from, 0, Number.MAX_SAFE_INTEGER, 0);
    const limit = readCount('limit', parameters.limit, 1, MOST, USUAL);
    const end = await this.#endOf(parameters.asAt);
    const events = await this.#events.streamEvents(stream, { from, limit: limit + 1, ...(end && { upTo: end.position }) });
    if (events.length === 0 && from === 0) throw await nothing();
    const more = events[limit];
    await this.#answer(request, reply, { events: events.slice(0, limit), next: more ? String(more.revision) : null, end });
  }

  async #noEvents(customerId: string): Promise<Error> {
    const [first] = await this.#events.streamEvents(streamOf(customerId), { from: 0, limit: 1 });
    return first ? notYetRecorded(customerId, first) : new Problem('not-found', `There is no customer ${customerId}.`, { code: 'customer-unknown' });
  }

  async #answer(request: FastifyRequest, reply: FastifyReply, { events, next, end }: Answered): Promise<void> {
    const { roles } = principalOf(request);
    const items = events.filter(({ stream }) => this.#kinds.shows(stream, roles)).map(toCloudEvent);
    if (answerFormat(request, ['json', 'ndjson']) === 'json') reply.send({ items, next, asOf: await this.#asOf(end) });
    else reply.header('content-type', contentTypes.ndjson).send(items.map((item) => `${JSON.stringify(item)}\n`).join(''));
  }

  /** The last event recorded by `asAt`; undefined without one. */
  async #endOf(asAt: string | undefined): Promise<LogHead | undefined> {
    if (asAt === undefined) return undefined;
    const wanted = moment('asAt', asAt, this.#moments);
    if ('position' in wanted) await this.#events.requireRecorded('asAt', wanted.position);
    const end = await this.#events.by(wanted);
    if (end === null) throw wrongParameter('asAt', 'before-the-first-event', 'lies before everything that was recorded: write a later moment');
    return end;
  }

  /** The log is never behind itself. */
  async #asOf(end: LogHead | undefined): Promise<AsOfBody> {
    const { position = null, recordedAt = null } = end ?? (await this.#events.head()) ?? {};
    return asOfBody({ position, recordedAt, lagMs: 0 });
  }
}

interface Answered {
  readonly events: readonly RecordedEvent[];
  readonly next: string | null;
  readonly end: LogHead | undefined;
}

function noStream(detail: string): Problem {
  return new Problem('not-found', detail, { code: 'stream-unknown' });
}

function noKind(name: string, { all }: StreamKinds): Problem {
  const names = all.filter(({ readers }) => readers.length > 0).map((kind) => kind.name);
  const meant = nearest(name, names);
  const remedy = meant === null ? `There are ${names.join(', ')}.` : `Did you mean ${meant}?`;
  return new Problem('not-found', `There is no kind of stream "${name.slice(0, 100)}". ${remedy}`, { code: 'stream-kind-unknown' });
}
