import { setTimeout as delay } from 'node:timers/promises';
import type { EventData } from '@eventstore/db-client';
import { LogUnavailable } from '../errors.js';
import type { Expectation } from '../event-log.js';
import type { ClockWatch } from './clock-watch.js';
import type { Connection } from './connection.js';
import type { EnvelopeMetadata } from './envelope.js';
import { readStream } from './read-stream.js';
import type { EventStoreDbRecordedEvent } from './recorded-event.js';
import { remedyOf, type Trouble } from './server-errors.js';
import { type Attempt, tryAppend } from './try-append.js';

type Events = readonly EventStoreDbRecordedEvent[];
export type Settled = { readonly outcome: 'appended'; readonly events: Events } | { readonly outcome: 'conflict'; readonly actual: Expectation };

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;
/** Trying again would change nothing. */
const IN_VAIN: ReadonlySet<Trouble> = new Set(['denied', 'too-large', 'closed']);

/**
 * Appends until it is known how it ended, for as long as the settings allow. An answer that did not come says nothing;
 * what lies at the expected revisions decides: our ids, and it is appended, however often it was tried; others, and it
 * is a conflict; nothing, and it is tried again with the same ids and the same expectation, so an earlier try that
 * arrives late does no harm.
 */
export async function settle(
  connection: Connection,
  clock: ClockWatch,
  stream: string,
  expected: Expectation,
  events: EventData[],
  /** A part of what was asked for lies before these already: a failure is not one of which nothing is recorded. */
  begun = false,
): Promise<Settled> {
  const giveUpAt = performance.now() + connection.settings.settleForMs;
  const first = afterRevision(expected);
  let mayHaveHappened = begun;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    const sentAt = Date.now();
    const attempt = await tryAppend(connection, stream, expected, events);
    const answeredAt = Date.now();
    // Where the stream does not reach there is nothing to look for.
    if (attempt.kind === 'wrong-revision' && afterRevision(attempt.actual) <= first) return { outcome: 'conflict', actual: attempt.actual };
    mayHaveHappened ||= attempt.kind !== 'failed' || attempt.happened === 'unknown';
    const there = await whatLiesAt(connection, stream, first, events.length);
    if (Array.isArray(there) && there.length > 0) {
      if (isTorn(there, events)) return withTheRest(connection, clock, stream, there, events);
      if (!areOurs(there, events)) return { outcome: 'conflict', actual: await standsAt(connection, stream, attempt, there) };
      if (attempt.kind === 'acknowledged') clock.observe(sentAt, answeredAt, there[0]!.createdAt);
      return { outcome: 'appended', events: there };
    }
    const unreadable = Array.isArray(there) ? null : there;
    const inVain = [attempt.kind === 'failed' && attempt.trouble, unreadable?.code].some((code) => code && IN_VAIN.has(code));
    if (inVain || performance.now() > giveUpAt) throw unsettled(connection, clock, stream, attempt, unreadable, mayHaveHappened);
    await delay(pause);
  }
}

/** From the leader: another node may not have heard of it yet. */
async function whatLiesAt(connection: Connection, stream: string, from: number, limit: number): Promise<EventStoreDbRecordedEvent[] | LogUnavailable> {
  try {
    return await readStream(connection, stream, { from, limit, requiresLeader: true });
  } catch (error) {
    if (error instanceof LogUnavailable) return error;
    throw error;
  }
}

function areOurs(there: Events, events: readonly EventData[]): boolean {
  return there.length === events.length && beginOurs(there, events);
}

/** The id says which command, the hash what it asked for: the server compares only ids, and a key may have been used twice. */
function beginOurs(there: Events, events: readonly EventData[]): boolean {
  return there.every(({ id, metadata }, i) => id === events[i]!.id && metadata.payloadHash === metadataOf(events[i]!).payloadHash);
}

/** The stream ends in the middle of one of our commands: a server took a call that broke off for a whole one (decision 12). */
function isTorn(there: Events, events: readonly EventData[]): boolean {
  const missing = events[there.length];
  return missing !== undefined && beginOurs(there, events) && metadataOf(missing).commandId === there[there.length - 1]!.metadata.commandId;
}

/** Nobody may see half a command for longer than it takes to append what is missing. */
async function withTheRest(connection: Connection, clock: ClockWatch, stream: string, there: Events, events: EventData[]): Promise<Settled> {
  const rest = await settle(connection, clock, stream, there[there.length - 1]!.revision, events.slice(there.length), true);
  return rest.outcome === 'appended' ? { outcome: 'appended', events: [...there, ...rest.events] } : rest;
}

const metadataOf = ({ metadata }: EventData) => metadata as unknown as EnvelopeMetadata;

async function standsAt(connection: Connection, stream: string, attempt: Attempt, there: Events): Promise<number> {
  if (attempt.kind === 'wrong-revision' && attempt.actual !== 'no-stream') return attempt.actual;
  const last = there[there.length - 1]!;
  const behind = await readStream(connection, stream, { from: last.revision, requiresLeader: true });
  return (behind[behind.length - 1] ?? last).revision;
}

const afterRevision = (expected: Expectation): number => (expected === 'no-stream' ? 0 : expected + 1);

function unsettled(connection: Connection, clock: ClockWatch, stream: string, attempt: Attempt, unreadable: LogUnavailable | null, mayHaveHappened: boolean) {
  const failed = attempt.kind === 'failed' ? attempt : null;
  const code = failed?.trouble ?? unreadable?.code ?? 'io-error';
  const reason = failed?.error.message ?? unreadable?.message ?? 'what it acknowledged cannot be read back';
  const detail = [`${connection.name} has not taken an append to "${stream}": ${reason}.`, remedyOf(code), clock.warning].filter(Boolean).join(' ');
  return new LogUnavailable(code, mayHaveHappened ? 'unknown' : 'not-appended', detail, { cause: failed?.error ?? unreadable });
}
