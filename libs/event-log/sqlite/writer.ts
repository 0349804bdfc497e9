import type { KeyedHash } from '@tenure/log-secret';
import type { ThreadState } from '@tenure/threads';
import { diskSentence, diskTrouble } from '../disk-trouble.js';
import { LogUnavailable } from '../errors.js';
import type { AppendRequest, AppendResult } from '../event-log.js';
import { type Pending, settle, toBatch } from './batches.js';
import type { Bell } from './bell.js';
import type { FromWriter, Opened, WriteFailure } from './writer-messages.js';
import { WriterThread } from './writer-thread.js';

const MOST_EVENTS_PER_BATCH = 5_000;
const LONGEST_LINGER_MS = 2;
/** Fewer than this are not a crowd, and more are a bulk that arrives at once: neither is worth waiting for. */
const CROWD = { least: 4, most: 128 } as const;

/**
 * Group commit: while one half of the writers is being flushed, the other half is decided, so neither thread waits for
 * the other. The higher the load, the more commands share a flush; a lone command waits for nobody.
 */
export class SqliteWriter {
  #pending: Pending[] = [];
  #inFlight: Pending[] | null = null;
  #scheduled = false;
  #linger: NodeJS.Timeout | null = null;
  /** How many appends were open when the last batch came back: that many may be about to come again. */
  #crowd = 0;
  #closing: ((value: void) => void) | null = null;
  /** Why appends are refused for good. */
  #dead: LogUnavailable | null = null;
  /** Why appends are refused until the thread is back. */
  #ended: string | null = null;
  #checkpointFailure: WriteFailure | null = null;
  #writeFailure: WriteFailure | null = null;
  #moved: ((detail: string) => void) | null = null;
  /** Resolves, with what the operator has to do, when the log's files were taken away under it; otherwise never. */
  readonly moved = new Promise<string>((resolve) => {
    this.#moved = resolve;
  });
  #lockRenewals = 0;
  #thread!: WriterThread;

  private constructor() {}

  /** @throws LogRefused */
  static async start(path: string, bell: Bell): Promise<SqliteWriter> {
    const writer = new SqliteWriter();
    writer.#thread = await WriterThread.start(path, bell, {
      message: (message) => writer.#receive(message),
      ended: (detail) => writer.#pause(detail),
      back: () => writer.#goOn(),
      moved: (detail) => writer.#move(detail),
    });
    return writer;
  }

  get opened(): Opened {
    return this.#thread.opened;
  }

  get thread(): ThreadState {
    return this.#thread.state;
  }

  /** Why nothing can be appended, now or ever again, or why the write-ahead log grows; null when all is well. */
  get failure(): string | null {
    if (this.#dead && !this.#closing) return this.#dead.message;
    if (this.#ended) return this.#ended;
    const failure = this.#writeFailure ?? this.#checkpointFailure;
    if (failure === null) return null;
    // On a full disk either of them may fail first, and the other follows: both have the same reason.
    return (
      diskSentence(failure, 'it goes on by itself') ??
      (this.#writeFailure ? unavailable(failure).message : `The write-ahead log cannot be moved into the file: ${failure.message}`)
    );
  }

  get hasMoved(): boolean {
    return this.#dead?.code === 'moved';
  }

  /** How often the lock's file was deleted under it. */
  get lockRenewals(): number {
    return this.#lockRenewals;
  }

  append(request: AppendRequest, keyed: KeyedHash | undefined): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      const refusal = this.#refusal();
      if (refusal) {
        reject(refusal);
        return;
      }
      this.#pending.push({ request, keyed, resolve, reject });
      this.#schedule();
    });
  }

  async close(): Promise<void> {
    this.#thread.stop();
    if (this.#dead || this.#ended) return;
    const closed = new Promise<void>((resolve) => {
      this.#closing = resolve;
    });
    if (!this.#inFlight && this.#pending.length === 0) this.#thread.post({ kind: 'close' });
    await closed;
  }

  #refusal(): LogUnavailable | null {
    if (this.#dead) return this.#dead;
    if (this.#closing) return new LogUnavailable('closed', 'not-appended', 'The log is closing.');
    return this.#ended === null ? null : new LogUnavailable('writer-ended', 'not-appended', this.#ended);
  }

  /** At once for a lone writer and for half a crowd; appends that come before the half is there wait for it up to 2 ms. */
  #schedule(): void {
    if (this.#inFlight || this.#scheduled) return;
    const crowded = this.#crowd >= CROWD.least && this.#crowd <= CROWD.most;
    if (crowded && this.#pending.length >= this.#crowd / 2) {
      this.#flush();
    } else if (crowded) {
      this.#linger ??= setTimeout(() => this.#flush(), LONGEST_LINGER_MS);
    } else {
      this.#scheduled = true;
      setImmediate(() => this.#flush());
    }
  }

  #flush(): void {
    this.#scheduled = false;
    if (this.#linger) clearTimeout(this.#linger);
    this.#linger = null;
    if (this.#inFlight || this.#pending.length === 0) return;
    this.#inFlight = this.#takeBatch();
    this.#thread.post({ kind: 'append', batch: toBatch(this.#inFlight) });
  }

  #takeBatch(): Pending[] {
    let events = 0;
    let end = 0;
    while (end < this.#pending.length && (end === 0 || events < MOST_EVENTS_PER_BATCH)) {
      events += this.#pending[end]!.request.events.length;
      end += 1;
    }
    return this.#pending.splice(0, end);
  }

  #receive(message: FromWriter): void {
    if (message.kind === 'closed') {
      this.#dead = new LogUnavailable('closed', 'not-appended', 'The log is closed.');
      this.#closing?.();
      return;
    }
    if (message.kind === 'checkpoint') {
      this.#checkpointFailure = message.failure;
      return;
    }
    if (message.kind === 'writing') {
      this.#writeFailure = message.failure;
      return;
    }
    if (message.kind === 'lock-renewed') {
      this.#lockRenewals += 1;
      return;
    }
    if (message.kind === 'moved') {
      this.#move(message.detail);
      return;
    }
    const batch = this.#inFlight ?? [];
    this.#inFlight = null;
    this.#crowd = batch.length + this.#pending.length;
    if (message.kind === 'appended') settle(batch, message.result);
    else if (message.kind === 'failed') for (const { reject } of batch) reject(unavailable(message));
    if (this.#pending.length > 0) this.#schedule();
    else if (this.#closing) this.#thread.post({ kind: 'close' });
  }

  /** The thread has ended, and another one is started. Appends already sent to it may be recorded; those still queued are not. */
  #pause(detail: string): void {
    if (this.#dead) return;
    this.#ended = `The log's writer has ended (${detail}), and is started again: send the command again with the same key.`;
    this.#drop('writer-ended', this.#ended);
    this.#closing?.();
  }

  #goOn(): void {
    this.#ended = null;
    this.#writeFailure = null;
    this.#checkpointFailure = null;
  }

  #move(detail: string): void {
    this.#thread.stop();
    this.#dead = new LogUnavailable('moved', 'unknown', detail);
    this.#drop('moved', detail);
    this.#closing?.();
    this.#moved?.(detail);
  }

  #drop(code: LogUnavailable['code'], detail: string): void {
    for (const { reject } of this.#inFlight ?? []) reject(new LogUnavailable(code, 'unknown', detail));
    for (const { reject } of this.#pending) reject(new LogUnavailable(code, 'not-appended', detail));
    this.#inFlight = null;
    this.#pending = [];
  }
}

const AGAIN = 'send the command again with the same key';

function unavailable(failure: WriteFailure): LogUnavailable {
  const { code, message } = failure;
  if (code === 'clock-jumped') return new LogUnavailable('clock-jumped', 'not-appended', message);
  if (code === 'SQLITE_FULL') return new LogUnavailable('disk-full', 'not-appended', diskSentence(failure, AGAIN, 'nothing was recorded')!);
  if (code.startsWith('SQLITE_READONLY')) {
    return new LogUnavailable('read-only', 'not-appended', `The log has become read-only: nothing was recorded. Check the file system, then ${AGAIN}.`);
  }
  const detail =
    diskSentence(failure, `${AGAIN}: it will have one effect`) ?? `The log could not be written (${code}: ${message}). To have one effect, ${AGAIN}.`;
  return new LogUnavailable(diskTrouble(failure)?.kind === 'full' ? 'disk-full' : 'io-error', 'unknown', detail);
}
