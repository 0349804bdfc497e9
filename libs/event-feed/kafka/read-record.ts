import { eventId, type RecordedEvent, streamOf } from '@tenure/event-log';
import type { ForeignReason } from '../feed-handler.js';
import { CONTENT_TYPE, readTypeName, SOURCE } from './cloud-event.js';

/** A record as Kafka returns it: bytes, and null or several values where another program has written. */
export interface KafkaRecord {
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers?: Readonly<Record<string, unknown>>;
}

export type ReadRecord =
  | { readonly outcome: 'event'; readonly event: RecordedEvent }
  | { readonly outcome: 'foreign'; readonly reason: ForeignReason; readonly detail: string; readonly key: string | null };

/** Which versions of which events the reading code can fold. */
export type KnowsEvent = (type: string, version: number) => boolean;

class Unreadable extends Error {
  constructor(
    readonly reason: ForeignReason,
    detail: string,
  ) {
    super(detail);
  }
}

/** Never throws: a record that cannot be read comes back with the reason. */
export function readRecord(record: KafkaRecord, knows: KnowsEvent = () => true): ReadRecord {
  const key = record.key === null ? null : text(record.key);
  try {
    return { outcome: 'event', event: toEvent(key, record, knows) };
  } catch (error) {
    if (error instanceof Unreadable) return { outcome: 'foreign', reason: error.reason, detail: error.message, key };
    const detail = error instanceof Error ? error.message : String(error);
    return { outcome: 'foreign', reason: 'damaged', detail, key };
  }
}

function toEvent(key: string | null, { value, headers = {} }: KafkaRecord, knows: KnowsEvent): RecordedEvent {
  const header = headerReader(headers);
  const specification = headers['ce_specversion'] === undefined ? null : header('ce_specversion');
  if (specification === null) throw new Unreadable('not-ours', 'There is no header ce_specversion: the record is no CloudEvent.');
  if (specification !== '1.0') throw new Unreadable('unknown-format', `ce_specversion is "${specification}"; this code reads 1.0.`);
  const source = header('ce_source');
  if (source !== SOURCE) throw new Unreadable('not-ours', `ce_source is "${source}", not "${SOURCE}".`);
  const name = header('ce_type');
  const kind = readTypeName(name);
  if (!kind) throw new Unreadable('not-ours', `ce_type "${name}" is no type of a customer's event.`);
  const contentType = header('content-type');
  if (contentType !== CONTENT_TYPE) throw new Unreadable('unknown-format', `content-type is "${contentType}"; this code reads "${CONTENT_TYPE}".`);
  if (key === null) throw new Unreadable('damaged', 'There is no key: it has to be the id of the customer.');
  const stream = header('ce_stream');
  same('ce_subject', header('ce_subject'), key);
  same('ce_stream', stream, streamOf(key));
  same('ce_eventversion', header('ce_eventversion'), String(kind.version));
  if (!knows(kind.type, kind.version)) throw new Unreadable('unknown-version', `This code does not know ${kind.type} in version ${kind.version}.`);
  const has = (name: string) => headers[name] !== undefined;
  const metadata = {
    commandId: header('ce_commandid'),
    index: count('ce_commandindex', header('ce_commandindex')),
    ...(has('ce_commandof') && { of: count('ce_commandof', header('ce_commandof')) }),
    payloadHash: header('ce_payloadhash'),
    actor: header('ce_actor'),
    ...(has('ce_onbehalfof') && { onBehalfOf: header('ce_onbehalfof') }),
    ...(has('ce_importid') && { importId: header('ce_importid') }),
    ...(has('ce_originstream') && { origin: origin(header) }),
    ...(has('ce_keyepoch') && { keyEpoch: count('ce_keyepoch', header('ce_keyepoch')) }),
    ...(has('ce_correlationid') && { correlationId: header('ce_correlationid') }),
    ...(has('ce_causationid') && { causationId: header('ce_causationid') }),
    ...(has('traceparent') && { traceparent: header('traceparent') }),
  };
  same('ce_id', header('ce_id'), eventId(stream, metadata));
  const { facts, personal } = payload(value);
  return {
    position: header('ce_sequence'),
    stream,
    revision: count('ce_revision', header('ce_revision')),
    type: kind.type,
    version: kind.version,
    occurredAt: moment('ce_time', header('ce_time')),
    recordedAt: moment('ce_recordedtime', header('ce_recordedtime')),
    ...(has('ce_precision') && { precision: precision(header('ce_precision')) }),
    ...(has('ce_checksum') && { checksum: header('ce_checksum') }),
    ...(has('ce_personaldigest') && { personalDigest: header('ce_personaldigest') }),
    data: facts,
    personal,
    metadata,
  };
}

function origin(header: (name: string) => string) {
  return { stream: header('ce_originstream'), revision: count('ce_originrevision', header('ce_originrevision')), eventId: header('ce_originid') };
}

/** Another precision would be read as an instant, which it is not. */
function precision(value: string): 'day' {
  if (value !== 'day') throw new Unreadable('unknown-format', `ce_precision is "${value}"; this code reads "day".`);
  return value;
}

function headerReader(headers: Readonly<Record<string, unknown>>): (name: string) => string {
  return (name) => {
    const value = headers[name];
    if (value instanceof Uint8Array) return text(value);
    if (typeof value === 'string') return value;
    throw new Unreadable('damaged', Array.isArray(value) ? `The header ${name} is there more than once.` : `The header ${name} is missing.`);
  };
}

function payload(value: Uint8Array | null): { facts: object; personal?: object } {
  if (value === null) throw new Unreadable('damaged', 'There is no value.');
  const parsed: unknown = JSON.parse(text(value));
  if (!isObject(parsed) || !isObject(parsed['facts'])) throw new Unreadable('damaged', 'The value is no JSON object with "facts".');
  if (parsed['personal'] !== undefined && !isObject(parsed['personal'])) throw new Unreadable('damaged', '"personal" is no JSON object.');
  return parsed as { facts: object; personal?: object };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(name: string, found: string, expected: string): void {
  if (found !== expected) throw new Unreadable('damaged', `${name} is "${found}" where the rest of the record says "${expected}".`);
}

function count(name: string, value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new Unreadable('damaged', `${name} is "${value}", not a whole number from 0.`);
  return Number(value);
}

function moment(name: string, value: string): number {
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw new Unreadable('damaged', `${name} is "${value}", not a time of RFC 3339.`);
  return time;
}

function text(bytes: Uint8Array): string {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.toString('utf8');
}
