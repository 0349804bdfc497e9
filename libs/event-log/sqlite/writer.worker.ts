import { parentPort, workerData } from 'node:worker_threads';
import { LogRefused } from '../errors.js';
import { SqliteAppender } from './appender.js';
import { Bell } from './bell.js';
import { takeExclusiveLock } from './exclusive-lock.js';
import type { FromWriter, ToWriter } from './writer-messages.js';

/** The thread that owns the log file: takes the lock, appends batches, checkpoints when idle. */
const port = parentPort!;
const { file, bell: memory } = workerData as { file: string; bell: SharedArrayBuffer };
const bell = new Bell(memory);
const IDLE_MS = 500;

const answer = (message: FromWriter) => port.postMessage(message);

function start(): void {
  const lock = takeExclusiveLock(file);
  const appender = openOrRelease(lock);
  let idle: NodeJS.Timeout | undefined;
  port.on('message', (message: ToWriter) => {
    clearTimeout(idle);
    if (message.kind === 'close') {
      appender.close();
      lock.release();
      answer({ kind: 'closed' });
      port.close();
      return;
    }
    try {
      const result = appender.append(message.batch);
      bell.ring();
      answer({ kind: 'appended', result });
    } catch (error) {
      const { code = 'UNKNOWN', message: detail } = error as Error & { code?: string };
      if (code.startsWith('SQLITE_IOERR')) appender.reopen();
      answer({ kind: 'failed', code, detail });
    }
    checkpoint(appender, false);
    idle = setTimeout(() => checkpoint(appender, true), IDLE_MS);
  });
  answer({ kind: 'ready', durability: appender.durability });
}

let checkpointFailed = false;

function checkpoint(appender: SqliteAppender, isIdle: boolean): void {
  try {
    if (appender.checkpointIfDue(isIdle) && checkpointFailed) {
      checkpointFailed = false;
      answer({ kind: 'checkpoint', failure: null });
    }
  } catch (error) {
    checkpointFailed = true;
    answer({ kind: 'checkpoint', failure: (error as Error).message });
  }
}

function openOrRelease(lock: { release(): void }): SqliteAppender {
  try {
    return new SqliteAppender(file);
  } catch (error) {
    lock.release();
    throw error;
  }
}

try {
  start();
} catch (error) {
  if (!(error instanceof LogRefused)) throw error;
  answer({ kind: 'refused', code: error.code, detail: error.message });
  port.close();
}
