import { existsSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteAppender } from './appender.js';

let folder: string;
let file: string;
let during: () => void;
let appender: SqliteAppender;
const clock = {
  now() {
    during();
    return 1_000;
  },
};

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tenure-moved-')));
  file = join(folder, 'log.db');
  during = () => {};
  appender = new SqliteAppender(file, clock);
});
afterEach(() => rmSync(folder, { recursive: true }));

const append = (stream: string) =>
  appender.append({
    requests: [[stream, -1, 1]],
    kinds: [['Counted', 1, null, 'spec', null, null, null, null, null, null]],
    events: [[0, 0, '{}', null, null, `c-${stream}`, 0, 1, 'hash']],
  });
const streamsIn = (name: string): unknown[] => {
  const database = new Database(name, { readonly: true });
  try {
    return database.prepare('SELECT stream FROM event ORDER BY position').pluck().all();
  } finally {
    database.close();
  }
};

it('acknowledges nothing of which the write-ahead log was deleted while it was written', () => {
  append('a');
  during = () => rmSync(`${file}-wal`);
  expect(() => append('b')).toThrow(expect.objectContaining({ name: 'LogMoved', message: expect.stringContaining(`${file}-wal was deleted`) }));
});

it('keeps all of it elsewhere where a reader keeps the write-ahead log from being moved into the file', () => {
  append('a');
  const reader = new Database(file, { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM event').get();
  append('b');
  rmSync(`${file}-wal`);
  expect(() => appender.requireInPlace()).toThrow(/Everything that was recorded is in .*\.rescued-.*put it in its place/);
  reader.close();
  const kept = readdirSync(folder).find((name) => name.includes('.rescued-'))!;
  expect(streamsIn(join(folder, kept))).toEqual(['a', 'b']);
}, 30_000);

it('leaves everything where it is when only the index of the write-ahead log is gone', () => {
  append('a');
  const reader = new Database(file, { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM event').get();
  append('b');
  rmSync(`${file}-shm`);
  expect(() => appender.requireInPlace()).toThrow(/Everything that was recorded is in .*log\.db and .*log\.db-wal\. Start the engine again/);
  reader.close();
  expect(readdirSync(folder).filter((name) => name.includes('.rescued-'))).toEqual([]);
  expect(streamsIn(file)).toEqual(['a', 'b']);
});

it('says what has to go first where another write-ahead log lies beside the log', () => {
  append('a');
  const reader = new Database(file, { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM event').get();
  append('b');
  renameSync(`${file}-wal`, join(folder, 'elsewhere-wal'));
  writeFileSync(`${file}-wal`, '');
  expect(() => appender.requireInPlace()).toThrow(/is in .*\.rescued-.*: take .*log\.db-wal and .*log\.db-shm away, then put it in its place/);
  reader.close();
});

it('never makes an empty log where the file has gone, after an error of the disk', () => {
  append('a');
  renameSync(file, join(folder, 'elsewhere.db'));
  expect(() => appender.reopen()).toThrow(expect.objectContaining({ name: 'LogMoved', message: expect.stringContaining('.rescued-') }));
  expect(existsSync(file)).toBe(false);
});

it('never makes an empty log where the file has gone while it could not be opened', () => {
  append('a');
  appender.close(); // as a failed reopening leaves it
  appender.requireInPlace();
  renameSync(file, join(folder, 'elsewhere.db'));
  for (const open of [() => appender.tryToWrite(), () => appender.reopen()]) {
    expect(open).toThrow(expect.objectContaining({ name: 'LogMoved', message: expect.stringContaining('opened anew') }));
  }
  expect(existsSync(file)).toBe(false);
  renameSync(join(folder, 'elsewhere.db'), file);
  appender.tryToWrite();
  appender.close();
  expect(streamsIn(file)).toEqual(['a']);
});
