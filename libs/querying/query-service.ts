import { setTimeout as delay } from 'node:timers/promises';
import type { EventLogReader, Position } from '@tenure/event-log';
import type { ExportHead, Query, Reader, Row } from '@tenure/projecting';
import type { Thread } from '@tenure/threads';
import { type AsOf, type Freshness, type Moment, NotCaughtUp } from './freshness.js';
import type { Answer, QueryRunner } from './query-runner.js';
import { PositionBeyondHead, requireRecorded } from './require-recorded.js';

/** The projector beside us works in steps of milliseconds; waiting for it looks this often. */
const LOOK_AGAIN_MS = 5;
/** A read model that has not got there by now may be waited for in vain: is there such a position at all? Most are there by then. */
const DOUBT_AFTER_MS = 20;

export interface Exported extends ExportHead<AsOf> {
  readonly rows: AsyncIterable<Row>;
}

/**
 * Answers queries as fresh as the caller asks for. Look-ups are answered here; what may read every document, or the
 * past, is answered by the query thread, so that a scan never delays a command.
 */
export class QueryService {
  /** All who wait look in the same turn, so that one look of the store can serve them. */
  #tick: Promise<void> | null = null;
  #headLook: { readonly beganAt: number; readonly head: ReturnType<EventLogReader['head']> } | null = null;
  /** As far as the log was seen to go. */
  #recorded: Position = '';

  constructor(
    private readonly runner: QueryRunner,
    private readonly thread: Thread,
    private readonly pastThread: () => Promise<Thread>,
    private readonly log: Pick<EventLogReader, 'head'>,
    private readonly lookAgainMs: number = LOOK_AGAIN_MS,
  ) {}

  async run(query: Query, params: Record<string, string>, freshness: Freshness, reader: Reader): Promise<Answer> {
    if (freshness.asAt) {
      await this.#requireMoment(freshness.asAt);
      return (await this.pastThread()).call<Answer>('past', { path: query.path, params, reader, moment: freshness.asAt });
    }
    await this.#reach(query, params, freshness);
    return query.cost === 'lookup' ? this.runner.run(query, params, reader) : this.thread.call<Answer>('query', { path: query.path, params, reader });
  }

  /** A read model, or what the log itself gives: that is never behind, so that any position recorded is reached. */
  async export(name: string, params: Record<string, string>, freshness: Freshness): Promise<Exported> {
    const readModel = this.runner.readModels.find(({ projection }) => projection.name === name);
    if (freshness.asAt) await this.#requireMoment(freshness.asAt);
    else if (readModel) await this.#reach(readModel.queries[0]!, {}, freshness);
    else if (freshness.minPosition !== null) await requireRecorded(this.log, 'minPosition', freshness.minPosition);
    const thread = freshness.asAt ? await this.pastThread() : this.thread;
    const rows = thread.rows<ExportHead<AsOf> | Row>('export', { name, params, moment: freshness.asAt });
    const { asOf, columns } = (await rows.next()).value as ExportHead<AsOf>;
    return { asOf, columns, rows: rows as AsyncGenerator<Row> };
  }

  /** A state as at a position to come would be another one when asked for again. */
  async #requireMoment(moment: Moment): Promise<void> {
    if ('position' in moment) await requireRecorded(this.log, 'asAt', moment.position);
  }

  async #reach(query: Query, params: object, { minPosition, timeoutMs, onTimeout }: Freshness): Promise<void> {
    if (minPosition === null) return;
    const began = performance.now();
    for (;;) {
      if (isReached(await this.runner.position(query, params), minPosition)) return;
      const waited = performance.now() - began;
      if (waited >= Math.min(timeoutMs, DOUBT_AFTER_MS)) await this.#refuseUnrecorded(minPosition, began);
      if (waited >= timeoutMs) break;
      await this.#nextTick();
    }
    if (onTimeout === 'fail') throw new NotCaughtUp(await this.runner.freshness(query, params), minPosition);
  }

  #nextTick(): Promise<void> {
    this.#tick ??= delay(this.lookAgainMs).then(() => {
      this.#tick = null;
    });
    return this.#tick;
  }

  async #refuseUnrecorded(minPosition: Position, askedAt: number): Promise<void> {
    if (minPosition <= this.#recorded) return;
    // Whoever asks has seen the position before asking: a look begun since then shows it, whoever began it.
    if (!this.#headLook || this.#headLook.beganAt < askedAt) this.#headLook = { beganAt: performance.now(), head: this.log.head() };
    const head = (await this.#headLook.head)?.position ?? '';
    if (head > this.#recorded) this.#recorded = head;
    if (minPosition <= head) return;
    throw new PositionBeyondHead('minPosition', minPosition, head === '' ? null : head);
  }
}

const isReached = (position: Position | null, minPosition: Position): boolean => position !== null && position >= minPosition;
