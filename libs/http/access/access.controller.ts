import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { type AccessRecord, accessKinds, accessRecordedType, type StoredAccess } from '@tenure/access';
import type { Position, RecordedEvent } from '@tenure/event-log';
import type { Moments } from '@tenure/querying';
import { nearest } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../authorisation/allow.js';
import { readActor, readCount } from '../events/read-event-parameters.js';
import { asOfBody, rfc3339 } from '../freshness/as-of.js';
import { moment, position } from '../freshness/read-freshness.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { Audit, Events } from '../ports.js';
import { wrongParameter } from '../problems/problem.js';
import { refuseUnknownParameters } from '../queries/compiled-query.js';
import { accessText } from './access-text.js';

const parameters = new Set(['since', 'after', 'kind', 'actor', 'limit']);
const records: ReadonlySet<string> = new Set([accessRecordedType]);
const USUAL_MS = 7 * 86_400_000;
const MOST = 1_000;
const USUAL = 100;
/** Events are scanned page by page; one request scans at most this many. */
const PAGE = 1_000;
const MOST_PAGES = 50;

/** Who did what, from where, and with what outcome. */
@Controller()
export class AccessController {
  readonly #audit: Audit;
  readonly #events: Events;
  readonly #moments: Moments;

  constructor(@Inject(HTTP_PARTS) { ports }: HttpParts) {
    this.#audit = ports.audit;
    this.#events = ports.events!;
    this.#moments = ports.moments;
  }

  @Get('/v1/access')
  @Allow('auditor')
  @Operation(accessText)
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { since, after, kind, actor, limit: most } = refuseUnknownParameters(request, parameters);
    const limit = readCount('limit', most, 1, MOST, USUAL);
    const wanted = { kind: readKind(kind), actor: readActor(actor) };
    const start = after === undefined ? await this.#positionBefore(since) : position('after', after, this.#moments);
    // Before the log is read: what is recorded meanwhile is shown twice rather than not at all.
    const unrecorded = this.#audit.pending();
    const { events, next } = await this.#find(start, limit, (event) => fits(event.data as StoredAccess, wanted));
    const items = await Promise.all(events.map((event) => this.#shown(event)));
    const pending = next === null && !isToCome(since, this.#moments) ? unrecorded.filter((record) => fits(record, wanted)) : [];
    const { position: at = null, recordedAt = null } = (await this.#events.head()) ?? {};
    reply.send({ items: [...items, ...pending.slice(0, limit - items.length).map(pendingBody)], next, asOf: asOfBody({ position: at, recordedAt, lagMs: 0 }) });
  }

  async #positionBefore(since: string | undefined): Promise<Position | null> {
    const from = since === undefined ? { recordedAt: Date.now() - USUAL_MS } : startOf(moment('since', since, this.#moments), since);
    return (await this.#events.by(from))?.position ?? null;
  }

  async #find(start: Position | null, limit: number, isWanted: (event: RecordedEvent) => boolean): Promise<{ events: RecordedEvent[]; next: Position | null }> {
    const events: RecordedEvent[] = [];
    let after = start;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const page = await this.#events.page({ after, types: records, limit: PAGE });
      for (const event of page.events.filter(isWanted)) {
        events.push(event);
        if (events.length === limit) return { events, next: event.position };
      }
      after = page.last;
      if (page.atEnd) return { events, next: null };
    }
    return { events, next: after };
  }

  async #shown({ data, occurredAt, position: place }: RecordedEvent): Promise<object> {
    const { address: sealed, until, ...rest } = data as StoredAccess;
    const address = await this.#audit.addressOf(data as StoredAccess);
    const why =
      address !== null
        ? {}
        : { addressWithheld: sealed === null ? manyAddresses : `the secret of ${sealed.month} that it was sealed with was destroyed, or is not here` };
    return { at: rfc3339(occurredAt), until: rfc3339(until), ...rest, address, ...why, position: place };
  }
}

const manyAddresses = 'there were more addresses in that minute than are told apart';

/** Not in the log yet, so without a position: its minute is not over. */
function pendingBody({ since, until, address, ...rest }: AccessRecord): object {
  const why = address === null ? { addressWithheld: manyAddresses } : {};
  return { at: rfc3339(since), until: rfc3339(until), ...rest, address, ...why, position: null };
}

/** A day stands for its beginning here; `moment` reads it as its end. */
function startOf(end: ReturnType<typeof moment>, text: string): ReturnType<typeof moment> {
  return 'recordedAt' in end && /^\d{4}-\d\d-\d\d$/.test(text) ? { recordedAt: end.recordedAt - 86_400_000 } : end;
}

/** Whether the requested time is in the future, where no record can exist. */
function isToCome(since: string | undefined, moments: Moments): boolean {
  if (since === undefined) return false;
  const from = startOf(moment('since', since, moments), since);
  return 'recordedAt' in from && from.recordedAt > Date.now();
}

interface Wanted {
  readonly kind: string | null;
  readonly actor: string | null;
}

const fits = (record: Pick<AccessRecord, 'kind' | 'actor'>, { kind, actor }: Wanted): boolean =>
  (kind === null || record.kind === kind) && (actor === null || record.actor === actor);

function readKind(text: string | undefined): string | null {
  if (text === undefined || (accessKinds as readonly string[]).includes(text)) return text ?? null;
  const meant = nearest(text, accessKinds);
  throw wrongParameter('kind', 'unknown-word', `must be one of ${accessKinds.join(', ')}${meant ? `; did you mean ${meant}?` : ''}`);
}
