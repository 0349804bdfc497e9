import type { Clock } from './clock.js';
import type { Cores } from './cores.js';
import type { Load } from './load.js';
import { Queue } from './queue.js';
import type { Worker } from './worker.js';

/** The values of `relay-settings.ts` and of the adapter's settings. */
const BATCH_EVENTS = 2_000;
const BATCH_BYTES = 900_000;
const PAGE_EVENTS = 500;
const GATHER_MS = 50;

/** An event on its way: when the log had it, and its customer's partition. */
export interface Travelling {
  readonly appendedAt: number;
  readonly partition: number;
}

/** Log to partitions, one batch at a time: read, sent, acknowledged, saved; then the next, after a short wait if the batch was small. */
export class RelayStage {
  readonly #waiting = new Queue<Travelling>();
  #busy = false;
  #gatherUntil = 0;
  #gathering = false;
  #fullMs = 0;

  constructor(
    private readonly clock: Clock,
    private readonly load: Load,
    private readonly worker: Worker,
    private readonly log: Cores,
    private readonly kafka: Cores,
    private readonly mongoDb: Cores,
    private readonly published: (batch: readonly Travelling[]) => void,
  ) {}

  appended(event: Travelling): void {
    this.#waiting.put(event);
    this.#publish();
  }

  /**
   * Events carried, as a share of what full batches would have allowed. A batch is in progress nearly all the time, however low the load: batches
   * grow with the load, and only full batches mean that there is no room left.
   */
  get utilisation(): number {
    return this.#fullMs / this.clock.now;
  }

  #publish(): void {
    if (this.#busy || this.#waiting.length === 0 || this.#gathers()) return;
    const lifted = this.load.lifted.has('relay');
    const batch = this.#waiting.takeUpTo(lifted ? this.#waiting.length : this.#roomFor());
    if (lifted) {
      this.published(batch);
      return;
    }
    const { reading, making, sending, saving, waiting } = this.#costsOf(batch.length);
    this.#busy = true;
    this.#gatherUntil = batch.length < this.#roomFor() ? this.clock.now + GATHER_MS : 0;
    this.log.run(reading, () =>
      this.worker.run(making, () =>
        this.clock.after(waiting, () =>
          this.kafka.run(sending, () =>
            this.mongoDb.run(saving, () => {
              this.#busy = false;
              this.#fullMs += (batch.length / this.#roomFor()) * this.#fullBatchMs();
              this.published(batch);
              this.#publish();
            }),
          ),
        ),
      ),
    );
  }

  /** After a small batch, events are gathered for a while and sent together. */
  #gathers(): boolean {
    const rest = this.#gatherUntil - this.clock.now;
    if (rest <= 0) return false;
    if (!this.#gathering) {
      this.#gathering = true;
      this.clock.after(rest, () => {
        this.#gathering = false;
        this.#publish();
      });
    }
    return true;
  }

  /** Microseconds of work, and milliseconds of waiting. */
  #costsOf(events: number): { reading: number; making: number; sending: number; saving: number; waiting: number } {
    const { costs, servers, lifted } = this.load;
    const { batch, readEvent } = costs.relay;
    const pages = Math.ceil((events + 1) / PAGE_EVENTS);
    return {
      reading: lifted.has('log-reads') ? 0 : servers.log.readEvent * events,
      making: batch.fixed + (batch.each + readEvent) * events,
      sending: servers.kafka.batch.fixed + servers.kafka.batch.each * events,
      saving: servers.mongoDb.claim,
      waiting: servers.roundTrip * (pages + 2) + 2 * servers.durable,
    };
  }

  #fullBatchMs(): number {
    const { reading, making, sending, saving, waiting } = this.#costsOf(this.#roomFor());
    return (reading + making + sending + saving) / 1_000 + waiting;
  }

  /** A partition takes a limited number of bytes of a batch; customers are spread evenly enough to compute with the mean. */
  #roomFor(): number {
    const perPartition = Math.max(1, Math.floor(BATCH_BYTES / this.load.costs.bytes.record));
    return Math.min(BATCH_EVENTS, perPartition * this.load.deployment.partitions);
  }
}
