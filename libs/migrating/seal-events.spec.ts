import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NewEvent, type RecordedEvent, StreamDamaged, verifyEvent } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { givenSecret, type KeyedHash } from '@tenure/log-secret';
import { openingEvents, Vault } from '@tenure/vault';
import { SqliteKeys } from '@tenure/vault/sqlite';
import { sealingEvents } from './seal-events.js';

const secret = givenSecret('0123456789abcdef0123456789abcdef');
const stream = 'customer-a';
const of = (type: string, index: number, said: Pick<NewEvent, 'data' | 'personal'>): NewEvent => ({
  type,
  version: 1,
  occurredAt: index,
  ...said,
  metadata: { commandId: 'c', index, of: 3, payloadHash: 'h', actor: 'spec' },
});

let folder: string;
let keyed: KeyedHash;
let vault: Vault;
let recorded: RecordedEvent[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-seal-events-'));
  keyed = await secret.keyed();
  vault = new Vault(SqliteKeys.openForWriting(join(folder, 'vault.db')), secret);
  const log = await SqliteEventLog.open(join(folder, 'events.db'), { keyed: () => secret.keyed() });
  const events = [
    of('CustomerRegistered', 0, { data: {}, personal: { name: 'Ada Lovelace' } }),
    of('VisitRecorded', 1, { data: { visitId: 'V-1', subject: 'a new roof' } }),
    of('PurchaseRecorded', 2, { data: { orderId: 'O-1' } }),
  ];
  await log.append({ stream, expected: 'no-stream', events });
  recorded = await log.readStream(stream);
  await log.close();
});
afterEach(async () => {
  await vault.close();
  rmSync(folder, { recursive: true });
});

/** The values of an event's getters as plain members, except its personal part. */
function fieldsOf({ position, stream: name, revision, type, version, occurredAt, recordedAt, data, metadata, checksum, personalDigest }: RecordedEvent) {
  return { position, stream: name, revision, type, version, occurredAt, recordedAt, data, metadata, checksum, personalDigest, personal: undefined };
}

/** An event in a copy, as a log would have it. */
const inCopy = (form: object | null, at: number): RecordedEvent => ({ ...fieldsOf(recorded[at]!), ...form });

it('seals personal parts and what version 1 said among the facts, in the newest version, with a checksum of its own; all else stays', async () => {
  const forms = await sealingEvents(vault, keyed)(recorded);
  expect(forms).toEqual([
    expect.objectContaining({ version: 1, data: {}, personal: { name: expect.stringMatching(/^sealed\.1\.0\./) } }),
    expect.objectContaining({ version: 2, data: { visitId: 'V-1' }, personal: { subject: expect.stringMatching(/^sealed\.1\.1\./) } }),
    null,
  ]);
  const copied = forms.slice(0, 2).map(inCopy);
  expect(copied.map((event) => verifyEvent(event, keyed))).toEqual(['intact', 'intact']);
  expect((await openingEvents(vault)(copied)).map(({ personal }) => personal)).toEqual([{ name: 'Ada Lovelace' }, { subject: 'a new roof' }]);
});

it('makes the same of an event each time, byte for byte, so that a copy can be gone on with', async () => {
  expect(await sealingEvents(vault, keyed)(recorded)).toEqual(await sealingEvents(vault, keyed)(recorded));
});

it('does not seal a personal part that was changed, or that no secret at hand speaks for: it would be as good as recorded', async () => {
  const changed = { ...fieldsOf(recorded[0]!), personal: { name: 'Eve Lovelace' } };
  await expect(sealingEvents(vault, keyed)([changed])).rejects.toThrow(/revision 0 of stream "customer-a".*not what was recorded/);
  const other = await givenSecret('another secret, and as long as it').keyed();
  await expect(sealingEvents(vault, { ...other, epoch: 2 })(recorded)).rejects.toThrow(StreamDamaged);
  expect(await vault.ringsOf(['a'])).toEqual(new Map());
});
