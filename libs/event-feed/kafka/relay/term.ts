import { randomUUID } from 'node:crypto';
import { breakOf, type EventLogReader, isLoss, lossOf } from '@tenure/event-log';
import { SpanKind, type Traced, traceBatch } from '@tenure/tracing';
import { sleep } from '../../backoff.js';
import { LeaseKeeper } from '../../lease-keeper.js';
import { CONTINUED, NOTHING_PUBLISHED, type RelayCheckpoint, type RelayState } from '../../relay-state.js';
import type { WritableTopic } from '../client/topic-writer.js';
import { checkLastRecords } from './check-last-records.js';
import { checkTopic, topicBehind } from './check-topic.js';
import { type Batch, nextBatch } from './next-batch.js';
import type { RelaySettings } from './relay-settings.js';

/**
 * One relay's time as the publisher: from taking over the lease until it loses the lease, fails, or is
 * told to stop. It reads, sends, waits for the acknowledgement and saves, in this order, one batch
 * after the other. So whatever happens in between, the next publisher begins no later than after the
 * last acknowledged event, and a customer's events appear in order.
 */
export class Term {
  #stopping = false;
  #wake = new AbortController();
  #gatherUntil = 0;
  #calledOff: Error | null = null;
  #reject: (error: Error) => void = () => undefined;

  constructor(
    private readonly log: EventLogReader,
    private readonly state: RelayState,
    private readonly settings: RelaySettings,
    readonly epoch: number,
    private readonly moved: (checkpoint: RelayCheckpoint) => void,
    private readonly troubled: (error: unknown) => void,
  ) {}

  /** Ends after the current batch. */
  stop(): void {
    this.#stopping = true;
    this.#wake.abort();
  }

  /** Looks at the log again now, in case its signal was lost. */
  nudge(): void {
    this.#wake.abort();
  }

  /** Ends at once with this error, whatever is being awaited. */
  callOff(error: Error): void {
    this.#calledOff = error;
    this.#reject(error);
  }

  /** Resolves when told to stop (`true`) or when the lease has gone to another (`false`). Rejects when log, Kafka or state fail. */
  async publish(): Promise<boolean> {
    const keeper = new LeaseKeeper(this.state, this.epoch, this.settings.leaseMs, (error) => {
      if (error) this.troubled(error);
      this.#wake.abort();
    });
    let writer: WritableTopic | null = null;
    try {
      const { checkpoint: saved } = await this.#abortable(this.state.read());
      const checkpoint = (await this.#abortable(this.#isOfThisLog(saved))) ? saved : NOTHING_PUBLISHED;
      writer = await this.#abortable(this.settings.openTopic(this.settings.connection, this.settings.topic));
      await this.#abortable(checkTopic(checkpoint, writer, this.settings));
      const begun = begunFrom(checkpoint, await this.#abortable(this.log.id()), this.settings);
      // Saved before the first of its records is in the topic: a reader of such a record can find out that it is another publication.
      if (begun !== saved && !(await this.#abortable(this.state.save(this.epoch, begun)))) return false;
      return await this.#publishFrom(begun, writer, keeper);
    } finally {
      keeper.stop();
      await writer?.close();
    }
  }

  /**
   * False: the topic holds another log, or an earlier history of this one before a restore, and all of this log has to be published from the beginning. @throws
   * LogRefused where facts may be lost
   */
  async #isOfThisLog({ position, ...checkpoint }: RelayCheckpoint): Promise<boolean> {
    const found = position === null ? null : await breakOf(this.log, { ...checkpoint, position });
    if (found === null) return true;
    const { connection, topic } = this.settings;
    const records = `The events in ${topic.topic}`;
    if (await isLoss(this.log, found)) throw lossOf(records, found);
    connection.log?.(
      'warn',
      `${records} are not of this log: ${found.detail}. Nothing is missing that has not been given up: all of it is published anew.`,
      {},
    );
    return false;
  }

  async #publishFrom(start: RelayCheckpoint, writer: WritableTopic, keeper: LeaseKeeper): Promise<boolean> {
    let checkpoint = start;
    this.moved(checkpoint);
    for (;;) {
      // Made before the conditions are checked, so that no wake-up is missed.
      if (this.#wake.signal.aborted) this.#wake = new AbortController();
      if (this.#stopping || keeper.lost) return this.#stopping;
      await this.#gather();
      const began = performance.now();
      const batch = await this.#abortable(this.#next(checkpoint));
      if (!batch) {
        await this.#abortable(this.log.waitFor(checkpoint.position, this.#wake.signal));
        continue;
      }
      const { records, last } = batch;
      const sent = records.length > 0 ? await this.#abortable(this.#send(writer, batch, checkpoint)) : checkpoint;
      const acknowledged = { publication: checkpoint.publication, logId: checkpoint.logId, ...last, offsets: sent.offsets, lastRecords: sent.lastRecords };
      if (!(await this.#abortable(this.state.save(this.epoch, acknowledged)))) return false;
      checkpoint = acknowledged;
      this.moved(checkpoint);
      this.#gatherUntil = batch.full ? 0 : began + this.settings.gatherMs;
    }
  }

  /** Records that follow soon after a small batch go together; a lone record does not wait. */
  async #gather(): Promise<void> {
    const ms = this.#gatherUntil - performance.now();
    if (ms > 0) await sleep(ms, this.#wake.signal);
  }

  /** Returns the offsets after the batch, and the last records. */
  async #send(writer: WritableTopic, { records }: Batch, before: RelayCheckpoint): Promise<Pick<RelayCheckpoint, 'offsets' | 'lastRecords'>> {
    const { topic } = this.settings.topic;
    const offsets = [...before.offsets];
    const lastRecords = offsets.map((_, partition) => before.lastRecords?.[partition] ?? null);
    const afterOthers: number[] = [];
    const next = await traceBatch(`send ${topic}`, SpanKind.PRODUCER, tracedRecords(records), () => writer.send(records));
    for (const [partition, end] of next) {
      const first = end - records.filter((record) => record.partition === partition).length;
      // The broker accepts records even when the topic was recreated meanwhile.
      if (first < offsets[partition]!) throw topicBehind(topic, partition, first, offsets[partition]!);
      if (first > offsets[partition]!) afterOthers.push(partition);
      offsets[partition] = end;
      lastRecords[partition] = { offset: end - 1, eventId: records.findLast((record) => record.partition === partition)!.headers['ce_id']! };
    }
    // The records before ours were not written in this term, and the topic may have been recreated meanwhile.
    if (afterOthers.length > 0) await checkLastRecords(before, writer, this.settings, afterOthers);
    return { offsets, lastRecords };
  }

  #next({ publication, position }: RelayCheckpoint): Promise<Batch | null> {
    const { batchEvents, batchBytes, topic } = this.settings;
    return nextBatch(this.log, position, { batchEvents, batchBytes, partitions: topic.partitions, publication: publication! });
  }

  /** One at a time. No `Promise.race` with a long-lived promise: that would keep every batch ever raced in memory. */
  #abortable<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      if (this.#calledOff) reject(this.#calledOff);
      work.then(resolve, reject);
    });
  }
}

/** Each publication from the beginning of the log has a name of its own. What was published before publications had names, and logs ids, gets them now. */
function begunFrom(checkpoint: RelayCheckpoint, logId: string | null, { topic: { partitions } }: RelaySettings): RelayCheckpoint {
  if (checkpoint.position === null) return { ...NOTHING_PUBLISHED, publication: randomUUID(), logId, offsets: new Array<number>(partitions).fill(0) };
  const isNamed = checkpoint.publication !== null && (checkpoint.logId ?? null) === logId;
  return isNamed ? checkpoint : { ...checkpoint, publication: checkpoint.publication ?? `${CONTINUED}${randomUUID()}`, logId };
}

function tracedRecords(records: Batch['records']): Traced[] {
  return records.flatMap(({ partition, headers: { traceparent } }) => {
    return traceparent !== undefined
      ? [{ traceparent, attributes: { 'messaging.system': 'kafka', 'messaging.destination.partition.id': String(partition) } }]
      : [];
  });
}
