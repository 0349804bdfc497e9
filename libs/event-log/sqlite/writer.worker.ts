import { parentPort, workerData } from 'node:worker_threads';
import { ClockGuard } from '../clock/clock-guard.js';
import { LogRefused } from '../errors.js';
import { SqliteAppender } from './appender.js';
import { Bell } from './bell.js';
import { Checkpoints } from './checkpoints.js';
import { ExclusiveLock } from './exclusive-lock.js';
import { LogMoved } from './log-moved.js';
import type { FromWriter, ToWriter, WriteFailure } from './writer-messages.js';
import { toWriteFailure, Writing } from './writing.js';

/** The thread that owns the log file: takes the lock, appends batches, checkpoints when idle. */
const port = parentPort!;
const { file, bell: memory, clock } = workerData as { file: string; bell: SharedArrayBuffer; clock: SharedArrayBuffer };
const bell = new Bell(memory);
const IDLE_MS = 500;
/** How often an idle log checks whether its files are still there. */
const LOOK_MS = 1_000;

const answer = (message: FromWriter) => port.postMessage(message);

function start(): void {
  const lock = new ExclusiveLock(file);
  const appender = openOrRelease(lock);
  let idle: NodeJS.Timeout | undefined;
  const writing = new Writing(appender, (failure) => answer({ kind: 'writing', failure }));
  const checkpoints = new Checkpoints(appender, (failure) => answer({ kind: 'checkpoint', failure }));
  const looking = setInterval(() => guarded(() => lookAround(lock, appender, writing, checkpoints)), LOOK_MS);

  /** After a move nothing is written, and nothing closed: SQLite would delete the write-ahead log of this name, whichever log it belongs to by now. */
  function guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof LogMoved || error instanceof LogRefused)) throw error;
      clearTimeout(idle);
      clearInterval(looking);
      answer({ kind: 'moved', detail: error.message });
    }
  }

  port.on('message', (message: ToWriter) => {
    clearTimeout(idle);
    if (message.kind === 'close') {
      clearInterval(looking);
      appender.close();
      lock.release();
      answer({ kind: 'closed' });
      port.close();
      return;
    }
    guarded(() => {
      const unlocked = renew(lock, appender);
      if (unlocked !== null) {
        answer({ kind: 'failed', ...unlocked });
        writing.failed(unlocked);
        return;
      }
      try {
        const result = appender.append(message.batch);
        bell.ring();
        answer({ kind: 'appended', result });
        writing.succeeded();
      } catch (error) {
        if (error instanceof LogMoved) throw error;
        const failure = toWriteFailure(error);
        answer({ kind: 'failed', ...failure });
        writing.failed(failure);
      }
      checkpoints.run(false);
      idle = setTimeout(() => checkpoints.run(true), IDLE_MS);
    });
  });
  answer({ kind: 'ready', opened: appender.opened });
}

function lookAround(lock: ExclusiveLock, appender: SqliteAppender, writing: Writing, checkpoints: Checkpoints): void {
  const unlocked = renew(lock, appender);
  if (unlocked !== null) {
    writing.failed(unlocked);
    return;
  }
  appender.requireInPlace();
  writing.look();
  checkpoints.look();
}

/**
 * While the lock was not held, another engine may have come, written and gone: the log is reopened.
 * Returns why that is not possible yet: nothing is written before.
 * @throws LogMoved, LogRefused
 */
function renew(lock: ExclusiveLock, appender: SqliteAppender): WriteFailure | null {
  try {
    if (!lock.renewIfDeleted()) return null;
    bell.ring();
    answer({ kind: 'lock-renewed' });
    appender.requireInPlace();
    appender.reopen();
    return null;
  } catch (error) {
    if (!(error instanceof LogRefused && error.mayPass)) throw error;
    return toWriteFailure(error);
  }
}

function openOrRelease(lock: ExclusiveLock): SqliteAppender {
  try {
    return new SqliteAppender(file, new ClockGuard(undefined, undefined, clock));
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
