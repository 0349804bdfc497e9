import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { NewEvent } from '../event.js';
import { SqliteEventLogReader } from './reader.js';
import { LOG_LAYOUT, layoutOf, upgradeSteps } from './schema.js';
import { SqliteEventLog } from './sqlite-event-log.js';

const kept = join(process.cwd(), 'test/data-of-0.1.0/embedded/events.db');
const added: NewEvent = { type: 'T', version: 1, occurredAt: 0, data: {}, metadata: { commandId: 'new', index: 0, of: 1, payloadHash: '', actor: 'a' } };
const EVENTS_THEN = 440;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-log-'));
  file = join(folder, 'events.db');
  cpSync(kept, file);
});
afterEach(() => rmSync(folder, { recursive: true }));

function layoutOfFile(name: string): number | null {
  const database = new Database(name);
  try {
    return layoutOf(database);
  } finally {
    database.close();
  }
}

it('opens a log of layout 1, reads every event as it was, and goes on behind them', async () => {
  const before = new SqliteEventLogReader(file);
  const then = (await before.readAll({ after: null, limit: 1_000 })).map(({ position, metadata, data }) => ({ position, metadata, data }));
  await before.close();
  expect(layoutOfFile(file)).toBe(1);
  const log = await SqliteEventLog.open(file);
  const events = await log.readAll({ after: null, limit: 1_000 });
  expect(events.map(({ position, metadata, data }) => ({ position, metadata, data }))).toEqual(then);
  expect(then).toHaveLength(EVENTS_THEN);
  expect(events.filter(({ checksum, precision, metadata }) => checksum ?? precision ?? metadata.of)).toEqual([]);
  expect(await log.append({ stream: 'new', expected: 'no-stream', events: [added] })).toMatchObject({ outcome: 'appended' });
  expect((await log.readStream('new'))[0]).toMatchObject({ checksum: expect.any(String), metadata: { of: 1 } });
  await log.close();
  expect(layoutOfFile(file)).toBe(LOG_LAYOUT);
});

it('leaves a log of layout 1 or of this layout behind, wherever the upgrade is cut off', async () => {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  const cutOff: string[] = [];
  const keepAsIs = () => {
    const copy = join(folder, `cut-off-${cutOff.length}`);
    mkdirSync(copy);
    for (const suffix of ['', '-wal', '-shm']) if (existsSync(file + suffix)) cpSync(file + suffix, join(copy, `events.db${suffix}`));
    cutOff.push(join(copy, 'events.db'));
  };
  database.exec('BEGIN');
  for (const step of upgradeSteps(1)) {
    database.exec(step);
    keepAsIs();
  }
  database.exec('COMMIT');
  keepAsIs();
  database.close();
  expect(cutOff.length).toBeGreaterThan(8);
  expect(cutOff.map(layoutOfFile)).toEqual(cutOff.map((_, i) => (i === cutOff.length - 1 ? LOG_LAYOUT : 1)));
  for (const each of cutOff) {
    const log = await SqliteEventLog.open(each);
    expect(await log.readAll({ after: null, limit: 1_000 })).toHaveLength(EVENTS_THEN);
    expect(await log.append({ stream: 'new', expected: 'no-stream', events: [added] })).toMatchObject({ outcome: 'appended' });
    await log.close();
    expect(layoutOfFile(each)).toBe(LOG_LAYOUT);
  }
});

it('refuses a log of a later layout, to read or to write, and leaves it alone', async () => {
  const database = new Database(file);
  database.pragma(`user_version = ${LOG_LAYOUT + 1}`);
  database.close();
  const refused = {
    name: 'LogRefused',
    code: 'newer-layout',
    message: expect.stringMatching(/events\.db.*layout 4.*Start the version that wrote it, or a later one/),
  };
  await expect(SqliteEventLog.open(file)).rejects.toMatchObject(refused);
  expect(() => new SqliteEventLogReader(file)).toThrow(expect.objectContaining(refused));
  expect(layoutOfFile(file)).toBe(LOG_LAYOUT + 1);
});
