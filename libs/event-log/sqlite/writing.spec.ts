import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogUnavailable } from '../errors.js';
import { SqliteAppender } from './appender.js';
import type { WriteFailure } from './writer-messages.js';
import { Writing } from './writing.js';

const full: WriteFailure = { code: 'SQLITE_FULL', message: 'database or disk is full' };
const ioError: WriteFailure = { code: 'SQLITE_IOERR_WRITE', message: 'disk I/O error' };
const errorOf = ({ code, message }: WriteFailure) => Object.assign(new Error(message), { code });

let said: Array<string | null>;
let stands: Error | null;
let opens: Error | null;
let clock: Error | null;
let reopened: number;
let writing: Writing;
beforeEach(() => {
  [said, stands, opens, clock, reopened] = [[], null, null, null, 0];
  const orThrow = (error: Error | null) => {
    if (error) throw error;
  };
  const appender = {
    reopen: () => {
      reopened += 1;
      orThrow(opens);
    },
    tryToWrite: () => orThrow(stands),
    lookAtClock: () => orThrow(clock),
  };
  writing = new Writing(appender, (failure) => said.push(failure?.code ?? null));
});

it('says once that the log cannot be written, and once that it can again, without anybody writing', () => {
  stands = errorOf(full);
  for (let n = 0; n < 5; n++) writing.failed(full);
  for (let n = 0; n < 5; n++) writing.look();
  expect(said).toEqual(['SQLITE_FULL']);
  stands = null;
  writing.look();
  writing.look();
  writing.succeeded();
  expect(said).toEqual(['SQLITE_FULL', null]);
});

it('opens the file anew after an I/O error, and lives on where that fails too', () => {
  opens = errorOf(ioError);
  stands = errorOf(ioError);
  writing.failed(ioError);
  writing.look();
  expect([reopened, said]).toEqual([1, ['SQLITE_IOERR_WRITE']]);
  stands = null;
  writing.look();
  expect(said).toEqual(['SQLITE_IOERR_WRITE', null]);
});

it('sees a clock that jumps while nobody writes', () => {
  clock = new LogUnavailable('clock-jumped', 'not-appended', 'jumped');
  writing.look();
  clock = null;
  writing.look();
  expect(said).toEqual(['clock-jumped', null]);
});

it('tries by a write that changes nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-writing-'));
  const appender = new SqliteAppender(join(folder, 'log.db'));
  appender.tryToWrite();
  appender.reopen();
  expect(appender.opened.durability).toBeDefined();
  appender.close();
  rmSync(folder, { recursive: true });
});

it('records nothing while the clock is off, and later events are not pinned to its time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-writing-'));
  let time: number | null = 1_000;
  const now = () => {
    if (time === null) throw new LogUnavailable('clock-jumped', 'not-appended', 'jumped');
    return time;
  };
  const appender = new SqliteAppender(join(folder, 'log.db'), { now });
  const batchOf = (revision: number) => ({
    requests: [['customer-a', revision - 1, 1] as [string, number, number]],
    kinds: [['Counted', 1, null, 'spec', null, null, null, null, null, null] as never],
    events: [[0, 0, '{}', null, null, `c-${revision}`, 0, 1, 'hash'] as never],
  });
  expect(appender.append(batchOf(0)).recordedAt).toBe(1_000);
  time = null;
  expect(() => appender.append(batchOf(1))).toThrow(expect.objectContaining({ code: 'clock-jumped' }));
  time = 2_000;
  expect(appender.append(batchOf(1))).toMatchObject({ recordedAt: 2_000, results: [['appended', 1, 2]] });
  appender.close();
  rmSync(folder, { recursive: true });
});
