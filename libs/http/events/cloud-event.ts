import { accessKeysStream } from '@tenure/access';
import { eventId, type RecordedEvent } from '@tenure/event-log';
import { rfc3339 } from '../freshness/as-of.js';

/** CloudEvents 1.0, JSON format, with the extensions recordedtime, sequence, partitionkey, correlationid, causationid. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: '/tenure';
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly recordedtime: string;
  /** The position: sorts, and is what `after` and `Last-Event-ID` take. */
  readonly sequence: string;
  readonly partitionkey: string;
  readonly revision: number;
  readonly actor: string;
  readonly commandid: string;
  readonly correlationid?: string;
  readonly causationid?: string;
  readonly data: object;
}

const customerStream = 'customer-';

export function toCloudEvent(event: RecordedEvent): CloudEvent {
  const { stream, type, version, revision, position, occurredAt, recordedAt, data, personal, metadata } = event;
  const ofCustomer = stream.startsWith(customerStream);
  const subject = ofCustomer ? stream.slice(customerStream.length) : stream;
  return {
    specversion: '1.0',
    id: eventId(stream, metadata),
    source: '/tenure',
    type: `tenure.${ofCustomer ? 'customer' : 'system'}.${type}.v${version}`,
    subject,
    time: rfc3339(occurredAt),
    datacontenttype: 'application/json',
    recordedtime: rfc3339(recordedAt),
    sequence: position,
    partitionkey: subject,
    revision,
    actor: metadata.actor,
    commandid: metadata.commandId,
    ...(metadata.correlationId === undefined ? {} : { correlationid: metadata.correlationId }),
    ...(metadata.causationId === undefined ? {} : { causationid: metadata.causationId }),
    data: personal ? { ...data, personal } : data,
  };
}

/** The events of API keys hold hashes, and concern nobody outside: they have a page of their own under `/v1/keys`. */
export function isPublic({ stream }: Pick<RecordedEvent, 'stream'>): boolean {
  return stream !== accessKeysStream;
}
