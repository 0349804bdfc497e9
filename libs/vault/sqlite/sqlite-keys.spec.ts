import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { keysContract } from '../contract/keys.contract.js';
import { SqliteKeys } from './sqlite-keys.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-vault-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const file = () => join(folder, 'vault.db');

keysContract('a file', async () => SqliteKeys.openForWriting(file()));

it('is read by another connection while it is written', async () => {
  const writing = SqliteKeys.openForWriting(file());
  const reading = SqliteKeys.openForReading(file());
  const key = { customerId: 'a', epoch: 1, secretEpoch: 1, wrapped: Buffer.alloc(92) };
  await writing.keep([key]);
  expect(await reading.read(['a'])).toEqual([key]);
  await reading.close();
  await writing.close();
});

it('names a file that is no vault, or one of a later version, and leaves it as it is', () => {
  writeFileSync(file(), 'x'.repeat(5_000));
  expect(() => SqliteKeys.openForWriting(file())).toThrow(file());
  expect(readFileSync(file(), 'utf8')).toBe('x'.repeat(5_000));
  rmSync(file());
  const later = new Database(file());
  later.pragma('user_version = 9');
  later.close();
  expect(() => SqliteKeys.openForWriting(file())).toThrow('layout 9');
});
