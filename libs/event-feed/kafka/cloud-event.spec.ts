import { eventId, type RecordedEvent } from '@tenure/event-log';
import fc from 'fast-check';
import { toRecord } from './cloud-event.js';
import { type KafkaRecord, readRecord } from './read-record.js';

const event: RecordedEvent = {
  position: '0000000000000042',
  stream: 'customer-c-7',
  revision: 3,
  type: 'PurchaseRecorded',
  version: 2,
  occurredAt: Date.UTC(2024, 0, 31, 12, 0, 0, 5),
  recordedAt: Date.UTC(2024, 1, 1),
  precision: 'day',
  checksum: 'AAAA',
  personalDigest: '1.BBBB',
  data: { orderId: 'o-1' },
  personal: { note: 'Grüße' },
  metadata: {
    commandId: 'k-1',
    index: 1,
    payloadHash: 'h',
    actor: 'key:shop',
    of: 3,
    onBehalfOf: 'Zoë',
    importId: 'import-7',
    origin: { stream: 'customer-c-8', revision: 4, eventId: 'e-4' },
    keyEpoch: 2,
    correlationId: 'visit-9',
    causationId: 'k-0',
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  },
};

/** A record as a broker returns it. */
function asRead({ key, value, headers }: { key: string; value: string; headers: Readonly<Record<string, string>> }): KafkaRecord & {
  headers: Record<string, unknown>;
} {
  return {
    key: Buffer.from(key),
    value: Buffer.from(value),
    headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
  };
}

const ours = () => asRead(toRecord(event)!);
interface Changes extends Partial<KafkaRecord> {
  /** Undefined removes a header. */
  readonly headers?: Record<string, unknown>;
}

const readChanged = (changes: Changes) => {
  const record = ours();
  return readRecord({ ...record, ...changes, headers: { ...record.headers, ...changes.headers } }, (_, version) => version <= 2);
};

describe('a record of the topic', () => {
  it('is a CloudEvent in binary mode, personal fields apart from facts', () => {
    expect(toRecord(event)).toEqual({
      key: 'c-7',
      value: '{"facts":{"orderId":"o-1"},"personal":{"note":"Grüße"}}',
      headers: {
        ce_specversion: '1.0',
        ce_id: eventId(event.stream, event.metadata),
        ce_source: '/tenure',
        ce_type: 'tenure.customer.PurchaseRecorded.v2',
        ce_subject: 'c-7',
        ce_time: '2024-01-31T12:00:00.005Z',
        'content-type': 'application/json; charset=UTF-8',
        ce_stream: 'customer-c-7',
        ce_revision: '3',
        ce_sequence: '0000000000000042',
        ce_recordedtime: '2024-02-01T00:00:00.000Z',
        ce_eventversion: '2',
        ce_commandid: 'k-1',
        ce_commandindex: '1',
        ce_payloadhash: 'h',
        ce_actor: 'key:shop',
        ce_precision: 'day',
        ce_checksum: 'AAAA',
        ce_personaldigest: '1.BBBB',
        ce_commandof: '3',
        ce_onbehalfof: 'Zoë',
        ce_importid: 'import-7',
        ce_originstream: 'customer-c-8',
        ce_originrevision: '4',
        ce_originid: 'e-4',
        ce_keyepoch: '2',
        ce_correlationid: 'visit-9',
        ce_causationid: 'k-0',
        traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      },
    });
  });

  it('has attribute names that CloudEvents allows: lower-case letters and digits', () => {
    const attributes = Object.keys(toRecord(event)!.headers).filter((name) => !['content-type', 'traceparent'].includes(name));
    for (const name of attributes) expect(name).toMatch(/^ce_[a-z0-9]+$/);
  });

  it.each(['model-bg-nbd', 'access-keys', 'imports', 'customers'])('is not made of an event of %s: it belongs to no customer', (stream) => {
    expect(toRecord({ ...event, stream })).toBeNull();
  });

  it('gives back any event as it was', () => {
    const text = fc.string({ unit: 'binary' });
    const word = fc.stringMatching(/^[\p{L}][\p{L}\d.-]{0,20}$/u);
    const time = fc.integer({ min: Date.UTC(0, 0, 1), max: Date.UTC(9999, 11, 31) });
    const object = fc.dictionary(text, fc.jsonValue()).map((raw) => JSON.parse(JSON.stringify(raw)));
    const optional = fc.option(text, { nil: undefined });
    const count = fc.option(fc.nat(), { nil: undefined });
    const recorded = fc.record({
      position: text,
      stream: text.map((id) => `customer-${id}`),
      revision: fc.nat(),
      type: word,
      version: fc.integer({ min: 1, max: 99 }),
      occurredAt: time,
      recordedAt: time,
      data: object,
      personal: fc.option(object, { nil: undefined }),
      metadata: fc.record({
        commandId: text,
        index: fc.nat(),
        payloadHash: text,
        actor: text,
        of: count,
        onBehalfOf: optional,
        importId: optional,
        origin: fc.option(fc.record({ stream: text, revision: fc.nat(), eventId: text }), { nil: undefined }),
        keyEpoch: count,
        correlationId: optional,
        causationId: optional,
        traceparent: optional,
      }),
      precision: fc.constantFrom('day' as const, undefined),
      checksum: optional,
      personalDigest: optional,
    });
    fc.assert(
      fc.property(recorded, (each) => {
        expect(readRecord(asRead(toRecord(each)!))).toEqual({ outcome: 'event', event: each });
      }),
    );
  });
});

describe('a record that cannot be read', () => {
  it.each<[string, string, Changes]>([
    ['not-ours', 'is no CloudEvent', { headers: { ce_specversion: undefined } }],
    ['not-ours', 'is of another source', { headers: { ce_source: '/shop' } }],
    ['not-ours', 'is of another type', { headers: { ce_type: 'com.shop.order' } }],
    ['unknown-format', 'follows another CloudEvents version', { headers: { ce_specversion: '2.0' } }],
    ['unknown-format', 'has another content type', { headers: { 'content-type': 'application/avro' } }],
    ['unknown-version', 'is of an event version from the future', { headers: { ce_type: 'tenure.customer.PurchaseRecorded.v3', ce_eventversion: '3' } }],
    ['damaged', 'has no key', { key: null }],
    ['damaged', "has another customer's key", { key: Buffer.from('c-8') }],
    ['damaged', 'has no value', { value: null }],
    ['damaged', 'has a value that is no JSON', { value: Buffer.from('{"facts":') }],
    ['damaged', 'has a value without facts', { value: Buffer.from('{"personal":{}}') }],
    ['damaged', 'lacks a header', { headers: { ce_revision: undefined } }],
    ['damaged', 'has a header twice', { headers: { ce_actor: [Buffer.from('a'), Buffer.from('b')] } }],
    ['damaged', 'has a revision that is no number', { headers: { ce_revision: '1e3' } }],
    ['damaged', 'has a time that is none', { headers: { ce_recordedtime: 'yesterday' } }],
    ['damaged', 'has two versions', { headers: { ce_eventversion: '1' } }],
    ['damaged', 'has an id that does not follow from its command', { headers: { ce_commandid: 'k-2' } }],
  ])('is %s when it %s', (reason, _, changes) => {
    const outcome = readChanged(changes);
    expect(outcome).toMatchObject({ outcome: 'foreign', reason });
    expect((outcome as { detail: string }).detail).not.toBe('');
  });

  it('is not ours without any headers', () => {
    expect(readRecord({ key: null, value: null })).toMatchObject({ outcome: 'foreign', reason: 'not-ours', key: null });
  });

  it('never throws, whatever the bytes are', () => {
    const bytes = fc.option(fc.uint8Array(), { nil: null });
    const names = fc.constantFrom(...Object.keys(toRecord(event)!.headers));
    fc.assert(
      fc.property(bytes, bytes, fc.dictionary(names, fc.anything()), (key, value, changes) => {
        const record = ours();
        readRecord({ key, value, headers: changes });
        readRecord({ ...record, value, headers: { ...record.headers, ...changes } });
      }),
    );
  });
});
