import { once } from 'node:events';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Recorded } from '../access/recorded.js';
import { Allow } from '../authorisation/allow.js';
import { position } from '../freshness/read-freshness.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, HTTP_SETTINGS, type HttpParts, type HttpSettings } from '../parts.js';
import type { EventSource } from '../ports.js';
import { refuseUnknownParameters } from '../queries/compiled-query.js';
import { OpenStreams } from '../transport/open-streams.js';
import { isPublic, toCloudEvent } from './cloud-event.js';
import { eventStreamText } from './event-text.js';
import { readTypes } from './read-event-parameters.js';

const PAGE = 500;
const parameters = new Set(['after', 'types']);

/** The log as server-sent events. */
@Controller()
export class EventStreamController {
  readonly #events: EventSource;

  constructor(
    @Inject(HTTP_PARTS) private readonly parts: HttpParts,
    @Inject(HTTP_SETTINGS) private readonly settings: Required<HttpSettings>,
    private readonly streams: OpenStreams,
  ) {
    this.#events = parts.ports.events!;
  }

  @Get('/v1/events/stream')
  @Recorded('reveal')
  @Allow('analyst', 'auditor', 'privacy-officer', 'integrator')
  @Operation(eventStreamText)
  async stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after, types: wanted } = refuseUnknownParameters(request, parameters);
    const types = readTypes(wanted, this.parts.eventTypes!);
    const { parameter, start } = await this.#start(request.headers['last-event-id'], after);
    reply.header('content-type', 'text/event-stream; charset=utf-8').header('X-Accel-Buffering', 'no');
    if (request.method === 'HEAD') {
      reply.send();
      return;
    }
    // The first page is read before the answer begins, so that an invalid position is still answered with 400.
    const first = await this.#events.page({ after: start, types, limit: PAGE });
    if (start !== null && first.last === start) await this.#events.requireRecorded(parameter, start);
    const headers = reply.getHeaders();
    reply.hijack();
    reply.raw.writeHead(200, headers as Record<string, string>);
    await this.#write(reply, first, types).catch((err: unknown) => {
      this.parts.logger?.error({ requestId: request.id, err }, 'event stream failed');
      reply.raw.destroy();
    });
  }

  async #start(lastEventId: string | string[] | undefined, after: string | undefined): Promise<{ parameter: string; start: string | null }> {
    const moments = this.parts.ports.moments;
    if (lastEventId !== undefined && lastEventId !== '') return { parameter: 'Last-Event-ID', start: position('Last-Event-ID', lastEventId, moments) };
    if (after === 'beginning') return { parameter: 'after', start: null };
    if (after !== undefined) return { parameter: 'after', start: position('after', after, moments) };
    return { parameter: 'after', start: (await this.#events.head())?.position ?? null };
  }

  async #write({ raw }: FastifyReply, first: Awaited<ReturnType<EventSource['page']>>, types: ReadonlySet<string> | null): Promise<void> {
    const { signal, end } = this.streams.open();
    raw.on('close', end);
    let page = first;
    const heartbeat = setInterval(() => raw.writableNeedDrain || raw.write(heartbeatOf(page.last)), this.settings.heartbeatMs);
    try {
      raw.write('retry: 2000\n\n');
      for (;;) {
        const text = page.events.filter(isPublic).map(messageOf).join('');
        if (text !== '' && !raw.write(text)) await once(raw, 'drain', { signal });
        if (page.atEnd) await this.#events.waitFor(page.last, signal);
        if (signal.aborted) break;
        page = await this.#events.page({ after: page.last, types, limit: PAGE });
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      clearInterval(heartbeat);
      end();
      raw.end();
    }
  }
}

type Page = Awaited<ReturnType<EventSource['page']>>;

function messageOf(event: Page['events'][number]): string {
  return `id: ${event.position}\ndata: ${JSON.stringify(toCloudEvent(event))}\n\n`;
}

/** Carries the position too: a filter may have passed over a million events since the last message. */
function heartbeatOf(last: string | null): string {
  return last === null ? ': nothing yet\n\n' : `id: ${last}\n: still here\n\n`;
}
