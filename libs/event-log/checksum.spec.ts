import { hash } from 'node:crypto';
import { canonicalJson, createKeyedHash } from '@tenure/log-secret';
import fc from 'fast-check';
import { checksumOf, personalDigestOf, verifyEvent } from './checksum.js';
import type { RecordedEvent } from './event.js';

const keyed = createKeyedHash(Buffer.alloc(32, 1), 1);
const metadata = { commandId: 'c-1', index: 0, of: 1, payloadHash: 'h2.1.x', actor: 'key:shop' };
const event = {
  stream: 'customer-ä',
  revision: 2,
  type: 'PurchaseRecorded',
  version: 1,
  occurredAt: 1_700_000_000_000,
  precision: 'day' as const,
  data: { orderId: 'o-1', amount: { minor: 1177, currency: 'USD' }, share: 0.1 },
  metadata,
};
const recorded = (others: Partial<RecordedEvent>): RecordedEvent => ({ ...event, position: '1', recordedAt: 0, personal: undefined, ...others });

it('is for ever what it was, as computed by another program', () => {
  // Python: hashlib.sha256(json.dumps(..., sort_keys=True, separators=(',', ':'), ensure_ascii=False).encode())
  expect(checksumOf(event)).toBe('QHWKDAy5Ne_cWrXIq6cU-eIPngEUCELiWZtyoa_mTxk');
});

it('is that of the canonical JSON of all that an event says', () => {
  const text = fc.string({ unit: 'binary' });
  const optional = fc.option(text, { nil: undefined });
  const count = fc.option(fc.nat(), { nil: undefined });
  const any = fc.record({
    stream: text,
    revision: fc.nat(),
    type: text,
    version: fc.nat(),
    occurredAt: fc.integer(),
    precision: fc.constantFrom('day' as const, undefined),
    data: fc.dictionary(text, fc.jsonValue()),
    personalDigest: optional,
    metadata: fc.record({
      actor: text,
      causationId: optional,
      commandId: text,
      correlationId: optional,
      importId: optional,
      index: fc.nat(),
      of: count,
      onBehalfOf: optional,
      origin: fc.option(fc.record({ stream: text, revision: fc.nat(), eventId: text }), { nil: undefined }),
      payloadHash: text,
    }),
  });
  fc.assert(
    fc.property(any, ({ data: facts, personalDigest: personal, ...others }) => {
      const canonical = canonicalJson({ facts, personal, ...others });
      expect(checksumOf({ data: facts, personalDigest: personal, ...others })).toBe(hash('sha256', canonical, 'base64url'));
    }),
  );
});

it('does not depend on the trace of the request, nor on the order of fields', () => {
  const { orderId, ...others } = event.data;
  const traced = { ...metadata, traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' };
  expect(checksumOf({ ...event, data: { ...others, orderId }, metadata: traced })).toBe(checksumOf(event));
});

it('is of no use for guessing a personal part, and equal parts of two events are not seen to be equal', () => {
  const digest = (index: number, secret = keyed) => personalDigestOf(secret, event.stream, { commandId: 'c-1', index }, { note: 'n' });
  expect(new Set([digest(0), digest(1), digest(0, createKeyedHash(Buffer.alloc(32, 2), 1))]).size).toBe(3);
  const sums = ['n', 'm'].map((note) => checksumOf({ ...event, personal: { note }, personalDigest: digest(0) }));
  expect(sums[0]).toBe(sums[1]);
});

it('covers a sealed personal part as it is', () => {
  const sealed = { ...metadata, keyEpoch: 1 };
  const [one, other] = ['AAEC', 'AAED'].map((part) => checksumOf({ ...event, personal: { sealed: part }, metadata: sealed }));
  expect(one).not.toBe(other);
  expect(verifyEvent(recorded({ personal: { sealed: 'AAEC' }, metadata: sealed, checksum: one }), keyed)).toBe('intact');
});

it('says of an event that has none, or whose secret is another one, that it is unchecked', () => {
  expect(verifyEvent(recorded({}), keyed)).toBe('unchecked');
  const personal = { note: 'n' };
  const personalDigest = personalDigestOf(keyed, event.stream, metadata, personal);
  const checksum = checksumOf({ ...event, personal, personalDigest });
  const there = recorded({ personal, personalDigest, checksum });
  expect([verifyEvent(there, keyed), verifyEvent(there), verifyEvent(there, createKeyedHash(Buffer.alloc(32), 2))]).toEqual([
    'intact',
    'unchecked',
    'unchecked',
  ]);
});
