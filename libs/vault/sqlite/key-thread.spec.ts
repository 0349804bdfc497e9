import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyedHash } from '@tenure/log-secret';
import Database from 'better-sqlite3';
import { KEY_BYTES } from '../customer-key.js';
import { Vault } from '../vault.js';
import { unwrap } from '../wrapping.js';
import { KeyThread } from './key-thread.js';
import { SqliteKeys } from './sqlite-keys.js';

const keyed = createKeyedHash(Buffer.alloc(32, 1), 1);
let folder: string;
let keys: SqliteKeys;
let thread: KeyThread;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-key-thread-'));
  keys = SqliteKeys.openForWriting(join(folder, 'vault.db'));
  await keys.begin('one');
  thread = new KeyThread(keys, () => undefined);
});
afterEach(async () => {
  await thread.close();
  await keys.close();
  rmSync(folder, { recursive: true });
});

const made = (customerId: string, byte: number) => ({ customerId, key: Buffer.alloc(KEY_BYTES, byte) });
const kept = async (...customerIds: string[]) => (await keys.read(customerIds)).map((key) => [key.customerId, unwrap(key, keyed)]);

it('keeps keys wrapped, each for its customer', async () => {
  expect(await thread.keep([made('a', 1), made('ä b', 2)], 1, keyed)).toEqual([]);
  expect(await kept('a', 'ä b')).toEqual([
    ['a', Buffer.alloc(KEY_BYTES, 1)],
    ['ä b', Buffer.alloc(KEY_BYTES, 2)],
  ]);
  expect(thread.state).toMatchObject({ name: 'vault', state: 'running' });
});

it('puts none in the place of another, and answers with that', async () => {
  await thread.keep([made('a', 1)], 1, keyed);
  const others = await thread.keep([made('a', 9), made('b', 2)], 1, keyed);
  expect(others).toEqual(await keys.read(['a']));
  expect(await kept('a', 'b')).toEqual([
    ['a', Buffer.alloc(KEY_BYTES, 1)],
    ['b', Buffer.alloc(KEY_BYTES, 2)],
  ]);
});

it.each(['before it has started', 'while it runs'])('says that the file was deleted %s, makes no other, and has kept all keys elsewhere', async (when) => {
  if (when === 'while it runs') await thread.keep([made('a', 1)], 1, keyed);
  rmSync(join(folder, 'vault.db'));
  await expect(thread.keep([made('b', 2)], 1, keyed)).rejects.toMatchObject({ name: 'VaultUnavailable', code: 'missing' });
  expect(readdirSync(folder)).not.toContain('vault.db');
  const rescued = readdirSync(folder).filter((name) => name.includes('rescued'));
  expect(rescued).toHaveLength(1);
  if (when === 'while it runs') {
    const found = SqliteKeys.openForReading(join(folder, rescued[0]!));
    expect((await found.read(['a'])).map((key) => unwrap(key, keyed))).toEqual([Buffer.alloc(KEY_BYTES, 1)]);
    await found.close();
  }
});

it('refuses as the vault when the thread cannot be had', async () => {
  await thread.close();
  await expect(thread.keep([made('a', 1)], 1, keyed)).rejects.toMatchObject({ name: 'VaultUnavailable', code: 'unreachable' });
});

it('refuses as the vault when the thread cannot open the file', async () => {
  const newer = new Database(join(folder, 'vault.db'));
  newer.pragma('user_version = 9');
  newer.close();
  const vault = new Vault(keys, { keyed: async () => keyed }, { maker: thread });
  await expect(vault.keyFor('c')).rejects.toMatchObject({ name: 'VaultUnavailable', code: 'unreachable', message: expect.stringContaining('layout 9') });
});
