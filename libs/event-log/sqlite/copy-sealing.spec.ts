import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyedHash } from '@tenure/log-secret';
import { checksumOf } from '../checksum.js';
import type { NewEvent, RecordedEvent } from '../event.js';
import type { SealAll } from '../sealed-form.js';
import { verifyLog } from '../verify-log.js';
import { copySealing } from './copy-sealing.js';
import { SqliteEventLog } from './sqlite-event-log.js';

const keyed = createKeyedHash(Buffer.alloc(32, 7), 1);
const event: NewEvent = {
  type: 'CustomerClosed',
  version: 1,
  occurredAt: 0,
  data: { reason: 'married Grace Hopper' },
  personal: { name: 'Ada Lovelace' },
  metadata: { commandId: 'c', index: 0, of: 1, payloadHash: 'h2.1.x', actor: 'spec' },
};
const visit: NewEvent = { ...event, type: 'VisitRecorded', data: { visitId: 'V' }, personal: undefined, metadata: { ...event.metadata, commandId: 'd' } };

/** Seals closings, and leaves all other events. */
const seal: SealAll = async (events: readonly RecordedEvent[]) =>
  events.map(({ type, stream, revision, metadata }) => {
    if (type !== 'CustomerClosed') return null;
    const form = { ...event, version: 2, data: {}, personal: { reason: 'sealed' }, metadata: { ...metadata, keyEpoch: 1 } };
    return { ...form, checksum: checksumOf({ ...form, stream, revision }) };
  });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-sealing-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('has every event at its place, in the form that it was given, and nothing of what was in clear', async () => {
  const [file, target] = [join(folder, 'events.db'), join(folder, 'sealed.db')];
  const log = await SqliteEventLog.open(file, { keyed: async () => keyed });
  await log.append({ stream: 'customer-a', expected: 'no-stream', events: [event, visit] });
  const before = await log.readStream('customer-a');
  const id = await log.id();
  await log.close();
  expect(readFileSync(file, 'latin1')).toMatch(/Ada Lovelace|Grace Hopper/);

  expect(await copySealing(file, target, seal, () => {})).toEqual({ events: 2, sealed: 1 });
  expect(readFileSync(target, 'latin1')).not.toMatch(/Ada Lovelace|Grace Hopper/);
  const copy = await SqliteEventLog.open(target, { keyed: async () => keyed });
  const after = await copy.readStream('customer-a');
  expect(after[0]).toMatchObject({ type: 'CustomerClosed', version: 2, data: {}, personal: { reason: 'sealed' }, metadata: { keyEpoch: 1 } });
  expect(after[0]!.personalDigest).toBeUndefined();
  expect(after[1]).toMatchObject({ type: 'VisitRecorded', version: 1, data: { visitId: 'V' }, checksum: before[1]!.checksum });
  expect(after.map(({ position, recordedAt }) => [position, recordedAt])).toEqual(before.map(({ position, recordedAt }) => [position, recordedAt]));
  expect(await verifyLog(copy, null, async () => keyed)).toEqual({ events: 2, unchecked: 0 });
  expect(await copy.id()).not.toBe(id);
  await copy.close();
});
