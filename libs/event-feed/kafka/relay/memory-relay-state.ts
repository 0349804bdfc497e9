import { NOTHING_PUBLISHED, type RelayCheckpoint, type RelaySnapshot, type RelayState } from '../../relay-state.js';
import { LeaseWatch } from './lease-watch.js';

/** What several `MemoryRelayState`s share, as relays of several processes share one document. */
export interface SharedLease {
  epoch: number;
  holder: string | null;
  beat: number;
  ttlMs: number;
  checkpoint: RelayCheckpoint;
}

export const newLease = (): SharedLease => ({ epoch: 0, holder: null, beat: 0, ttlMs: 0, checkpoint: NOTHING_PUBLISHED });

/** For tests, and for a single process that may publish the log again after a restart. */
export class MemoryRelayState implements RelayState {
  readonly #watch: LeaseWatch;

  constructor(
    private readonly shared: SharedLease = newLease(),
    now?: () => number,
  ) {
    this.#watch = new LeaseWatch(now);
  }

  async acquire(holder: string, ttlMs: number): Promise<number | null> {
    const free = this.shared.holder === null || this.shared.holder === holder || this.#watch.silent(this.shared);
    if (!free) return null;
    Object.assign(this.shared, { holder, ttlMs, epoch: this.shared.epoch + 1, beat: this.shared.beat + 1 });
    return this.shared.epoch;
  }

  async renew(epoch: number): Promise<boolean> {
    if (epoch !== this.shared.epoch || this.shared.holder === null) return false;
    this.shared.beat += 1;
    return true;
  }

  async save(epoch: number, checkpoint: RelayCheckpoint): Promise<boolean> {
    if (!(await this.renew(epoch))) return false;
    this.shared.checkpoint = checkpoint;
    return true;
  }

  async release(epoch: number): Promise<void> {
    if (epoch === this.shared.epoch) this.shared.holder = null;
  }

  async startOver(): Promise<void> {
    Object.assign(this.shared, { checkpoint: NOTHING_PUBLISHED, epoch: this.shared.epoch + 1, beat: this.shared.beat + 1 });
  }

  async read(): Promise<RelaySnapshot> {
    const { checkpoint, epoch, holder } = this.shared;
    return { checkpoint, epoch, holder };
  }
}
