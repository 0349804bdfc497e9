import { setTimeout as delay } from 'node:timers/promises';
import type { EventLogReader, Position } from '@tenure/event-log';
import type { ThreadCalls } from '@tenure/threads';
import type { Asker } from './asker.js';
import { NotBrief } from './brief-snapshot.js';
import { Deadline } from './deadline.js';
import type { AnswerEncoding, EncodedAnswer, ExportPiece, RowEncoding } from './encoded-answer.js';
import { FairQueue } from './fair-queue.js';
import { type AsOf, type Freshness, type Moment, NotCaughtUp } from './freshness.js';
import type { Query, Reader } from './query.js';
import type { Answer, QueryRunner } from './query-runner.js';
import { PositionBeyondHead, requireRecorded } from './require-recorded.js';

/** Polling interval while waiting: the projector in this process works in steps of milliseconds. */
const LOOK_AGAIN_MS = 5;
/** After this time of waiting it is checked whether the position exists at all. Most read models have reached it earlier. */
const DOUBT_AFTER_MS = 20;

/** Scans share a thread slice by slice, so that a long one does not block a short one. */
const SCANS = { of: 'questions', atOnce: 4, atOncePerKey: 3, waitingPerKey: 100, waiting: 400 };
/** Most of them find their moment already built. */
const PAST = { of: 'questions about the past', atOnce: 6, atOncePerKey: 3, waitingPerKey: 10, waiting: 40 };
const EXPORTS = { of: 'exports', atOnce: 8, atOncePerKey: 4, waitingPerKey: 8, waiting: 32 };
/** An earlier moment first has to be built from the log. */
const PAST_TAKES_TIMES = 10;
/** An export holds its snapshot of the read models as long as its reader takes, and SQLite's write-ahead log grows meanwhile. */
const EXPORT_TAKES_TIMES = 30;

export interface Exported {
  readonly asOf: AsOf;
  readonly pieces: AsyncIterable<ExportPiece>;
}

export interface QueryServiceParts {
  readonly runner: QueryRunner;
  readonly threads: { readonly queries: ThreadCalls; readonly exports: ThreadCalls; readonly auditor: ThreadCalls };
  readonly log: Pick<EventLogReader, 'head'>;
  /** How long an answer may take, in seconds (`TENURE_QUERY_SECONDS`); one about an earlier moment ten times as long. */
  readonly seconds: number;
  readonly lookAgainMs?: number;
}

/**
 * Answers queries as fresh as the caller requests. Look-ups are answered here; queries that may read every document, a large one, or
 * the past are answered by threads, so that a scan never delays a command: a few at once, fairly between keys, and only while
 * somebody waits for the answer.
 */
export class QueryService {
  /** All waiting queries poll in the same turn, so that one read of the store serves them. */
  #tick: Promise<void> | null = null;
  #headLook: { readonly beganAt: number; readonly head: ReturnType<EventLogReader['head']> } | null = null;
  /** The furthest position of the log seen so far. */
  #recorded: Position = '';

  readonly #scans = new FairQueue(SCANS);
  readonly #past = new FairQueue(PAST);
  readonly #exports = new FairQueue(EXPORTS);

  constructor(private readonly parts: QueryServiceParts) {}

  /** How many requests wait for their turn. */
  get waiting(): number {
    return this.#scans.waiting + this.#past.waiting + this.#exports.waiting;
  }

  /**
   * With an encoding, an answer from a thread is encoded there as well: only look-ups are returned as objects.
   * @throws TooMany, Unavailable; the reason of the asker's signal once it aborts
   */
  run(query: Query, params: Record<string, string>, freshness: Freshness, reader: Reader, asker: Asker): Promise<Answer>;
  run(query: Query, params: Record<string, string>, freshness: Freshness, reader: Reader, asker: Asker, as: AnswerEncoding): Promise<Answer | EncodedAnswer>;
  async run(
    query: Query,
    params: Record<string, string>,
    freshness: Freshness,
    reader: Reader,
    asker: Asker,
    as?: AnswerEncoding,
  ): Promise<Answer | EncodedAnswer> {
    const { runner, threads, seconds } = this.parts;
    const asked = { path: query.path, params, reader, as };
    if (freshness.asAt) {
      await this.#requireMoment(freshness.asAt);
      const past = { ...asked, moment: freshness.asAt };
      return this.#within(seconds * PAST_TAKES_TIMES, this.#past, asker, (signal) => threads.auditor.call<Answer | EncodedAnswer>('past', past, { signal }));
    }
    await this.#reach(query, params, freshness, asker.signal);
    if (query.cost === 'lookup') {
      try {
        return await runner.run(query, params, reader);
      } catch (error) {
        if (!(error instanceof NotBrief)) throw error;
      }
    }
    return this.#within(seconds, this.#scans, asker, (signal) => threads.queries.call<Answer | EncodedAnswer>('query', asked, { signal }));
  }

  /** A read model, or an export of the log itself: that is never behind, so every recorded position is reached. */
  async export(name: string, params: Record<string, string>, freshness: Freshness, asker: Asker, as: RowEncoding): Promise<Exported> {
    const { runner, threads, log } = this.parts;
    const { signal } = asker;
    const readModel = runner.readModels.find(({ projection }) => projection.name === name);
    if (freshness.asAt) await this.#requireMoment(freshness.asAt);
    else if (readModel) await this.#reach(readModel.queries[0]!, {}, freshness, signal);
    else if (freshness.minPosition !== null) await requireRecorded(log, 'minPosition', freshness.minPosition);
    const leave = await this.#exports.enter(asker);
    const deadline = new Deadline(this.parts.seconds * EXPORT_TAKES_TIMES, signal);
    const done = () => {
      deadline.clear();
      leave();
    };
    // Also where the rows are never read, or not to their end.
    deadline.signal.addEventListener('abort', done, { once: true });
    try {
      const thread = freshness.asAt ? threads.auditor : threads.exports;
      const pieces = thread.rows<AsOf | ExportPiece>('export', { name, params, moment: freshness.asAt, as }, { signal: deadline.signal });
      const asOf = (await pieces.next()).value as AsOf;
      return { asOf, pieces: untilDone(pieces as AsyncGenerator<ExportPiece>, done) };
    } catch (error) {
      done();
      throw error;
    }
  }

  /** The time in the queue counts: a caller that has waited this long has most likely gone. */
  async #within<T>(seconds: number, queue: FairQueue, { key, signal }: Asker, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const deadline = new Deadline(seconds, signal);
    try {
      return await queue.run({ key, signal: deadline.signal }, () => work(deadline.signal));
    } finally {
      deadline.clear();
    }
  }

  /** A state at a future position would be another one when asked for again. */
  async #requireMoment(moment: Moment): Promise<void> {
    if ('position' in moment) await requireRecorded(this.parts.log, 'asAt', moment.position);
  }

  async #reach(query: Query, params: object, { minPosition, timeoutMs, onTimeout }: Freshness, signal: AbortSignal): Promise<void> {
    if (minPosition === null) return;
    const began = performance.now();
    for (;;) {
      if (isReached(await this.parts.runner.position(query, params), minPosition)) return;
      const waited = performance.now() - began;
      if (waited >= Math.min(timeoutMs, DOUBT_AFTER_MS)) await this.#refuseUnrecorded(minPosition, began);
      if (waited >= timeoutMs) break;
      await this.#nextTick();
      signal.throwIfAborted();
    }
    if (onTimeout === 'fail') throw new NotCaughtUp(await this.parts.runner.freshness(query, params), minPosition);
  }

  #nextTick(): Promise<void> {
    this.#tick ??= delay(this.parts.lookAgainMs ?? LOOK_AGAIN_MS).then(() => {
      this.#tick = null;
    });
    return this.#tick;
  }

  async #refuseUnrecorded(minPosition: Position, askedAt: number): Promise<void> {
    if (minPosition <= this.#recorded) return;
    // The caller saw the position before asking: a read begun since then shows it, whichever call began it.
    if (!this.#headLook || this.#headLook.beganAt < askedAt) this.#headLook = { beganAt: performance.now(), head: this.parts.log.head() };
    const head = (await this.#headLook.head)?.position ?? '';
    if (head > this.#recorded) this.#recorded = head;
    if (minPosition <= head) return;
    throw new PositionBeyondHead('minPosition', minPosition, head === '' ? null : head);
  }
}

async function* untilDone<T>(pieces: AsyncIterable<T>, done: () => void): AsyncGenerator<T> {
  try {
    yield* pieces;
  } finally {
    done();
  }
}

const isReached = (position: Position | null, minPosition: Position): boolean => position !== null && position >= minPosition;
