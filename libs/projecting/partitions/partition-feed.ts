import { setTimeout as delay } from 'node:timers/promises';
import { type FeedBatch, type FeedHandler, partitionOf, type RelayState } from '@tenure/event-feed';
import { reasonToWait } from '@tenure/event-log';
import { Fenced, type PartitionedReadStore } from '@tenure/read-store';
import { SpanKind, type Traced, traceBatch } from '@tenure/tracing';
import type { Logger } from 'pino';
import type { Gap } from '../in-sequence.js';
import { Lockstep } from '../lockstep.js';
import { PartitionProjector } from '../partition-projector.js';
import { type Projection } from '../projection.js';
import { type PartitionLog, sharingPages } from '../sharing-pages.js';
import { type ViewKeeper } from '../view-keeper.js';
import { FedPartition } from './fed-partition.js';

export interface PartitionFeedParts {
  readonly projections: readonly Projection[];
  readonly log: PartitionLog;
  readonly store: PartitionedReadStore;
  readonly keeper: ViewKeeper;
  readonly relay: Pick<RelayState, 'read'>;
  /** Makes sure that all views belong to the present log. Resolves with why nothing may be folded; null when they do. */
  readonly settle: () => Promise<string | null>;
  /** Makes the feeding consumer deliver a partition's events again from an offset. */
  readonly replay: (partition: number, fromOffset: number) => void;
  readonly logger: Logger;
}

/** How often a partition that has read everything claims its position, which a reader waits for after its own command. */
const CLAIM_MS = 50;
/** How often to look for views that were made or switched elsewhere, and for decisions about parked customers. */
const REFRESH_MS = 500;

/** How often to verify that the views still belong to the log. */
const SETTLE_MS = 5_000;

/** The partitions that the group has assigned to this process: one projector each, fed by Kafka. */
export class PartitionFeed implements FeedHandler {
  readonly #partitions = new Map<number, FedPartition>();
  /** The log, to build views from: all partitions of this process read it together. */
  readonly #log: PartitionLog;
  readonly #lockstep = new Lockstep();
  readonly #stop = new AbortController();
  #running: Promise<unknown> = Promise.resolve();
  #failure: string | null = null;
  /** Why nothing may be folded: the views do not belong to this log. Null when they do. */
  #halt: string | null = null;
  #missing = 0;

  constructor(private readonly parts: PartitionFeedParts) {
    this.#log = sharingPages(parts.log);
  }

  start(): void {
    this.#running = Promise.all([
      this.#every(CLAIM_MS, () => this.#claim()),
      this.#every(REFRESH_MS, () => this.#refresh()),
      this.#every(SETTLE_MS, () => this.#settle()),
    ]);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    await Promise.all([...this.#partitions.values()].map((partition) => partition.close()));
  }

  /** Why claims, refreshes or builds fail at present; the consumer reports failed batches. */
  get failure(): string | null {
    return this.#halt ?? this.#failure ?? [...this.#partitions.values()].find(({ failure }) => failure !== null)?.failure ?? null;
  }

  /** Events that the topic did not bring, or brought out of place, so that they were read from the log, since this process began. */
  get missingEvents(): number {
    return this.#missing;
  }

  get parked(): number {
    return [...this.#partitions.values()].reduce((sum, { parked }) => sum + parked, 0);
  }

  get building(): boolean {
    return [...this.#partitions.values()].some(({ building }) => building);
  }

  async assigned(number: number): Promise<number> {
    const before = await this.#publication();
    await this.#settle();
    const partition = await this.#open(number);
    const publication = await this.#publication();
    // The new publication may be of another log, which the views have to belong to before any of it is folded.
    if (publication !== before) await this.#settle();
    return partition.begin(publication);
  }

  async batch(number: number, batch: FeedBatch): Promise<void> {
    if (this.#halt !== null) throw new Error(this.#halt);
    const { logger } = this.parts;
    const { events, foreign, publications, missing } = batch;
    if (foreign.length > 0) await this.#refuseAnotherTopic(number, foreign);
    for (const { offset, reason, detail, key } of foreign)
      logger.warn({ partition: number, offset, reason, key }, `A record of the topic was passed by: ${detail}`);
    if (missing > 0) logger.warn({ partition: number, missing }, 'Kafka no longer has some records: the read models go on from the log.');
    const partition = this.#partitions.get(number)!;
    const { publication } = partition;
    if (!partition.knows(publications)) await this.#identifyPublication(partition, publications);
    await traceBatch('project', SpanKind.CONSUMER, tracedEvents(number, events), () => partition.take(batch, publication));
  }

  async revoked(number: number): Promise<void> {
    const partition = this.#partitions.get(number);
    this.#partitions.delete(number);
    await partition?.close();
  }

  async #open(number: number): Promise<FedPartition> {
    const { projections, store } = this.parts;
    const owns = (customerId: string) => partitionOf(customerId, store.partitions) === number;
    const onGap = (gap: Gap) => this.#filled(number, gap);
    const openProjector = async () => PartitionProjector.open(projections, owns, this.#log, await store.partition(number), { onGap });
    const partition = await FedPartition.open(number, {
      openProjector,
      lockstep: this.#lockstep,
      publication: () => this.#publication(),
      settle: () => this.#settle(),
      goneOver: (publication) => this.#replay(number, publication),
    });
    this.#partitions.set(number, partition);
    return partition;
  }

  #filled(partition: number, { key, missing }: Gap): void {
    this.#missing += missing;
    this.parts.logger.debug({ partition, key, missing }, 'The topic did not bring some events of a customer in their place: read from the log.');
  }

  async #claim(): Promise<void> {
    if (this.#partitions.size === 0) return;
    // `#settle` checks, less often than this, whether the halt is over.
    if (this.#halt !== null) return;
    const { checkpoint } = await this.parts.relay.read();
    for (const partition of this.#partitions.values()) {
      if (checkpoint.publication !== null && checkpoint.publication !== partition.publication) await partition.switchPublication();
    }
    await Promise.all([...this.#partitions.values()].map((partition) => partition.claim(checkpoint)));
  }

  /** @throws where a foreign record lies in the place of the last published one: the records of such a topic say nothing about the log. */
  async #refuseAnotherTopic(number: number, foreign: FeedBatch['foreign']): Promise<void> {
    const { publication, offsets } = (await this.parts.relay.read()).checkpoint;
    const last = (offsets[number] ?? 0) - 1;
    if (publication !== this.#partitions.get(number)!.publication || !foreign.some(({ offset }) => offset === last)) return;
    throw new Error(
      `Partition ${number} has a foreign record at ${last}, where an event was published: the topic was created anew. Have it published again from the beginning (tenure republish).`,
    );
  }

  /** The relays' state names a publication before its first record: an unknown one is the present one, or an earlier one. */
  async #identifyPublication(partition: FedPartition, publications: FeedBatch['publications']): Promise<void> {
    if ((await this.#publication()) === partition.publication) partition.noteEarlierPublications(publications);
    else await partition.switchPublication();
  }

  /** Offsets of the previous publication mean nothing in the new one, which is read from its beginning; events known already are skipped. */
  #replay(number: number, publication: string | null): void {
    this.parts.logger.info({ partition: number, publication }, 'The log is published anew: reading it from the beginning of the topic.');
    this.parts.replay(number, 0);
  }

  async #publication(): Promise<string | null> {
    return (await this.parts.relay.read()).checkpoint.publication;
  }

  async #settle(): Promise<void> {
    this.#halt = await this.parts.settle();
    if (this.#halt !== null) throw new Error(this.#halt);
  }

  async #refresh(): Promise<void> {
    await Promise.all([...this.#partitions.values()].map((partition) => partition.refresh()));
    for (const view of await this.parts.keeper.promote()) this.parts.logger.info({ view }, 'Readers see a new build of a read model.');
  }

  async #every(ms: number, work: () => Promise<void>): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        await work();
        this.#failure = null;
      } catch (error) {
        // The partition was lost to another member: the group takes it from here, or it is taken back.
        if (!(error instanceof Fenced)) this.#failure = reasonToWait(error);
      }
      await delay(ms, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
  }
}

function tracedEvents(partition: number, events: FeedBatch['events']): Traced[] {
  return events.flatMap(({ type, metadata: { traceparent } }) =>
    traceparent === undefined
      ? []
      : [{ traceparent, attributes: { 'messaging.system': 'kafka', 'messaging.destination.partition.id': String(partition), 'tenure.event.type': type } }],
  );
}
