import { customerOf, eventId, type RecordedEvent } from '@tenure/event-log';

export const SOURCE = '/tenure';
/** The header that names a record's publication of the log. */
export const PUBLICATION = 'ce_publication';
export const CONTENT_TYPE = 'application/json; charset=UTF-8';

const TYPE_PREFIX = 'tenure.customer.';
const TYPE = /^tenure\.customer\.(.+)\.v(\d+)$/;

/**
 * A record of the topic: CloudEvents 1.0 in the binary mode of its Kafka binding (attributes in headers, the data alone
 * in the value). The key is the customer's id.
 */
export interface CloudEventRecord {
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Null for an event of a stream that belongs to no customer: such events stay in the log. */
export function toRecord(event: RecordedEvent, publication?: string): CloudEventRecord | null {
  const customerId = customerOf(event.stream);
  if (customerId === null) return null;
  const { data: facts, personal, metadata } = event;
  const headers: Record<string, string> = {
    ce_specversion: '1.0',
    ce_id: eventId(event.stream, metadata),
    ce_source: SOURCE,
    ce_type: typeName(event.type, event.version),
    ce_subject: customerId,
    ce_time: new Date(event.occurredAt).toISOString(),
    'content-type': CONTENT_TYPE,
    ce_stream: event.stream,
    ce_revision: String(event.revision),
    ce_sequence: event.position,
    ce_recordedtime: new Date(event.recordedAt).toISOString(),
    ce_eventversion: String(event.version),
    ce_commandid: metadata.commandId,
    ce_commandindex: String(metadata.index),
    ce_payloadhash: metadata.payloadHash,
    ce_actor: metadata.actor,
  };
  if (publication !== undefined) headers[PUBLICATION] = publication;
  if (event.precision !== undefined) headers['ce_precision'] = event.precision;
  if (event.checksum !== undefined) headers['ce_checksum'] = event.checksum;
  if (event.personalDigest !== undefined) headers['ce_personaldigest'] = event.personalDigest;
  if (metadata.of !== undefined) headers['ce_commandof'] = String(metadata.of);
  if (metadata.onBehalfOf !== undefined) headers['ce_onbehalfof'] = metadata.onBehalfOf;
  if (metadata.importId !== undefined) headers['ce_importid'] = metadata.importId;
  if (metadata.origin !== undefined) {
    headers['ce_originstream'] = metadata.origin.stream;
    headers['ce_originrevision'] = String(metadata.origin.revision);
    headers['ce_originid'] = metadata.origin.eventId;
  }
  if (metadata.keyEpoch !== undefined) headers['ce_keyepoch'] = String(metadata.keyEpoch);
  if (metadata.correlationId !== undefined) headers['ce_correlationid'] = metadata.correlationId;
  if (metadata.causationId !== undefined) headers['ce_causationid'] = metadata.causationId;
  if (metadata.traceparent !== undefined) headers['traceparent'] = metadata.traceparent;
  return { key: customerId, value: JSON.stringify(personal === undefined ? { facts } : { facts, personal }), headers };
}

export function typeName(type: string, version: number): string {
  return `${TYPE_PREFIX}${type}.v${version}`;
}

/** Null when the type is not an event of a customer. */
export function readTypeName(name: string): { type: string; version: number } | null {
  const found = TYPE.exec(name);
  return found ? { type: found[1]!, version: Number(found[2]) } : null;
}
