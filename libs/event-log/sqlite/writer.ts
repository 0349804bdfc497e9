import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { KeyedHash } from '@tenure/log-secret';
import { hasUnsealedPart, personalDigestOf } from '../checksum.js';
import { LogRefused, LogUnavailable } from '../errors.js';
import type { AppendRequest, AppendResult } from '../event-log.js';
import type { Bell } from './bell.js';
import { EventKinds } from './event-kinds.js';
import { realFile } from './file-identity.js';
import { toPosition } from './position.js';
import type { AppendBatch, BatchResult, EventValues, FromWriter, Opened, RequestHead, RequestResult } from './writer-messages.js';

interface Pending {
  readonly request: AppendRequest;
  readonly keyed: KeyedHash | undefined;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: Error) => void;
}

const MOST_EVENTS_PER_BATCH = 5_000;
const LONGEST_LINGER_MS = 2;
/** Fewer than this are no crowd, and more are a bulk that comes all at once: neither is worth waiting for. */
const CROWD = { least: 4, most: 128 } as const;

/**
 * Group commit: while one half of those who write is being flushed the other half is decided on, so neither thread
 * waits for the other; the harder it is pressed the more commands share a flush, and a lone command waits for nobody.
 */
export class SqliteWriter {
  #pending: Pending[] = [];
  #inFlight: Pending[] | null = null;
  #scheduled = false;
  #linger: NodeJS.Timeout | null = null;
  /** How many appends were open when the last batch came back: as many may be about to come again. */
  #crowd = 0;
  #closing: ((value: void) => void) | null = null;
  #dead: LogUnavailable | null = null;
  #checkpointFailure: string | null = null;
  #writeFailure: LogUnavailable | null = null;
  #moved: ((detail: string) => void) | null = null;
  /** Resolves, with what is to be done, when the log's files were taken away under it; never else. */
  readonly moved = new Promise<string>((resolve) => {
    this.#moved = resolve;
  });
  #lockRenewals = 0;

  private constructor(
    private readonly worker: Worker,
    readonly opened: Opened,
  ) {
    worker.on('message', (message: FromWriter) => this.#receive(message));
    worker.on('error', (error) => this.#die('closed', `The log's writer stopped: ${error.message}`));
    worker.on('exit', () => this.#die('closed', 'The log is closed.'));
  }

  static async start(path: string, bell: Bell): Promise<SqliteWriter> {
    const file = realFile(path);
    const script = createRequire(import.meta.url).resolve('@tenure/event-log/writer.worker');
    const worker = new Worker(script, { workerData: { file, bell: bell.memory }, name: 'log-writer', resourceLimits: { maxYoungGenerationSizeMb: 12 } });
    const opened = await new Promise<Opened>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (message: FromWriter) => {
        worker.off('error', reject);
        if (message.kind === 'ready') resolve(message.opened);
        else if (message.kind === 'refused') reject(new LogRefused(message.code as LogRefused['code'], message.detail));
        else reject(new Error(`The log's writer answered "${message.kind}" before it was ready.`));
      });
    });
    return new SqliteWriter(worker, opened);
  }

  /** Why nothing can be appended, now or any more, or why the write-ahead log grows; null when all is well. */
  get failure(): string | null {
    if (this.#dead && !this.#closing) return this.#dead.message;
    if (this.#writeFailure) return this.#writeFailure.message;
    return this.#checkpointFailure && `The write-ahead log cannot be moved into the file: ${this.#checkpointFailure}`;
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
      if (this.#dead || this.#closing) {
        reject(this.#dead ?? new LogUnavailable('closed', 'not-appended', 'The log is closing.'));
        return;
      }
      this.#pending.push({ request, keyed, resolve, reject });
      this.#schedule();
    });
  }

  async close(): Promise<void> {
    if (this.#dead) return;
    const closed = new Promise<void>((resolve) => {
      this.#closing = resolve;
    });
    if (!this.#inFlight && this.#pending.length === 0) this.worker.postMessage({ kind: 'close' });
    await closed;
  }

  /** At once for a lone writer and for half a crowd; whoever comes before the half is there waits for it up to 2 ms. */
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
    this.worker.postMessage({ kind: 'append', batch: toBatch(this.#inFlight) });
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
      this.#writeFailure = message.failure && unavailable(message.failure.code, message.failure.detail);
      return;
    }
    if (message.kind === 'lock-renewed') {
      this.#lockRenewals += 1;
      return;
    }
    if (message.kind === 'moved') {
      this.#die('moved', message.detail);
      this.#moved?.(message.detail);
      return;
    }
    const batch = this.#inFlight ?? [];
    this.#inFlight = null;
    this.#crowd = batch.length + this.#pending.length;
    if (message.kind === 'appended') settle(batch, message.result);
    else if (message.kind === 'failed') for (const { reject } of batch) reject(unavailable(message.code, message.detail));
    if (this.#pending.length > 0) this.#schedule();
    else if (this.#closing) this.worker.postMessage({ kind: 'close' });
  }

  #die(code: LogUnavailable['code'], detail: string): void {
    if (this.#dead) return;
    this.#dead = new LogUnavailable(code, 'unknown', detail);
    for (const { reject } of [...(this.#inFlight ?? []), ...this.#pending]) reject(this.#dead);
    this.#inFlight = null;
    this.#pending = [];
    this.#closing?.();
  }
}

function toBatch(pending: readonly Pending[]): AppendBatch {
  const requests: RequestHead[] = [];
  const events: EventValues[] = [];
  const kinds = new EventKinds();
  for (const { request, keyed } of pending) {
    requests.push([request.stream, request.expected === 'no-stream' ? -1 : request.expected, request.events.length]);
    for (const event of request.events) {
      const { occurredAt, data, personal, metadata } = event;
      const { commandId, index, of = null, payloadHash } = metadata;
      const text = personal === undefined ? null : JSON.stringify(personal);
      const digest = keyed && hasUnsealedPart(event) ? personalDigestOf(keyed, request.stream, metadata, personal!) : null;
      events.push([kinds.placeOf(event), occurredAt, JSON.stringify(data), text, digest, commandId, index, of, payloadHash]);
    }
  }
  return { requests, kinds: kinds.list, events };
}

function settle(batch: readonly Pending[], { results, recordedAt }: BatchResult): void {
  batch.forEach(({ request, resolve }, i) => {
    resolve(toResult(results[i]!, request.events.length, recordedAt));
  });
}

/** The events of one request lie side by side: nothing of another one comes between them. */
function toResult(result: RequestResult, count: number, recordedAt: number): AppendResult {
  if (result[0] === 'conflict') return { outcome: 'conflict', actual: result[1] === -1 ? 'no-stream' : result[1] };
  if (result[0] === 'completed') {
    const positions = result[2].map(toPosition);
    return { outcome: 'appended', revision: result[1], position: positions[count - 1]!, positions, recordedAt };
  }
  const positions = Array.from({ length: count }, (_, i) => toPosition(result[2] - count + 1 + i));
  return { outcome: 'appended', revision: result[1], position: toPosition(result[2]), positions, recordedAt };
}

function unavailable(code: string, detail: string): LogUnavailable {
  if (code === 'clock-jumped') return new LogUnavailable('clock-jumped', 'not-appended', detail);
  if (code === 'SQLITE_FULL') {
    return new LogUnavailable('disk-full', 'not-appended', 'The disk is full: nothing was recorded. Make room and send the command again with the same key.');
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new LogUnavailable(
      'read-only',
      'not-appended',
      'The log has become read-only: nothing was recorded. Check the file system, then send the command again with the same key.',
    );
  }
  return new LogUnavailable(
    'io-error',
    'unknown',
    `The log could not be written (${code}: ${detail}). Send the command again with the same key: it will have one effect.`,
  );
}
