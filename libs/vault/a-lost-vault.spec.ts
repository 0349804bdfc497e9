import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NewEvent, streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { givenSecret } from '@tenure/log-secret';
import { belongsToLog } from './belongs-to-log.js';
import { haveSealed } from './have-sealed.js';
import { SealingLog } from './sealing-log.js';
import { MemoryKeys } from './testing/memory-keys.js';
import { Vault } from './vault.js';

const secret = givenSecret('0123456789abcdef0123456789abcdef');
let folder: string;
let log: SqliteEventLog;
let keys: MemoryKeys;
let now: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-lost-vault-'));
  log = await SqliteEventLog.open(join(folder, 'events.db'), { keyed: () => secret.keyed() });
  keys = new MemoryKeys();
  now = 0;
});
afterEach(async () => {
  await log.close();
  rmSync(folder, { recursive: true });
});

const process = () => new SealingLog(log, new Vault(keys, secret, { maySeal: belongsToLog(log, secret), lost: haveSealed(log), now: () => now }));

const noted = (customerId: string, note: string): NewEvent => ({
  type: 'CustomerRegistered',
  version: 1,
  occurredAt: 0,
  data: { party: 'person' },
  personal: { note },
  metadata: { commandId: `${customerId} ${note}`, index: 0, of: 1, payloadHash: 'h', actor: 'test' },
});
const note = (sealing: SealingLog, customerId: string, at: number, text = `note ${at}`) =>
  sealing.append({ stream: streamOf(customerId), expected: at === 0 ? 'no-stream' : at - 1, events: [noted(customerId, text)] });
const recorded = async (customerId: string) => (await log.readStream(streamOf(customerId))).length;

it('seals nothing once the vault was lost under it: neither with keys at hand nor with new ones, until it is back', async () => {
  const sealing = process();
  await note(sealing, 'known', 0);
  const [id, [key]] = [await keys.id(), await keys.read(['known'])];
  keys.lose();
  await expect(note(sealing, 'new', 0)).rejects.toMatchObject({ code: 'missing' });
  now += 1_000;
  await expect(note(sealing, 'known', 1)).rejects.toMatchObject({ code: 'missing' });
  await keys.begin('of another log');
  await expect(note(sealing, 'known', 1)).rejects.toMatchObject({ code: 'another' });
  expect([await recorded('known'), await recorded('new'), await keys.read(['known', 'new'])]).toEqual([1, 0, []]);
  keys.lose();
  await keys.begin(id!);
  await keys.keep([key!]);
  await note(sealing, 'known', 1);
  await note(sealing, 'new', 0);
  expect((await process().readStream(streamOf('known'))).map(({ personal }) => personal)).toEqual([{ note: 'note 0' }, { note: 'note 1' }]);
});

it('notices within a second that keys at hand are in no vault any more', async () => {
  const sealing = process();
  await note(sealing, 'known', 0);
  keys.lose();
  now += 1_000;
  await expect(note(sealing, 'known', 1)).rejects.toMatchObject({ code: 'missing' });
  expect(await recorded('known')).toBe(1);
});

it('makes no key in the place of one that an older copy of the vault lacks, and goes on with all others', async () => {
  await note(process(), 'old', 0);
  keys.loseKeyOf('old');
  await log.append({ stream: streamOf('unsealed'), expected: 'no-stream', events: [{ ...noted('unsealed', ''), personal: undefined }] });
  const sealing = process();
  // Like commands that take a customer for new, and like commands that have the record in memory.
  const appended = await Promise.allSettled([note(sealing, 'old', 0, 'other'), note(sealing, 'old', 1), note(sealing, 'unsealed', 1), note(sealing, 'new', 0)]);
  expect(appended).toMatchObject([
    { status: 'rejected', reason: { code: 'key-missing', message: /"old"/ } },
    { status: 'rejected', reason: { code: 'key-missing' } },
    { status: 'fulfilled' },
    { status: 'fulfilled' },
  ]);
  expect((await keys.read(['old', 'unsealed', 'new'])).map(({ customerId }) => customerId)).toEqual(['unsealed', 'new']);
});

it('takes a key that another process kept, and sealed with, while this one looked whether it was lost', async () => {
  const other = new Vault(keys, secret);
  const lost = async (customerIds: readonly string[]) => {
    await other.keyFor('c');
    return new Set(customerIds);
  };
  const key = await new Vault(keys, secret, { lost }).keyFor('c');
  const place = { stream: streamOf('c'), revision: 0, type: 'CustomerRegistered' };
  expect(key.seal(place, { note: 'x' })).toEqual((await other.keyFor('c')).seal(place, { note: 'x' }));
});

it('waits for a key that is being kept already, and does not take it for lost', async () => {
  const sealed = new Set<string>();
  const vault = new Vault(keys, secret, { lost: async () => sealed });
  let kept = () => {};
  const keep = keys.keep.bind(keys);
  keys.keep = async (some) => {
    await new Promise<void>((resolve) => {
      kept = resolve;
    });
    return keep(some);
  };
  const first = await vault.sealingKey('c');
  sealed.add('c');
  const second = await vault.sealingKey('c');
  kept();
  expect(await second.durable()).toBe(await first.durable());
  expect(keys.batches).toBe(1);
});
