import { type EventLogReader, LogRefused, type Position } from '@tenure/event-log';
import { Backoff, sleep } from '../../backoff.js';
import type { RelayState } from '../../relay-state.js';
import { toFeedError } from '../client/to-feed-error.js';
import { FeedError } from '../feed-error.js';
import { HeadWatch, type Lag } from './head-watch.js';
import { type GivenRelaySettings, type RelaySettings, relaySettings } from './relay-settings.js';
import { Term } from './term.js';

/** `standby`: another relay publishes. `retrying`: log, Kafka or state failed; `lastError` says how. */
export type RelayActivity = 'starting' | 'standby' | 'publishing' | 'retrying' | 'stopped';

export interface RelayProgress {
  /** Everything up to here is in the topic, acknowledged and saved. On a standby: as the publisher saved it. */
  readonly position: Position | null;
  readonly headPosition: Position | null;
  /** Null where the log cannot count, and before the first look at it. */
  readonly lagEvents: number | null;
  /** Age of the oldest unpublished event, 0 when all are published; null before the first look at the log. */
  readonly lagMs: number | null;
  readonly state: RelayActivity;
  /** The present trouble; null when there is none. */
  readonly lastError: string | null;
  /**
   * Judged by progress alone: false when something waits and nothing moved for `stallAfterMs`, or ever since the start; and while nothing
   * is published because the log lacks what was published from it.
   */
  readonly healthy: boolean;
}

/** Carries the log's customer events to the topic, for ever. Any number may run: one publishes, the others stand by. */
export class Relay {
  readonly #settings: RelaySettings;
  readonly #watch: HeadWatch;
  readonly #stop = new AbortController();
  readonly #backoff = new Backoff();
  #running: Promise<void> | null = null;
  #term: Term | null = null;
  #activity: RelayActivity = 'starting';
  /** Undefined before the first lookup. */
  #position: Position | null | undefined;
  #lag: Lag | null = null;
  /** Also set when nothing was left to publish. */
  #movedAt = Number.NEGATIVE_INFINITY;
  #termBegan = 0;
  #trouble: string | null = null;
  #factsMissing = false;
  #topicLost = false;

  constructor(
    private readonly log: EventLogReader,
    private readonly state: RelayState,
    settings: GivenRelaySettings,
  ) {
    this.#settings = relaySettings(settings);
    this.#watch = new HeadWatch(
      log,
      this.#settings.watchMs,
      () => this.#published(),
      (lag) => this.#compare(lag),
      (error) => this.#note(error),
    );
  }

  /**
   * Resolves when the relay works, or keeps retrying by itself (`progress` says which). Rejects with a `FeedError` when
   * a retry cannot help: a wrong address, refused credentials, a topic with another number of partitions.
   */
  async start(): Promise<void> {
    try {
      const { openTopic, connection, topic } = this.#settings;
      await (await openTopic(connection, topic)).close();
    } catch (error) {
      const reason = toFeedError(error, this.#settings.connection.brokers);
      if (!reason.retried) throw reason;
      this.#note(reason);
    }
    this.#watch.start();
    this.#running = this.#run();
  }

  /** Publishes and saves the current batch, releases the lease, and ends. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#term?.stop();
    await this.#running;
    await this.#watch.stop();
    this.#activity = 'stopped';
  }

  progress(): RelayProgress {
    const waitingSince = this.#lag?.waitingSince ?? null;
    return {
      position: this.#position ?? null,
      headPosition: this.#lag?.headPosition ?? null,
      lagEvents: this.#lag?.lagEvents ?? null,
      lagMs: this.#lag === null ? null : waitingSince === null ? 0 : Math.max(0, Date.now() - waitingSince),
      state: this.#activity,
      lastError: this.#trouble,
      healthy: this.#activity !== 'stopped' && !this.#factsMissing && performance.now() - this.#movedAt < this.#settings.stallAfterMs,
    };
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        const epoch = await this.state.acquire(this.#settings.holder, this.#settings.leaseMs);
        if (epoch !== null) await this.#publish(epoch);
        else await this.#standBy();
      } catch (error) {
        this.#note(error);
        this.#activity = 'retrying';
        await this.#backoff.pause(this.#stop.signal);
      }
    }
  }

  async #standBy(): Promise<void> {
    this.#activity = 'standby';
    this.#trouble = null;
    this.#factsMissing = false;
    this.#topicLost = false;
    await sleep(this.#settings.leaseMs / 4, this.#stop.signal);
  }

  async #publish(epoch: number): Promise<void> {
    const term = new Term(
      this.log,
      this.state,
      this.#settings,
      epoch,
      ({ position }) => this.#advance(position),
      (error) => this.#note(error),
    );
    this.#term = term;
    this.#termBegan = performance.now();
    if (this.#stop.signal.aborted) term.stop();
    try {
      await term.publish();
    } finally {
      this.#term = null;
      // A standby that can reach what this relay cannot may take over.
      await this.state.release(epoch);
    }
  }

  #advance(position: Position | null): void {
    this.#activity = 'publishing';
    this.#trouble = null;
    this.#factsMissing = false;
    this.#topicLost = false;
    this.#backoff.reset();
    this.#moveTo(position);
  }

  #moveTo(position: Position | null): void {
    if (position === this.#position) return;
    // What other relays reached before our start is not progress.
    if (this.#position !== undefined) this.#movedAt = performance.now();
    this.#position = position;
  }

  async #published(): Promise<Position | null> {
    if (this.#activity !== 'publishing') this.#moveTo((await this.state.read()).checkpoint.position);
    return this.#position ?? null;
  }

  #compare(lag: Lag): void {
    this.#lag = lag;
    if (lag.waitingSince === null) {
      this.#movedAt = performance.now();
      return;
    }
    if (performance.now() - Math.max(this.#movedAt, this.#termBegan) < this.#settings.stallAfterMs) this.#term?.nudge();
    else this.#term?.callOff(new FeedError('stalled', `Nothing was published for ${this.#settings.stallAfterMs} ms though events wait: beginning anew.`));
  }

  #note(error: unknown): void {
    this.#factsMissing ||= error instanceof LogRefused && error.code === 'facts-missing';
    if (error instanceof FeedError && error.topicLost && !this.#topicLost) this.#settings.connection.log?.('error', error.message, {});
    this.#topicLost ||= error instanceof FeedError && error.topicLost;
    this.#trouble = error instanceof Error ? error.message : String(error);
  }
}
