import { type EventData, jsonEvent } from '@eventstore/db-client';
import type { KeyedHash } from '@tenure/log-secret';
import { checksumOf, hasUnsealedPart, personalDigestOf } from '../checksum.js';
import type { EventMetadata, NewEvent } from '../event.js';
import { eventId } from '../event-id.js';

/** The layout of the log; the metadata of an event says which form the event has. */
export const LOG_LAYOUT = 2;

/** Facts and personal fields are separate members, so that the personal one can be sealed without touching the other. */
export interface EnvelopeData {
  readonly facts: unknown;
  readonly personal?: unknown;
}

/** The names with `$` are the server's own: its page for a correlation id uses them. */
export interface EnvelopeMetadata extends Omit<EventMetadata, 'correlationId' | 'causationId'> {
  /** Which form this is; an event without it is not ours. Form 1 lacks `precision`, `of`, `checksum` and whatever was introduced with them. */
  readonly tenure: 1 | 2;
  readonly version: number;
  readonly occurredAt: number;
  readonly precision?: 'day';
  /** Set on an event that another log recorded before; otherwise the server's own time counts. */
  readonly recordedAt?: number;
  readonly checksum?: string;
  readonly personalDigest?: string;
  readonly $correlationId?: string;
  readonly $causationId?: string;
}

export interface Envelope {
  readonly data: EnvelopeData;
  readonly metadata: EnvelopeMetadata;
}

/** An event as another log has recorded it: the copy has the same members, and no more. */
export interface CopiedEvent extends NewEvent {
  readonly recordedAt: number;
  readonly checksum?: string;
  readonly personalDigest?: string;
}

/** The id follows from stream, command and index: every retry of an append writes the same event. */
export function toEventData(stream: string, revision: number, event: NewEvent | CopiedEvent, keyed?: KeyedHash): EventData {
  const { data, metadata } = toEnvelope(stream, revision, event, keyed);
  return jsonEvent({ id: eventId(stream, event.metadata), type: event.type, data: { ...data }, metadata: { ...metadata } });
}

/** The layout that an event was written in; null for an event that is not ours. */
export function layoutOf(recorded: { readonly isJson: boolean; readonly metadata?: unknown }): number | null {
  const layout = recorded.isJson ? (recorded.metadata as { tenure?: unknown } | undefined)?.tenure : null;
  return typeof layout === 'number' ? layout : null;
}

/** For an event that is ours: the client has parsed it already. */
export function envelopeOf({ data, metadata }: { readonly data: unknown; readonly metadata?: unknown }): Envelope {
  return { data: data as EnvelopeData, metadata: metadata as EnvelopeMetadata };
}

export function toMetadata(envelope: EnvelopeMetadata): EventMetadata {
  const { commandId, index, of, payloadHash, actor, onBehalfOf, importId, origin, keyEpoch, $correlationId, $causationId, traceparent } = envelope;
  return {
    commandId,
    index,
    ...(of !== undefined && { of }),
    payloadHash,
    actor,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(importId !== undefined && { importId }),
    ...(origin !== undefined && { origin }),
    ...(keyEpoch !== undefined && { keyEpoch }),
    ...($correlationId !== undefined && { correlationId: $correlationId }),
    ...($causationId !== undefined && { causationId: $causationId }),
    ...(traceparent !== undefined && { traceparent }),
  };
}

function toEnvelope(stream: string, revision: number, event: NewEvent | CopiedEvent, keyed?: KeyedHash): Envelope {
  const { version, occurredAt, precision, data, personal, metadata } = event;
  const { correlationId, causationId, ...own } = metadata;
  return {
    data: personal === undefined ? { facts: data } : { facts: data, personal },
    metadata: {
      ...proofOf(stream, revision, event, keyed),
      version,
      occurredAt,
      ...(precision !== undefined && { precision }),
      ...('recordedAt' in event && { recordedAt: event.recordedAt }),
      ...own,
      ...(correlationId !== undefined && { $correlationId: correlationId }),
      ...(causationId !== undefined && { $causationId: causationId }),
    },
  };
}

/** A copy of an event of envelope 1 stays one: no checksum is invented for it. */
function proofOf(stream: string, revision: number, event: NewEvent | CopiedEvent, keyed?: KeyedHash) {
  if ('recordedAt' in event) {
    const { checksum, personalDigest } = event;
    if (checksum === undefined) return { tenure: 1 as const };
    return { tenure: 2 as const, checksum, ...(personalDigest !== undefined && { personalDigest }) };
  }
  const personalDigest = keyed && hasUnsealedPart(event) ? personalDigestOf(keyed, stream, event.metadata, event.personal!) : undefined;
  const checksum = checksumOf({ ...event, stream, revision, personalDigest });
  return { tenure: 2 as const, checksum, ...(personalDigest !== undefined && { personalDigest }) };
}
