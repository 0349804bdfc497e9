import type { EventLogReader } from '@tenure/event-log';
import { SpanKind, type Traced, traceBatch } from '@tenure/tracing';
import { sleep } from '../backoff.js';
import type { OutgoingRecord, WritableTopic } from '../client/topic-writer.js';
import { FeedError } from '../feed-error.js';
import { LeaseKeeper } from './lease-keeper.js';
import { type Batch, nextBatch } from './next-batch.js';
import type { RelaySettings } from './relay-settings.js';
import type { RelayCheckpoint, RelayState } from './relay-state.js';

/**
 * One relay's time as the publisher: from taking the lease over to losing it, failing, or being told to stop. Reads,
 * sends, waits for the acknowledgement, saves, in this order, one batch after the other. So whatever happens in between,
 * the next publisher begins no later than after the last acknowledged event, and a customer's events appear in order.
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

  /** Ends after the batch in hand. */
  stop(): void {
    this.#stopping = true;
    this.#wake.abort();
  }

  /** Looks at the log again now, should its signal have been lost. */
  nudge(): void {
    this.#wake.abort();
  }

  /** Ends at once with this error, whatever is being waited for. */
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
      const { checkpoint } = await this.#orCalledOff(this.state.read());
      writer = await this.#orCalledOff(this.settings.openTopic(this.settings.connection, this.settings.topic));
      return await this.#publishFrom(checked(checkpoint, writer, this.settings), writer, keeper);
    } finally {
      keeper.stop();
      await writer?.close();
    }
  }

  async #publishFrom(start: RelayCheckpoint, writer: WritableTopic, keeper: LeaseKeeper): Promise<boolean> {
    let checkpoint = start;
    this.moved(checkpoint);
    for (;;) {
      // Made before the conditions are looked at, so that no call comes too early to be heard.
      if (this.#wake.signal.aborted) this.#wake = new AbortController();
      if (this.#stopping || keeper.lost) return this.#stopping;
      await this.#gather();
      const began = performance.now();
      const batch = await this.#orCalledOff(this.#next(checkpoint));
      if (!batch) {
        await this.#orCalledOff(this.log.waitFor(checkpoint.position, this.#wake.signal));
        continue;
      }
      const offsets = [...checkpoint.offsets];
      if (batch.records.length > 0) {
        for (const [partition, next] of await this.#orCalledOff(this.#send(writer, batch))) offsets[partition] = next;
      }
      const acknowledged = { position: batch.position, recordedAt: batch.recordedAt, offsets };
      if (!(await this.#orCalledOff(this.state.save(this.epoch, acknowledged)))) return false;
      checkpoint = acknowledged;
      this.moved(checkpoint);
      this.#gatherUntil = batch.full ? 0 : began + this.settings.gatherMs;
    }
  }

  /** What comes soon after a small batch goes together; who comes alone does not wait. */
  async #gather(): Promise<void> {
    const ms = this.#gatherUntil - performance.now();
    if (ms > 0) await sleep(ms, this.#wake.signal);
  }

  #send(writer: WritableTopic, { records }: Batch): ReturnType<WritableTopic['send']> {
    return traceBatch(`send ${this.settings.topic.topic}`, SpanKind.PRODUCER, tracedRecords(records), () => writer.send(records));
  }

  #next({ position }: RelayCheckpoint): Promise<Batch | null> {
    const { batchEvents, batchBytes, topic } = this.settings;
    return nextBatch(this.log, position, { batchEvents, batchBytes, partitions: topic.partitions });
  }

  /** One at a time. No `Promise.race` with something that lasts: that would keep every batch ever raced in memory. */
  #orCalledOff<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      if (this.#calledOff) reject(this.#calledOff);
      work.then(resolve, reject);
    });
  }
}

/** The checkpoint as it is to be gone on from, when topic and settings are those it was saved for. */
function checked(checkpoint: RelayCheckpoint, writer: WritableTopic, { topic: { topic, partitions } }: RelaySettings): RelayCheckpoint {
  if (checkpoint.position === null) return { position: null, recordedAt: null, offsets: new Array<number>(partitions).fill(0) };
  if (checkpoint.offsets.length !== partitions) {
    throw new FeedError(
      'topic-partitions',
      `What has been published was counted for ${checkpoint.offsets.length} partitions, the setting \`partitions\` says ${partitions}. Set it back, or give a new name in the setting \`topic\` and have the relay publish again.`,
    );
  }
  const behind = checkpoint.offsets.findIndex((offset, partition) => offset > writer.ends[partition]!.next);
  if (behind >= 0) {
    throw new FeedError(
      'topic-behind',
      `Partition ${behind} of ${topic} ends at ${writer.ends[behind]!.next}, though ${checkpoint.offsets[behind]} was acknowledged: the topic was created anew, or brokers lost records. Have the relay publish again from the beginning; nothing is counted twice.`,
    );
  }
  return checkpoint;
}

function tracedRecords(records: readonly OutgoingRecord[]): Traced[] {
  return records.flatMap(({ partition, headers }) => {
    const traceparent = headers?.['traceparent'];
    return typeof traceparent === 'string'
      ? [{ traceparent, attributes: { 'messaging.system': 'kafka', 'messaging.destination.partition.id': String(partition) } }]
      : [];
  });
}
