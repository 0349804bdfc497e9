import { type EventData, jsonEvent } from '@eventstore/db-client';
import type { EventMetadata, NewEvent } from '../event.js';
import { eventId } from '../event-id.js';

/** Facts and personal fields are separate members, so that the personal one can be sealed without touching the other. */
export interface EnvelopeData {
  readonly facts: unknown;
  readonly personal?: unknown;
}

/** The names with `$` are the server's own: its page on a correlation id works with them. */
export interface EnvelopeMetadata extends Omit<EventMetadata, 'correlationId' | 'causationId'> {
  /** Which form this is; an event without it is not ours. */
  readonly tenure: 1;
  readonly version: number;
  readonly occurredAt: number;
  /** Of an event that another log has recorded before; else the server's own time counts. */
  readonly recordedAt?: number;
  readonly $correlationId?: string;
  readonly $causationId?: string;
}

export interface Envelope {
  readonly data: EnvelopeData;
  readonly metadata: EnvelopeMetadata;
}

/** An event as another log has recorded it. */
export interface CopiedEvent extends NewEvent {
  readonly recordedAt: number;
}

/** The id follows from stream, command and index: however often an append is tried, it is the same event. */
export function toEventData(stream: string, event: NewEvent | CopiedEvent): EventData {
  const { data, metadata } = toEnvelope(event);
  return jsonEvent({ id: eventId(stream, event.metadata), type: event.type, data: { ...data }, metadata: { ...metadata } });
}

export function isOurs(recorded: { readonly isJson: boolean; readonly metadata?: unknown }): boolean {
  return recorded.isJson && (recorded.metadata as Partial<EnvelopeMetadata> | undefined)?.tenure === 1;
}

/** Of an event that is ours: the client has parsed it already. */
export function envelopeOf({ data, metadata }: { readonly data: unknown; readonly metadata?: unknown }): Envelope {
  return { data: data as EnvelopeData, metadata: metadata as EnvelopeMetadata };
}

export function toMetadata({ commandId, index, payloadHash, actor, $correlationId, $causationId, traceparent }: EnvelopeMetadata): EventMetadata {
  return {
    commandId,
    index,
    payloadHash,
    actor,
    ...($correlationId !== undefined && { correlationId: $correlationId }),
    ...($causationId !== undefined && { causationId: $causationId }),
    ...(traceparent !== undefined && { traceparent }),
  };
}

function toEnvelope(event: NewEvent | CopiedEvent): Envelope {
  const { version, occurredAt, data, personal, metadata } = event;
  const { correlationId, causationId, ...own } = metadata;
  return {
    data: personal === undefined ? { facts: data } : { facts: data, personal },
    metadata: {
      tenure: 1,
      version,
      occurredAt,
      ...('recordedAt' in event && { recordedAt: event.recordedAt }),
      ...own,
      ...(correlationId !== undefined && { $correlationId: correlationId }),
      ...(causationId !== undefined && { $causationId: causationId }),
    },
  };
}
