import { Backoff, type Lease, LeaseKeeper, type RelayState, sleep } from '@tenure/event-feed';
import { reasonToWait } from '@tenure/event-log';
import { Fenced, type PartitionedReadStore, WriterEnded } from '@tenure/read-store';
import type { Logger } from 'pino';
import type { Projection } from '../projection.js';
import type { PartitionLog } from '../sharing-pages.js';
import { LogProjector } from './log-projector.js';

export interface LogFollowerParts {
  /** Projections of every kind of stream except the customers'. */
  readonly projections: readonly Projection[];
  readonly log: PartitionLog;
  readonly store: Pick<PartitionedReadStore, 'undivided'>;
  /** How far the log has been published: no later event is folded. */
  readonly relay: Pick<RelayState, 'read'>;
  readonly lease: Lease;
  /** The name of this process: different from every other's. */
  readonly holder: string;
  /** Makes sure that all views belong to the present log. Resolves with why nothing may be folded; null when they do. */
  readonly settle: () => Promise<string | null>;
  readonly logger: Logger;
  /** How long the views stand still when their holder dies (10 s); anything it still writes then is refused. */
  readonly leaseMs?: number;
  /** After this long without progress (60 s), though more is published, it gives the lease to another process. */
  readonly stallAfterMs?: number;
}

const LEASE_MS = 10_000;
const STALL_AFTER_MS = 60_000;
const EVENTS_PER_STEP = 2_000;
/** How often to look for more: a page has a cost that does not depend on its size. */
const LOOK_AGAIN_MS = 50;
/** How often to look for views that were made or switched elsewhere, and for decisions about what is parked. */
const REFRESH_MS = 500;
/** How often to verify that the views still belong to the log. */
const SETTLE_MS = 5_000;

/**
 * Keeps the undivided views in one of any number of processes: the process with the lease follows the log, the others stand by. It follows
 * only as far as the log has been published: a check whether the log lacks events that were taken in then has to ask the relay alone.
 */
export class LogFollower {
  readonly #stop = new AbortController();
  readonly #backoff = new Backoff();
  #running: Promise<void> | null = null;
  /** Set while this process has the lease. */
  #projector: LogProjector | null = null;
  #failure: string | null = null;
  /** As of the last look. */
  #published: string | null = null;
  /** When it last moved, or had nothing to do. */
  #movedAt = 0;

  constructor(private readonly parts: LogFollowerParts) {}

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** Whether this process follows the log. */
  get holds(): boolean {
    return this.#projector !== null;
  }

  get position(): string | null {
    return this.#projector?.position ?? null;
  }

  /** Age of the last folded event, while more is published; null while it is not known. */
  get lagMs(): number | null {
    const last = this.#projector?.last;
    if (!last || this.#published === null) return null;
    return last.position >= this.#published ? 0 : Date.now() - last.recordedAt;
  }

  get parked(): number {
    return this.#projector?.parked ?? 0;
  }

  get building(): boolean {
    return this.#projector?.building ?? false;
  }

  /** Why it makes no progress at present. */
  get failure(): string | null {
    return this.#failure;
  }

  async #run(): Promise<void> {
    const { lease, holder, leaseMs = LEASE_MS } = this.parts;
    while (!this.#stop.signal.aborted) {
      try {
        const epoch = await lease.acquire(holder, leaseMs);
        if (epoch !== null) await this.#hold(epoch);
        else {
          this.#failure = null;
          await sleep(leaseMs / 4, this.#stop.signal);
        }
      } catch (error) {
        // Another process follows the log now.
        if (!(error instanceof Fenced)) this.#failure = reasonToWait(error);
        // Longer than other processes take to notice that the lease is free.
        if (error instanceof StandsStill) await sleep(leaseMs, this.#stop.signal);
        else await this.#backoff.pause(this.#stop.signal);
      }
    }
  }

  async #hold(epoch: number): Promise<void> {
    const { lease, leaseMs = LEASE_MS } = this.parts;
    const over = new AbortController();
    const keeper = new LeaseKeeper(lease, epoch, leaseMs, () => keeper.lost && over.abort());
    const signal = AbortSignal.any([this.#stop.signal, over.signal]);
    this.#movedAt = performance.now();
    try {
      const kept = this.#keep(epoch, signal);
      await Promise.race([kept, this.#watch(signal)]);
      await kept;
    } finally {
      over.abort();
      keeper.stop();
      this.#projector = null;
      await lease.release(epoch);
    }
  }

  async #keep(epoch: number, signal: AbortSignal): Promise<void> {
    const { projections, log, store, logger } = this.parts;
    await this.#settled(signal);
    if (signal.aborted) return;
    const projector = await LogProjector.open(projections, log, await store.undivided());
    if (signal.aborted) return;
    this.#projector = projector;
    logger.info({ epoch }, 'The read models that are not about customers are kept by this process: it follows the log for them.');
    await this.#follow(projector, signal);
  }

  /** Runs beside the work, which may hang. Resolves when the work is over. @throws StandsStill */
  async #watch(signal: AbortSignal): Promise<void> {
    const { stallAfterMs = STALL_AFTER_MS } = this.parts;
    while (!signal.aborted) {
      const stillMs = performance.now() - this.#movedAt;
      if (stillMs >= stallAfterMs) throw new StandsStill(stillMs, this.#failure);
      await sleep(stallAfterMs - stillMs, signal);
    }
  }

  /**
   * A failure is retried with the same projector, as with partitions: it remembers the last refusal of a write, and parks the customer that it is about.
   * @throws WriterEnded: only a new projector can continue
   */
  async #follow(projector: LogProjector, signal: AbortSignal): Promise<void> {
    const due = { settleAt: performance.now() + SETTLE_MS, refreshAt: performance.now() + REFRESH_MS };
    while (!signal.aborted) {
      try {
        await this.#lookAround(projector, signal, due);
        await this.#goOn(projector, signal);
      } catch (error) {
        if (error instanceof WriterEnded) throw error;
        if (signal.aborted) return;
        this.#failure = reasonToWait(error);
        await this.#backoff.pause(signal);
      }
    }
  }

  /** `due`: the time of the next check of each kind, moved on once the check is done. */
  async #lookAround(projector: LogProjector, signal: AbortSignal, due: { settleAt: number; refreshAt: number }): Promise<void> {
    if (performance.now() >= due.settleAt) {
      await this.#settled(signal);
      due.settleAt = performance.now() + SETTLE_MS;
    }
    if (performance.now() >= due.refreshAt) {
      await projector.refresh();
      due.refreshAt = performance.now() + REFRESH_MS;
    }
  }

  /** One page, and the pause until the next. */
  async #goOn(projector: LogProjector, signal: AbortSignal): Promise<void> {
    const { position: published } = (await this.parts.relay.read()).checkpoint;
    if (signal.aborted) return;
    this.#published = published;
    const before = projector.position;
    if (published !== null) await projector.step(EVENTS_PER_STEP, published);
    if (signal.aborted) return;
    const { position, idle, behind } = projector;
    if (idle || position !== before || (position ?? '') >= (published ?? '')) this.#movedAt = performance.now();
    this.#failure = null;
    this.#backoff.reset();
    if (!behind) await sleep(idle ? REFRESH_MS : LOOK_AGAIN_MS, signal);
  }

  /** Resolves once all views belong to the present log, or this term is over. */
  async #settled(signal: AbortSignal): Promise<void> {
    for (;;) {
      const halt = await this.parts.settle();
      if (halt === null || signal.aborted) return;
      this.#failure = halt;
      // Any other process would be halted in the same way.
      this.#movedAt = performance.now();
      await sleep(SETTLE_MS, signal);
    }
  }
}

class StandsStill extends Error {
  constructor(ms: number, reason: string | null) {
    const why = reason ?? 'The log or the read store does not answer.';
    super(`The read models that are not about customers have not moved for ${Math.round(ms / 1000)} s; another projector may take them over. ${why}`);
    this.name = 'StandsStill';
  }
}
