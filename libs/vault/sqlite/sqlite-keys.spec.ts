import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

describe('the file of a running engine', () => {
  const key = (customerId: string) => ({ customerId, epoch: 1, secretEpoch: 1, wrapped: Buffer.alloc(92, customerId) });

  it.each(['', '-wal'])('that is deleted (vault.db%s) takes no more keys, and all that it held is kept and found again', async (suffix) => {
    const keys = SqliteKeys.openForWriting(file());
    await keys.begin('one');
    await keys.keep([key('a')]);
    rmSync(`${file()}${suffix}`);
    const error = await keys.keep([key('b')]).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'VaultUnavailable', code: 'missing', message: expect.stringMatching(/All keys of this log are in .*stop the engine/) });
    await expect(keys.id()).rejects.toBe(error);
    await keys.close();
    const kept = /in (\S+rescued-\S+): /.exec((error as Error).message)![1]!;
    for (const each of ['-wal', '-shm']) rmSync(`${file()}${each}`, { force: true });
    renameSync(kept, file());
    const again = SqliteKeys.openForWriting(file());
    expect([await again.id(), await again.read(['a'])]).toEqual(['one', [key('a')]]);
    await again.close();
  });

  it('that is deleted while the disk is full keeps its keys elsewhere once there is room, and no half of them before', async () => {
    const keys = SqliteKeys.openForWriting(file());
    await keys.keep([key('a')]);
    rmSync(file());
    const rescued = () => readdirSync(folder).filter((name) => name.includes('rescued'));
    const { prepare } = Database.prototype;
    Database.prototype.prepare = function (this: Database.Database, sql: string) {
      const full = (kept: string) => {
        writeFileSync(kept, 'a part of it');
        throw new Error('database or disk is full');
      };
      return sql.startsWith('VACUUM') ? ({ run: full } as unknown as Database.Statement) : prepare.call(this, sql);
    } as typeof prepare;
    try {
      await expect(keys.keep([key('b')])).rejects.toMatchObject({ code: 'missing', message: expect.stringMatching(/disk is full\. Repair that/) });
    } finally {
      Database.prototype.prepare = prepare;
    }
    expect(rescued()).toEqual([]);
    await expect(keys.id()).rejects.toMatchObject({ code: 'missing', message: expect.stringContaining('All keys of this log are in') });
    await keys.close();
    const kept = SqliteKeys.openForReading(join(folder, rescued()[0]!));
    expect(await kept.read(['a'])).toEqual([key('a')]);
    await kept.close();
  });

  it('that SQLite cannot use any more is told as the vault', async () => {
    const keys = SqliteKeys.openForWriting(file());
    const other = new Database(file());
    other.exec('DROP TABLE vault; DROP TABLE customer_key');
    other.close();
    for (const asked of [() => keys.id(), () => keys.begin('one'), () => keys.read(['a']), () => keys.keep([key('a')])])
      await expect(asked()).rejects.toMatchObject({ name: 'VaultUnavailable', code: 'unreachable', message: expect.stringContaining(file()) });
    await keys.close();
  });
});
