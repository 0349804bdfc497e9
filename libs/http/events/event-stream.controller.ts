import { once } from 'node:events';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { logReaders, type Role } from '@tenure/access';
import type { RecordedEvent } from '@tenure/event-log';
import { type Asker, type EventPage, FairQueue, TooMany } from '@tenure/querying';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Recorded } from '../access/recorded.js';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { askerOf } from '../authorisation/asker-of.js';
import { position } from '../freshness/read-freshness.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, HTTP_SETTINGS, type HttpParts, type HttpSettings } from '../parts.js';
import type { Events } from '../ports.js';
import { refuseUnknownParameters } from '../queries/compiled-query.js';
import { piecesOf } from '../transport/answer-in-pieces.js';
import { OpenStreams } from '../transport/open-streams.js';
import { toCloudEvent } from './cloud-event.js';
import { EventTail } from './event-tail.js';
import { eventStreamText } from './event-text.js';
import { readTypes } from './read-event-parameters.js';

const PAGE = 500;
/** Streams that are behind the tail's buffer read the log, a few at a time. */
const CATCHING_UP = { of: 'event streams', atOnce: 8, atOncePerKey: 4, waitingPerKey: 10_000, waiting: 10_000 };
const parameters = new Set(['after', 'types']);

/** The log as server-sent events. */
@Controller()
export class EventStreamController {
  readonly #events: Events;
  readonly #tail: EventTail;
  readonly #catchingUp = new FairQueue(CATCHING_UP);
  readonly #openByKey = new Map<string, number>();

  constructor(
    @Inject(HTTP_PARTS) private readonly parts: HttpParts,
    @Inject(HTTP_SETTINGS) private readonly settings: Required<HttpSettings>,
    private readonly streams: OpenStreams,
  ) {
    this.#events = parts.ports.events!;
    this.#tail = new EventTail(this.#events, (message) => parts.logger?.warn(message));
  }

  @Get('/v1/events/stream')
  @Recorded('reveal')
  @Allow(...logReaders)
  @Operation(eventStreamText)
  async stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after, types: wanted } = refuseUnknownParameters(request, parameters);
    const types = readTypes(wanted, this.parts.eventKinds!);
    const { parameter, start } = await this.#start(request.headers['last-event-id'], after);
    reply.header('content-type', 'text/event-stream; charset=utf-8').header('X-Accel-Buffering', 'no');
    if (request.method === 'HEAD') {
      reply.send();
      return;
    }
    const asker = askerOf(request, reply);
    // A connection that has closed already emits no further close.
    if (asker.signal.aborted) return;
    reply.raw.once('close', this.#count(asker.key));
    const unfollow = await this.#tail.follow();
    if (asker.signal.aborted) return unfollow();
    reply.raw.once('close', unfollow);
    // The first page is read before the answer begins, so that an invalid position is still answered with 400.
    const first = await this.#page(start, types, asker);
    if (start !== null && first.last === start) await this.#events.requireRecorded(parameter, start);
    const headers = reply.getHeaders();
    reply.hijack();
    reply.raw.writeHead(200, headers as Record<string, string>);
    await this.#write(reply, first, { types, asker, roles: principalOf(request).roles }).catch((err: unknown) => {
      if (!asker.signal.aborted) this.parts.logger?.error({ requestId: request.id, err }, 'event stream failed');
      reply.raw.destroy();
    });
  }

  /** Bounds how many streams one key may have open. */
  #count(key: string): () => void {
    const { streamsPerKey } = this.settings;
    const open = this.#openByKey.get(key) ?? 0;
    if (open >= streamsPerKey) throw new TooMany('too-many-streams', `This key has ${open} event streams open: close some of them first.`, 30);
    this.#openByKey.set(key, open + 1);
    return () => {
      const left = this.#openByKey.get(key)! - 1;
      if (left > 0) this.#openByKey.set(key, left);
      else this.#openByKey.delete(key);
    };
  }

  async #page(after: string | null, types: ReadonlySet<string> | null, asker: Asker): Promise<EventPage> {
    return this.#tail.page(after, types) ?? this.#catchingUp.run(asker, () => this.#events.page({ after, types, limit: PAGE }));
  }

  async #start(lastEventId: string | string[] | undefined, after: string | undefined): Promise<{ parameter: string; start: string | null }> {
    const moments = this.parts.ports.moments;
    if (lastEventId !== undefined && lastEventId !== '') return { parameter: 'Last-Event-ID', start: position('Last-Event-ID', lastEventId, moments) };
    if (after === 'beginning') return { parameter: 'after', start: null };
    if (after !== undefined) return { parameter: 'after', start: position('after', after, moments) };
    return { parameter: 'after', start: (await this.#events.head())?.position ?? null };
  }

  async #write({ raw }: FastifyReply, first: EventPage, { types, asker, roles }: Reading): Promise<void> {
    const kinds = this.parts.streamKinds!;
    const { signal, end } = this.streams.open();
    raw.on('close', end);
    let page = first;
    const heartbeat = setInterval(() => raw.writableNeedDrain || raw.write(heartbeatOf(page.last)), this.settings.heartbeatMs);
    // Spread out, so that not all end at the same moment; a reader that reconnects with the last id misses nothing.
    const age = setTimeout(end, this.settings.streamAgeMs * (0.9 + 0.1 * Math.random()));
    try {
      raw.write('retry: 2000\n\n');
      for (;;) {
        const text = page.events
          .filter(({ stream }) => kinds.shows(stream, roles))
          .map(messageOf)
          .join('');
        for (const piece of piecesOf(Buffer.from(text))) if (!raw.write(piece)) await once(raw, 'drain', { signal });
        if (page.atEnd) await this.#tail.waitFor(page.last, signal);
        if (signal.aborted) break;
        page = await this.#page(page.last, types, asker);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      clearInterval(heartbeat);
      clearTimeout(age);
      end();
      raw.end();
    }
  }
}

interface Reading {
  /** Null: all types. */
  readonly types: ReadonlySet<string> | null;
  readonly asker: Asker;
  readonly roles: readonly Role[];
}

const messages = new WeakMap<RecordedEvent, string>();

/** Encoded once for all streams. */
function messageOf(event: RecordedEvent): string {
  let message = messages.get(event);
  if (message === undefined) {
    message = `id: ${event.position}\ndata: ${JSON.stringify(toCloudEvent(event))}\n\n`;
    messages.set(event, message);
  }
  return message;
}

/** Carries the position too: the filter may have skipped a million events since the last message. */
function heartbeatOf(last: string | null): string {
  return last === null ? ': nothing yet\n\n' : `id: ${last}\n: still here\n\n`;
}
