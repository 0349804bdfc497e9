import { type EventLog, eventId, LogUnavailable, type NewEvent, type RecordedEvent } from '@tenure/event-log';
import { isPayloadOf, type KeyedHash, type LogSecret, payloadHash } from '@tenure/log-secret';
import { type Decision, isRejection, type Rejection } from './decider.js';
import type { FoldedStream } from './folded-stream.js';

/** The metadata of any command. */
export interface CommandMetadata {
  /** The idempotency key. */
  readonly id: string;
  /** The requester, recorded as the actor of the events. */
  readonly actor: string;
  /** The caller's `If-Match`: the revision that the stream must have. */
  readonly expectedRevision?: number;
  readonly correlationId?: string;
  /** W3C Trace Context of the request, when it is traced. */
  readonly traceparent?: string;
}

/** A command on a stream other than a customer's; recorded once per id, however often it is sent. */
export interface StreamCommand extends CommandMetadata {
  readonly name: string;
  /** The request: another body under the same id is refused. */
  readonly body: object;
}

/** An event of a decision. `occurredAt`, epoch milliseconds, is now if left out. */
export interface DecidedEvent {
  readonly type: string;
  readonly data: object;
  readonly occurredAt?: number;
}

/** What a decision depends on beside the stream. `now`, epoch milliseconds. */
export interface DecisionContext {
  readonly now: number;
}

/** Pure, except for what it computes from the given state; it may also refuse by throwing. No events: there is nothing to do. */
export type Decide<State> = (state: State, context: DecisionContext) => Decision<DecidedEvent> | Promise<Decision<DecidedEvent>>;

/** `position` is that of the last event; `data` the content of each event. */
export interface StreamRecorded {
  readonly status: 'recorded';
  /** An earlier command with the same id recorded it. */
  readonly replayed: boolean;
  readonly commandId: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: number;
  readonly events: ReadonlyArray<{ readonly eventId: string; readonly type: string; readonly revision: number }>;
  readonly data: readonly object[];
}

export type StreamOutcome =
  | StreamRecorded
  | { readonly status: 'nothing-to-do' }
  | { readonly status: 'rejected'; readonly rejection: Rejection }
  | { readonly status: 'key-reused'; readonly detail: string }
  /** `actual`: null where the stream is empty. */
  | { readonly status: 'revision-mismatch'; readonly actual: number | null };

export interface StreamCommandsParts {
  readonly log: Pick<EventLog, 'append'>;
  readonly secret: LogSecret;
  readonly now?: () => number;
}

/** Concurrent commands on one stream are rare. */
const MOST_CONFLICTS = 5;

/** Load, decide, append, and repeat when another event was recorded meanwhile: for every kind of stream but the customer's. */
export class StreamCommands {
  readonly #log: StreamCommandsParts['log'];
  readonly #secret: LogSecret;
  readonly #now: () => number;

  constructor({ log, secret, now = Date.now }: StreamCommandsParts) {
    this.#log = log;
    this.#secret = secret;
    this.#now = now;
  }

  /**
   * The stream catches up before each decision. What this call records is read by the next.
   * @throws LogUnavailable when others keep recording first, or as `append`; and whatever `decide` throws
   */
  async execute<State>(stream: FoldedStream<State>, command: StreamCommand, decide: Decide<State>): Promise<StreamOutcome> {
    const keyed = await this.#secret.keyed();
    for (let attempt = 0; attempt < MOST_CONFLICTS; attempt += 1) {
      await stream.catchUp();
      const known = await stream.recordedBy(command.id);
      if (known.length > 0) return known.every((event) => isOf(event, keyed, command)) ? recordedBefore(known) : keyReused(stream.name, command);
      const { revision } = stream;
      if (command.expectedRevision !== undefined && command.expectedRevision !== revision) {
        return { status: 'revision-mismatch', actual: revision === -1 ? null : revision };
      }
      const decision = await decide(stream.state, { now: this.#now() });
      if (isRejection(decision)) return { status: 'rejected', rejection: decision };
      if (decision.length === 0) return { status: 'nothing-to-do' };
      const events = newEvents(keyed, command, decision, this.#now());
      const expected = revision === -1 ? 'no-stream' : revision;
      const result = await this.#log.append({ stream: stream.name, expected, events });
      if (result.outcome === 'appended') return recordedNow(stream.name, events, result);
    }
    const detail = `Other commands on "${stream.name}" were recorded first, ${MOST_CONFLICTS} times. Send the command again with the same key.`;
    throw new LogUnavailable('io-error', 'not-appended', detail);
  }
}

function newEvents(keyed: KeyedHash, command: StreamCommand, decided: readonly DecidedEvent[], now: number): NewEvent[] {
  const { name, id: commandId, body, actor, correlationId, traceparent } = command;
  const hash = payloadHash(keyed, name, body);
  return decided.map(({ type, data, occurredAt = now }, index) => {
    const metadata = { commandId, index, of: decided.length, payloadHash: hash, actor, correlationId, traceparent };
    return { type, version: 1, occurredAt, data, metadata };
  });
}

const isOf = ({ metadata }: RecordedEvent, keyed: KeyedHash, { name, body }: StreamCommand) => isPayloadOf(metadata.payloadHash, keyed, name, body);

function keyReused(stream: string, { id }: StreamCommand): StreamOutcome {
  return { status: 'key-reused', detail: `The key "${id}" was used for another command on "${stream}". Use a new key for a new command.` };
}

function recordedBefore(events: readonly RecordedEvent[]): StreamRecorded {
  const { stream, revision, position, recordedAt } = events[events.length - 1]!;
  return { ...told(stream, events, revision), replayed: true, revision, position, recordedAt };
}

interface Appended {
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: number;
}

function recordedNow(stream: string, events: readonly NewEvent[], { revision, position, recordedAt }: Appended): StreamRecorded {
  return { ...told(stream, events, revision), replayed: false, revision, position, recordedAt };
}

/** `revision`: of the last event. */
function told(stream: string, events: readonly NewEvent[], revision: number) {
  const first = revision - events.length + 1;
  return {
    status: 'recorded',
    commandId: events[0]!.metadata.commandId,
    events: events.map(({ type, metadata }, index) => ({ eventId: eventId(stream, metadata), type, revision: first + index })),
    data: events.map(({ data }) => data),
  } as const;
}
