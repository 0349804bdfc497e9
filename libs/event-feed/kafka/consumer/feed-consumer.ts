import { Backoff, sleep } from '../../backoff.js';
import type { FeedHandler } from '../../feed-handler.js';
import { openKafka } from '../client/connection.js';
import type { Membership } from '../client/group-member.js';
import { toFeedError } from '../client/to-feed-error.js';
import { FeedError } from '../feed-error.js';
import { type ConsumerSettings, consumerSettings, type GivenConsumerSettings } from './consumer-settings.js';
import { PartitionSession } from './partition-session.js';

/** `joining`: the group has not assigned partitions yet. `retrying`: the membership ended; `lastError` says why. */
export type ConsumerActivity = 'joining' | 'consuming' | 'retrying' | 'stopped';

export interface PartitionReport {
  readonly partition: number;
  readonly nextOffset: number | null;
  readonly highWatermark: number;
  readonly lagEvents: number | null;
  readonly lagMs: number | null;
  readonly lastError: string | null;
}

export interface ConsumerProgress {
  readonly state: ConsumerActivity;
  /** The partitions assigned to this member. */
  readonly partitions: readonly PartitionReport[];
  readonly lastError: string | null;
  /**
   * Judged by progress alone: false when something waits and nothing moved, or no group could be joined, for `stallAfterMs`;
   * and from the start until all partitions that the group has assigned are open, even if it has assigned none.
   */
  readonly healthy: boolean;
}

/** A member of a consumer group that passes each partition's events to a handler, for ever. */
export class FeedConsumer {
  readonly #settings: ConsumerSettings;
  readonly #stop = new AbortController();
  readonly #backoff = new Backoff();
  #sessions = new Map<number, PartitionSession>();
  #closing: Promise<unknown> = Promise.resolve();
  #running: Promise<void> | null = null;
  #activity: ConsumerActivity = 'joining';
  #everReady = false;
  #consumedAt = performance.now();
  #aliveAt = performance.now();
  #trouble: string | null = null;

  constructor(
    private readonly handler: FeedHandler,
    settings: GivenConsumerSettings,
  ) {
    this.#settings = consumerSettings(settings);
  }

  /**
   * Resolves when Kafka has been found usable, or cannot be reached yet and is retried for ever (`progress` says
   * which). Rejects with a `FeedError` when a retry cannot help.
   */
  async start(): Promise<void> {
    openKafka(this.#settings.connection);
    let first: (error: FeedError | null) => void = () => undefined;
    const outcome = new Promise<FeedError | null>((resolve) => {
      first = resolve;
    });
    this.#running = this.#run(first);
    const error = await outcome;
    if (error === null || error.retried) return;
    await this.stop();
    throw error;
  }

  /** Lets handlers finish, leaves the group, and ends. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.#activity = 'stopped';
  }

  /** Delivers a partition's events again from an offset. Does nothing for a partition that is not assigned to this member. */
  replay(partition: number, fromOffset: number): void {
    this.#sessions.get(partition)?.replay(fromOffset);
  }

  progress(): ConsumerProgress {
    const sessions = [...this.#sessions.values()].sort((a, b) => a.partition - b.partition);
    const partitions = sessions.map(({ partition, lastError, progress: { nextOffset, highWatermark, lagEvents, lagMs } }) => ({
      partition,
      lastError,
      nextOffset,
      highWatermark,
      lagEvents,
      lagMs,
    }));
    const { stallAfterMs } = this.#settings;
    const lastError = this.#trouble ?? partitions.find((each) => each.lastError !== null)?.lastError ?? null;
    const moving = sessions.every(({ progress }) => progress.stuckMs < stallAfterMs);
    const member = this.#activity === 'consuming' || performance.now() - this.#consumedAt < stallAfterMs;
    return { state: this.#activity, partitions, lastError, healthy: this.#activity !== 'stopped' && this.#everReady && member && moving };
  }

  async #run(first: (error: FeedError | null) => void): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        await this.#runMembership(() => first(null));
      } catch (error) {
        const reason = toFeedError(error, this.#settings.connection.brokers);
        this.#note(reason);
        this.#activity = 'retrying';
        first(reason);
      }
      await this.#closeSessions();
      await this.#backoff.pause(this.#stop.signal);
    }
  }

  /** One membership. Resolves on `stop`, rejects when it ends otherwise. */
  async #runMembership(joined: () => void): Promise<void> {
    const over = new AbortController();
    let reason: FeedError | null = null;
    const end = (error: FeedError | null) => {
      reason ??= error;
      over.abort();
    };
    const stop = () => end(null);
    this.#stop.signal.addEventListener('abort', stop);
    this.#alive();
    let member: Membership | null = null;
    try {
      member = await this.#settings.joinGroup(this.#settings.connection, this.#settings, {
        joined: (of, partitions) => this.#joined(of, partitions),
        leaving: () => void this.#closeSessions(),
        batch: async (batch) => this.#sessions.get(batch.partition)?.handle(batch),
        alive: () => this.#alive(),
        ended: end,
      });
      joined();
      await this.#watch(member, over.signal, end);
      await this.#closeSessions();
      if (reason) throw reason;
    } finally {
      this.#stop.signal.removeEventListener('abort', stop);
      await member?.close();
    }
  }

  #joined(member: Membership, partitions: readonly number[]): void {
    this.#activity = 'consuming';
    this.#trouble = null;
    this.#backoff.reset();
    const before = this.#closeSessions();
    const opening = partitions.map((partition) => {
      const session = new PartitionSession(partition, member, this.handler, this.#settings);
      this.#sessions.set(partition, session);
      return session.begin(before);
    });
    void Promise.all(opening).then((opened) => {
      this.#everReady ||= opened.every((open) => open);
    });
  }

  /** Looks up the partitions' ends until the membership is over; ends the membership when the client has gone silent. */
  async #watch(member: Membership, over: AbortSignal, end: (error: FeedError) => void): Promise<void> {
    const { watchMs, sessionTimeoutMs } = this.#settings;
    while (!over.aborted) {
      try {
        const ends = await member.ends();
        for (const [partition, session] of this.#sessions) {
          const { first, next } = ends[partition]!;
          session.progress.endsAt(next);
          if ((session.progress.nextOffset ?? first) < first) this.#beginAnew(session, member);
        }
        this.#trouble = null;
      } catch (error) {
        this.#note(error);
      }
      if (performance.now() - this.#aliveAt > 2 * sessionTimeoutMs) end(new FeedError('stalled', 'The consumer gave no sign of life: joining anew.'));
      await sleep(watchMs, over);
    }
  }

  /** Retention has removed the record that comes next. */
  #beginAnew(session: PartitionSession, member: Membership): void {
    const { partition } = session;
    const before = session.close();
    this.#closing = Promise.all([this.#closing, before]);
    const anew = new PartitionSession(partition, member, this.handler, this.#settings);
    this.#sessions.set(partition, anew);
    void anew.begin(before);
  }

  #closeSessions(): Promise<unknown> {
    const sessions = [...this.#sessions.values()];
    this.#sessions = new Map();
    this.#closing = Promise.all([this.#closing, ...sessions.map((session) => session.close())]);
    return this.#closing;
  }

  #alive(): void {
    this.#aliveAt = performance.now();
    if (this.#activity === 'consuming') this.#consumedAt = this.#aliveAt;
  }

  #note(error: unknown): void {
    this.#trouble = error instanceof Error ? error.message : String(error);
  }
}
