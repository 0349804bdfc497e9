import { setTimeout as delay } from 'node:timers/promises';
import type { EventData } from '@eventstore/db-client';
import { judge, type Placed, type Verdict } from '../appended-before.js';
import { LogUnavailable } from '../errors.js';
import type { Expectation } from '../event-log.js';
import type { ClockWatch } from './clock-watch.js';
import type { Connection } from './connection.js';
import type { EnvelopeMetadata } from './envelope.js';
import { readStream } from './read-stream.js';
import type { EventStoreDbRecordedEvent } from './recorded-event.js';
import { IN_VAIN, remedyOf } from './server-errors.js';
import { type Attempt, tryAppend } from './try-append.js';

type Events = readonly EventStoreDbRecordedEvent[];
export type Settled = { readonly outcome: 'appended'; readonly events: Events } | { readonly outcome: 'conflict'; readonly actual: Expectation };

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Appends until the outcome is known, for as long as the settings allow. A missing answer says nothing; what lies at the
 * expected revisions decides (`judge`). If nothing lies there, the very events first decided are sent again with the same
 * expectation, so an earlier try that arrives late does no harm.
 */
export async function settle(
  connection: Connection,
  clock: ClockWatch,
  stream: string,
  expected: Expectation,
  events: EventData[],
  /** A part of the request lies before these events already: after a failure, something is recorded. */
  begun = false,
): Promise<Settled> {
  const giveUpAt = performance.now() + connection.settings.settleForMs;
  const first = afterRevision(expected);
  let mayHaveHappened = begun;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    const sentAt = Date.now();
    const attempt = await tryAppend(connection, stream, expected, events);
    const answeredAt = Date.now();
    // If the stream does not reach that far, there is nothing to look for.
    if (attempt.kind === 'wrong-revision' && afterRevision(attempt.actual) <= first) return { outcome: 'conflict', actual: attempt.actual };
    mayHaveHappened ||= attempt.kind !== 'failed' || attempt.happened === 'unknown';
    const found = await lookAt(connection, stream, first, events);
    switch (found.verdict) {
      case 'ours':
        if (attempt.kind === 'acknowledged') clock.observe(sentAt, answeredAt, found.there[0]!.createdAt);
        return { outcome: 'appended', events: found.there };
      case 'torn':
        return withTheRest(connection, clock, stream, found.there, events);
      case 'others':
        return { outcome: 'conflict', actual: await standsAt(connection, stream, attempt, found.there) };
      case 'nothing':
      case 'unreadable':
        if (isInVain(attempt, found) || performance.now() > giveUpAt) throw unsettled(connection, clock, stream, attempt, found, mayHaveHappened);
        await delay(pause);
    }
  }
}

type Found = { readonly verdict: Verdict; readonly there: Events } | { readonly verdict: 'unreadable'; readonly error: LogUnavailable };

/** Read from the leader: another node may not have the append yet. */
async function lookAt(connection: Connection, stream: string, from: number, events: readonly EventData[]): Promise<Found> {
  try {
    const there = await readStream(connection, stream, { from, limit: events.length, requiresLeader: true });
    return { verdict: judge(there.map(recorded), events.map(wanted)), there };
  } catch (error) {
    if (error instanceof LogUnavailable) return { verdict: 'unreadable', error };
    throw error;
  }
}

/** The checksum identifies an event, byte for byte. A copy of an event without one is identified by its id and its command's payload. */
const contentOf = (id: string, { checksum, payloadHash }: Pick<EnvelopeMetadata, 'checksum' | 'payloadHash'>) => checksum ?? `${id} ${payloadHash}`;

function recorded({ id, envelope: { metadata } }: EventStoreDbRecordedEvent): Placed {
  return { commandId: metadata.commandId, content: contentOf(id, metadata) };
}

function wanted({ id, metadata }: EventData): Placed {
  const envelope = metadata as unknown as EnvelopeMetadata;
  return { commandId: envelope.commandId, content: contentOf(id, envelope) };
}

function isInVain(attempt: Attempt, found: Found): boolean {
  return (attempt.kind === 'failed' && IN_VAIN.has(attempt.trouble)) || (found.verdict === 'unreadable' && IN_VAIN.has(found.error.code));
}

/**
 * A server took a call that broke off for a complete one (decision 12). The missing events are appended at
 * once, so that no reader sees half a command for longer than that takes.
 */
async function withTheRest(connection: Connection, clock: ClockWatch, stream: string, there: Events, events: EventData[]): Promise<Settled> {
  const rest = await settle(connection, clock, stream, there[there.length - 1]!.revision, events.slice(there.length), true);
  return rest.outcome === 'appended' ? { outcome: 'appended', events: [...there, ...rest.events] } : rest;
}

async function standsAt(connection: Connection, stream: string, attempt: Attempt, there: Events): Promise<number> {
  if (attempt.kind === 'wrong-revision' && attempt.actual !== 'no-stream') return attempt.actual;
  const last = there[there.length - 1]!;
  const behind = await readStream(connection, stream, { from: last.revision, requiresLeader: true });
  return (behind[behind.length - 1] ?? last).revision;
}

const afterRevision = (expected: Expectation): number => (expected === 'no-stream' ? 0 : expected + 1);

function unsettled(connection: Connection, clock: ClockWatch, stream: string, attempt: Attempt, found: Found, mayHaveHappened: boolean) {
  const unreadable = found.verdict === 'unreadable' ? found.error : null;
  const failed = attempt.kind === 'failed' ? attempt : null;
  const code = failed?.trouble ?? unreadable?.code ?? 'io-error';
  const reason = failed?.error.message ?? unreadable?.message ?? 'what it acknowledged cannot be read back';
  const detail = [`${connection.name} has not taken an append to "${stream}": ${reason}.`, remedyOf(code), clock.warning].filter(Boolean).join(' ');
  return new LogUnavailable(code, mayHaveHappened ? 'unknown' : 'not-appended', detail, { cause: failed?.error ?? unreadable });
}
