import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { eventLogContract, keyedOfContract } from '../contract/event-log.contract.js';
import { durability, openForWriting } from './open-database.js';
import { SqliteEventLog } from './sqlite-event-log.js';

const folder = () => mkdtempSync(join(tmpdir(), 'tenure-log-'));

eventLogContract('SQLite', async () => {
  const directory = folder();
  const open = () => SqliteEventLog.open(join(directory, 'log.db'), { keyed: async () => keyedOfContract });
  return {
    open,
    reopen: async (log) => {
      await log.close();
      return open();
    },
    dispose: async () => rmSync(directory, { recursive: true }),
  };
});

describe('the SQLite log file', () => {
  let directory: string;
  let file: string;
  beforeEach(() => {
    directory = folder();
    file = join(directory, 'log.db');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is FULL synchronous on the first open and on every later one', () => {
    for (let open = 0; open < 3; open++) {
      const { database } = openForWriting(file);
      expect(durability(database)).toMatchObject({ journalMode: 'wal', synchronous: 'FULL' });
      database.close();
    }
  });

  it('is read in several turns of the event loop where many streams are asked for at once', async () => {
    const log = await SqliteEventLog.open(file);
    const event = (n: number) => ({ type: 'T', version: 1, occurredAt: 0, data: {}, metadata: { commandId: `c${n}`, index: 0, payloadHash: '', actor: 'a' } });
    await log.append({ stream: 'customer-a', expected: 'no-stream', events: Array.from({ length: 2_000 }, (_, n) => event(n)) });
    let turn = 0;
    const turning = setInterval(() => (turn += 1));
    const read = await Promise.all(Array.from({ length: 100 }, async () => [(await log.readStream('customer-a')).length, turn]));
    clearInterval(turning);
    await log.close();
    expect(new Set(read.map(([length]) => length))).toEqual(new Set([2_000]));
    expect(new Set(read.map(([, readIn]) => readIn)).size).toBeGreaterThan(2);
  });

  it('refuses to change or delete an event, whoever asks', async () => {
    const log = await SqliteEventLog.open(file);
    await log.append({
      stream: 'customer-a',
      expected: 'no-stream',
      events: [{ type: 'T', version: 1, occurredAt: 0, data: {}, metadata: { commandId: 'c', index: 0, payloadHash: '', actor: 'a' } }],
    });
    await log.close();
    const database = new Database(file);
    expect(() => database.exec("UPDATE event SET data = '{}'")).toThrow('append-only');
    expect(() => database.exec('DELETE FROM event')).toThrow('append-only');
    database.close();
  });

  it('takes one engine only, and is free again when that one has closed', async () => {
    const log = await SqliteEventLog.open(file);
    await expect(SqliteEventLog.open(file)).rejects.toMatchObject({ name: 'LogRefused', code: 'in-use', message: expect.stringContaining('--data') });
    await log.close();
    await (await SqliteEventLog.open(file)).close();
  });

  it('refuses a file that is something else', async () => {
    writeFileSync(file, 'this is a letter, not a database, and it is long enough to be read as one'.repeat(20));
    await expect(SqliteEventLog.open(file)).rejects.toMatchObject({ code: 'not-a-log', message: expect.stringContaining(file) });
    rmSync(file);
    const other = new Database(file);
    other.exec('CREATE TABLE recipe (name TEXT)');
    other.close();
    await expect(SqliteEventLog.open(file)).rejects.toMatchObject({ code: 'not-a-log' });
  });
});
