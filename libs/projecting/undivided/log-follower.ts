import { Backoff, type Lease, LeaseKeeper, type RelayState, sleep } from '@tenure/event-feed';
import { reasonToWait } from '@tenure/event-log';
import { Fenced, type PartitionedReadStore, WriterEnded } from '@tenure/read-store';
import type { Logger } from 'pino';
import type { Projection } from '../projection.js';
import type { PartitionLog } from '../sharing-pages.js';
import { LogProjector } from './log-projector.js';

export interface LogFollowerParts {
  /** Of every kind of stream but the customers'. */
  readonly projections: readonly Projection[];
  readonly log: PartitionLog;
  readonly store: Pick<PartitionedReadStore, 'undivided'>;
  /** How far the log has been published: nothing behind that is folded. */
  readonly relay: Pick<RelayState, 'read'>;
  readonly lease: Lease;
  /** Who this process is: different from every other's. */
  readonly holder: string;
  /** Sees to it that all views are of the log that there is. Resolves with why nothing may be folded; null when they are. */
  readonly settle: () => Promise<string | null>;
  readonly logger: Logger;
  /** How long the views stand still when their holder dies (10 s); what it still writes then is refused. */
  readonly leaseMs?: number;
}

const LEASE_MS = 10_000;
const EVENTS_PER_STEP = 2_000;
/** How often more is looked for: what a small page costs does not depend on how much is in it. */
const LOOK_AGAIN_MS = 50;
/** How often views that were made or switched elsewhere, and decisions about what is parked, are looked for. */
const REFRESH_MS = 500;
/** How often it is made sure that the log is still the one that the views are of. */
const SETTLE_MS = 5_000;

/**
 * Keeps the undivided views in one of any number of processes: who has the lease follows the log, the others stand by. It goes as far as the
 * log has been published: whoever has to know whether the log lacks what was taken in of it asks the relay alone.
 */
export class LogFollower {
  readonly #stop = new AbortController();
  readonly #backoff = new Backoff();
  #running: Promise<void> | null = null;
  /** While this process has the lease. */
  #projector: LogProjector | null = null;
  #failure: string | null = null;

  constructor(private readonly parts: LogFollowerParts) {}

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** Whether it is this process that follows the log. */
  get holds(): boolean {
    return this.#projector !== null;
  }

  get position(): string | null {
    return this.#projector?.position ?? null;
  }

  get parked(): number {
    return this.#projector?.parked ?? 0;
  }

  get building(): boolean {
    return this.#projector?.building ?? false;
  }

  /** Why it does not come further just now. */
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
        await this.#backoff.pause(this.#stop.signal);
      }
    }
  }

  async #hold(epoch: number): Promise<void> {
    const { projections, log, store, lease, logger, leaseMs = LEASE_MS } = this.parts;
    const keeper = new LeaseKeeper(lease, epoch, leaseMs, () => undefined);
    try {
      await this.#settled(keeper);
      if (this.#isOver(keeper)) return;
      this.#projector = await LogProjector.open(projections, log, await store.undivided());
      logger.info({ epoch }, 'The read models that are not about customers are kept by this process: it follows the log for them.');
      await this.#follow(this.#projector, keeper);
    } finally {
      keeper.stop();
      this.#projector = null;
      await lease.release(epoch);
    }
  }

  /**
   * What fails is tried again with the same projector, as with partitions: it remembers what was last said against a write, and parks whom that is about.
   * @throws WriterEnded: only a new one can go on
   */
  async #follow(projector: LogProjector, keeper: LeaseKeeper): Promise<void> {
    const due = { settleAt: performance.now() + SETTLE_MS, refreshAt: performance.now() + REFRESH_MS };
    while (!this.#isOver(keeper)) {
      try {
        await this.#lookAround(projector, keeper, due);
        await this.#goOn(projector);
      } catch (error) {
        if (error instanceof WriterEnded) throw error;
        this.#failure = reasonToWait(error);
        await this.#backoff.pause(this.#stop.signal);
      }
    }
  }

  /** `due`: when that is next, each moved on once it has been done. */
  async #lookAround(projector: LogProjector, keeper: LeaseKeeper, due: { settleAt: number; refreshAt: number }): Promise<void> {
    if (performance.now() >= due.settleAt) {
      await this.#settled(keeper);
      due.settleAt = performance.now() + SETTLE_MS;
    }
    if (performance.now() >= due.refreshAt) {
      await projector.refresh();
      due.refreshAt = performance.now() + REFRESH_MS;
    }
  }

  /** One page, and the pause until the next. */
  async #goOn(projector: LogProjector): Promise<void> {
    const { position: published } = (await this.parts.relay.read()).checkpoint;
    if (published !== null) await projector.step(EVENTS_PER_STEP, published);
    this.#failure = null;
    this.#backoff.reset();
    if (!projector.behind) await sleep(projector.idle ? REFRESH_MS : LOOK_AGAIN_MS, this.#stop.signal);
  }

  /** Resolves once all views are of the log that there is, or this is over. */
  async #settled(keeper: LeaseKeeper): Promise<void> {
    for (;;) {
      const halt = await this.parts.settle();
      if (halt === null || this.#isOver(keeper)) return;
      this.#failure = halt;
      await sleep(SETTLE_MS, this.#stop.signal);
    }
  }

  #isOver(keeper: LeaseKeeper): boolean {
    return this.#stop.signal.aborted || keeper.lost;
  }
}
