import { customerOf, eventId, type RecordedEvent } from '@tenure/event-log';
import { rfc3339 } from '../freshness/as-of.js';
import { cloudType } from './event-kind.js';

/** CloudEvents 1.0, JSON format, with extensions. Attributes that an event does not have, or that envelope 1 could not hold, are left out. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: '/tenure';
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  /** `day`: the time is known to the day only, and no time zone moves it; `time` is its midnight in UTC. */
  readonly precision?: 'day';
  readonly datacontenttype: 'application/json';
  readonly recordedtime: string;
  /** The position: sortable, and accepted by `after` and `Last-Event-ID`. */
  readonly sequence: string;
  readonly partitionkey: string;
  readonly revision: number;
  readonly actor: string;
  readonly onbehalfof?: string;
  readonly commandid: string;
  /** How many events the command has. */
  readonly commandof?: number;
  readonly importid?: string;
  /** Where the fact was first recorded, when it was copied from another stream. */
  readonly originstream?: string;
  readonly originrevision?: number;
  readonly originid?: string;
  readonly correlationid?: string;
  readonly causationid?: string;
  /** Only where the personal part is sealed: the epoch of the customer's key that seals it. */
  readonly keyepoch?: number;
  /** SHA-256 of the event's content, base64url. */
  readonly checksum?: string;
  readonly data: object;
}

export function toCloudEvent(event: RecordedEvent): CloudEvent {
  const { stream, type, version, revision, position, occurredAt, precision, recordedAt, checksum, data, personal, metadata } = event;
  const { commandId, of, actor, onBehalfOf, importId, origin, keyEpoch, correlationId, causationId } = metadata;
  const customerId = customerOf(stream);
  const subject = customerId ?? stream;
  return {
    specversion: '1.0',
    id: eventId(stream, metadata),
    source: '/tenure',
    type: cloudType({ type, ofCustomer: customerId !== null }, version),
    subject,
    time: rfc3339(occurredAt),
    ...(precision !== undefined && { precision }),
    datacontenttype: 'application/json',
    recordedtime: rfc3339(recordedAt),
    sequence: position,
    partitionkey: subject,
    revision,
    actor,
    ...(onBehalfOf !== undefined && { onbehalfof: onBehalfOf }),
    commandid: commandId,
    ...(of !== undefined && { commandof: of }),
    ...(importId !== undefined && { importid: importId }),
    ...(origin !== undefined && { originstream: origin.stream, originrevision: origin.revision, originid: origin.eventId }),
    ...(correlationId !== undefined && { correlationid: correlationId }),
    ...(causationId !== undefined && { causationid: causationId }),
    ...(keyEpoch !== undefined && { keyepoch: keyEpoch }),
    ...(checksum !== undefined && { checksum }),
    data: personal ? { ...data, personal } : data,
  };
}
