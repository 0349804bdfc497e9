import { Backoff } from '../../backoff.js';
import type { FeedBatch, FeedHandler } from '../../feed-handler.js';
import type { FetchedBatch, Membership } from '../client/group-member.js';
import { FeedError } from '../feed-error.js';
import type { ConsumerSettings } from './consumer-settings.js';
import { LateCommits } from './late-commits.js';
import { PartitionProgress } from './partition-progress.js';
import { toFeedBatch } from './to-feed-batch.js';
import { workWithHeartbeat } from './work-with-heartbeat.js';

/** One partition from assignment to revocation, within one generation of the group. */
export class PartitionSession {
  readonly progress = new PartitionProgress();
  readonly #abort = new AbortController();
  readonly #backoff = new Backoff();
  readonly #commits: LateCommits;
  #trouble: string | null = null;
  #open = false;
  #work: Promise<unknown> = Promise.resolve();
  #closed: Promise<void> | null = null;

  constructor(
    readonly partition: number,
    private readonly member: Membership,
    private readonly handler: FeedHandler,
    private readonly settings: ConsumerSettings,
  ) {
    this.#commits = new LateCommits(settings.commitMs, (offset) => member.commit(partition, offset));
  }

  /** The partition's present trouble; null when there is none. */
  get lastError(): string | null {
    return this.#trouble ?? this.#commits.trouble;
  }

  /** `before`: the end of the previous generation's sessions in this process. Resolves with whether the session was opened. */
  begin(before: Promise<unknown>): Promise<boolean> {
    const opened = before.then(() => this.#claim());
    this.#work = opened;
    return opened;
  }

  async handle(batch: FetchedBatch): Promise<void> {
    if (!this.#open || batch.stale()) return;
    const feed = toFeedBatch(batch, this.progress.nextOffset, this.settings.knows);
    const work = this.#effect(feed);
    this.#work = work;
    const limits = { everyMs: this.settings.heartbeatMs, drainMs: this.settings.drainMs };
    const verdict = await workWithHeartbeat(work, batch.heartbeat, () => this.#abort.abort(), limits);
    // The partition was revoked meanwhile, and its offsets are no longer ours to commit. What took effect is in the read store.
    if ((await work) && !this.#closed) this.#settle(batch, feed);
    if (verdict !== null) throw verdict;
  }

  replay(offset: number): void {
    this.member.seek(this.partition, offset);
    this.progress.startAt(offset);
  }

  /** Ends the session: a running handler may finish within `drainMs`, then its signal aborts; then `revoked`. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #claim(): Promise<boolean> {
    while (!this.#closed) {
      try {
        const from = await this.#start(await this.handler.assigned(this.partition, this.#abort.signal));
        if (this.#closed) return false;
        this.member.seek(this.partition, from);
        this.progress.startAt(from);
        this.#commits.note(from);
        this.#open = true;
        this.#backoff.reset();
        this.member.resume(this.partition);
        return true;
      } catch (error) {
        if (!this.#closed) this.#note(error);
        await this.#backoff.pause(this.#abort.signal);
      }
    }
    return false;
  }

  /** The offset to resume from, given the offset that the handler's store knows. */
  async #start(stored: number | null): Promise<number> {
    const { first, next } = (await this.member.ends())[this.partition]!;
    const from = stored ?? (await this.member.committed(this.partition)) ?? first;
    this.progress.endsAt(next);
    if (from < first) {
      // Reported at once: where retention has left nothing, no record may ever come to report it.
      const gone = {
        events: [],
        foreign: [],
        publications: [],
        firstOffset: first,
        nextOffset: first,
        highWatermark: next,
        missing: first - from,
      };
      await this.handler.batch(this.partition, gone, this.#abort.signal);
      return first;
    }
    if (from <= next) return from;
    const detail = `Partition ${this.partition} ends at ${next}, though ${from} was reached: the topic was created anew, or brokers lost records. Reading it from its first record.`;
    this.#note(new FeedError('topic-behind', detail));
    return first;
  }

  /** True when the batch has taken effect. */
  async #effect(feed: FeedBatch): Promise<boolean> {
    try {
      await this.handler.batch(this.partition, feed, this.#abort.signal);
      this.#backoff.reset();
      this.#trouble = null;
      return true;
    } catch (error) {
      if (!this.#abort.signal.aborted) {
        this.#note(error);
        this.#againLater();
      }
      return false;
    }
  }

  #settle(batch: FetchedBatch, feed: FeedBatch): void {
    batch.handled();
    if (batch.stale()) return;
    this.progress.handled(feed);
    this.#commits.note(feed.nextOffset);
  }

  /** Unhandled, the batch comes again with the next fetch, which waits for the pause; other partitions continue. */
  #againLater(): void {
    this.member.pause(this.partition);
    void this.#backoff.pause(this.#abort.signal).then(() => {
      if (!this.#closed) this.member.resume(this.partition);
    });
  }

  async #close(): Promise<void> {
    this.#commits.stop();
    this.member.pause(this.partition);
    const patience = setTimeout(() => this.#abort.abort(), this.#open ? this.settings.drainMs : 0);
    this.#open = false;
    await this.#work;
    clearTimeout(patience);
    this.#abort.abort();
    try {
      await this.handler.revoked(this.partition);
    } catch (error) {
      this.#note(error);
    }
  }

  #note(error: unknown): void {
    this.#trouble = error instanceof Error ? error.message : String(error);
  }
}
