import type { RecordedEvent } from '@tenure/event-log';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { toRecord } from './cloud-event.js';
import { recordHeaders } from './topic.js';

const fits = new Ajv2020({ strict: false, validateFormats: false }).compile({ ...recordHeaders, additionalProperties: false });
const publication = '0b9f6c1e-0000-4000-8000-000000000000';
const least: RecordedEvent = {
  position: '0000000000000042',
  stream: 'customer-c-7',
  revision: 3,
  type: 'PurchaseRecorded',
  version: 1,
  occurredAt: 0,
  recordedAt: 0,
  data: {},
  personal: undefined,
  metadata: { commandId: 'k-1', index: 1, payloadHash: 'h', actor: 'key:shop' },
};
const most: RecordedEvent = {
  ...least,
  precision: 'day',
  checksum: 'AAAA',
  personalDigest: '1.BBBB',
  metadata: {
    ...least.metadata,
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

it.each([
  ['the least', least, undefined],
  ['the most', most, publication],
])('the headers of a record that says %s are as they are described', (_, event, published) => {
  expect([fits(toRecord(event, published)!.headers), fits.errors]).toEqual([true, null]);
});

it('describes no header that no record has', () => {
  expect(Object.keys(toRecord(most, publication)!.headers).toSorted()).toEqual(Object.keys(recordHeaders['properties'] as object).toSorted());
});
