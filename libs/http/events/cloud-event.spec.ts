import type { RecordedEvent } from '@tenure/event-log';
import { toCloudEvent } from './cloud-event.js';

const event: RecordedEvent = {
  position: '0000000000000042',
  stream: 'customer-c-7',
  revision: 3,
  type: 'PurchaseRecorded',
  version: 1,
  occurredAt: Date.UTC(2024, 0, 31),
  recordedAt: Date.UTC(2024, 1, 1),
  precision: 'day',
  checksum: 'AAAA',
  personalDigest: '1.BBBB',
  data: { orderId: 'o-1' },
  personal: undefined,
  metadata: {
    commandId: 'k-1',
    index: 1,
    of: 2,
    payloadHash: 'h',
    actor: 'key:shop',
    onBehalfOf: 'Ada',
    importId: 'import-7',
    origin: { stream: 'customer-c-8', revision: 4, eventId: '3398db49-aa7d-5a87-bd80-08afb3fcf095' },
    keyEpoch: 2,
  },
};

it('says who an event was recorded for, by which import, to the day, and what proves it', () => {
  const shown = toCloudEvent(event);
  expect(shown).toMatchObject({
    time: '2024-01-31T00:00:00.000Z',
    precision: 'day',
    actor: 'key:shop',
    onbehalfof: 'Ada',
    commandid: 'k-1',
    commandof: 2,
    importid: 'import-7',
    originstream: 'customer-c-8',
    originrevision: 4,
    originid: '3398db49-aa7d-5a87-bd80-08afb3fcf095',
    checksum: 'AAAA',
  });
  for (const name of Object.keys(shown)) expect(name).toMatch(/^[a-z0-9]{1,20}$/);
});

it('invents nothing for an event of envelope 1', () => {
  const { precision: _precision, checksum: _checksum, personalDigest: _digest, ...first } = event;
  const { commandId, index, payloadHash, actor } = event.metadata;
  const shown = toCloudEvent({ ...first, metadata: { commandId, index, payloadHash, actor } });
  expect(Object.keys(shown)).toEqual(expect.not.arrayContaining(['precision', 'checksum', 'commandof', 'onbehalfof', 'importid', 'originid']));
});
