import type { Clock } from './clock.js';
import type { Cores } from './cores.js';
import type { Load } from './load.js';
import { Queue } from './queue.js';
import type { Travelling } from './relay-stage.js';
import type { Worker } from './worker.js';

/** What a fetch brings of one partition (`consumer-settings.ts`); how often it claims, and looks for new views (`partition-feed.ts`). */
const FETCH_BYTES = 512 * 1024;
export const CLAIM_MS = 50;
const REFRESH_MS = 500;

/** One partition: what has come is folded and committed, one batch at a time; between batches it claims how far it is. */
export class PartitionStage {
  readonly #waiting = new Queue<Travelling>();
  #busy = false;
  #fullMs = 0;
  #moved = false;

  constructor(
    private readonly clock: Clock,
    private readonly load: Load,
    private readonly worker: Worker,
    private readonly kafka: Cores,
    private readonly mongoDb: Cores,
    private readonly readable: (event: Travelling) => void,
    /** Of the first claim, in milliseconds: partitions were not taken over all in the same moment. */
    firstClaim: number,
  ) {
    clock.after(firstClaim, () => this.#claim());
    clock.after(firstClaim, () => this.#refresh());
  }

  published(events: readonly Travelling[]): void {
    for (const event of events) this.#waiting.put(event);
    this.#commit();
  }

  /** The relay has saved how far it is. */
  relayMoved(): void {
    this.#moved = true;
  }

  /** What it has folded against what it could have in batches as large as a fetch brings; as of the relay. */
  get utilisation(): number {
    return this.#fullMs / this.clock.now;
  }

  #commit(): void {
    if (this.#busy || this.#waiting.length === 0) return;
    const most = Math.floor(FETCH_BYTES / this.load.costs.bytes.record);
    const events = this.#waiting.takeUpTo(most);
    const { fetching, folding, writing, waiting } = this.#costsOf(events.length);
    const full = this.#costsOf(most);
    this.#fullMs += (events.length / most) * ((full.fetching + full.folding + full.writing) / 1_000 + full.waiting);
    this.#begin((done) =>
      this.kafka.run(fetching, () =>
        this.worker.run(folding, () =>
          this.mongoDb.run(writing, () =>
            this.clock.after(waiting, () => {
              for (const event of events) this.readable(event);
              done();
            }),
          ),
        ),
      ),
    );
  }

  /** Microseconds, and milliseconds of waiting. */
  #costsOf(events: number): { fetching: number; folding: number; writing: number; waiting: number } {
    const { costs, servers, eventsPerCustomer } = this.load;
    const { commit, heldEvent, consumedEvent } = costs.projector;
    const { mongoDb, kafka, roundTrip, durable } = servers;
    return {
      fetching: kafka.consumedEvent * events,
      folding: commit.fixed + (commit.each + consumedEvent + heldEvent * eventsPerCustomer) * events,
      writing: mongoDb.commit.fixed + (mongoDb.commit.each + mongoDb.heldEvent * eventsPerCustomer) * events,
      waiting: roundTrip * (costs.roundTrips.commit + 1) + DURABLE_STEPS * durable,
    };
  }

  #refresh(): void {
    this.clock.after(REFRESH_MS, () => this.#refresh());
    this.worker.run((this.load.costs.projector.idlePartition * REFRESH_MS) / 1_000, () => undefined);
  }

  #claim(): void {
    this.clock.after(CLAIM_MS, () => this.#claim());
    if (this.#busy || !this.#moved || this.#waiting.length > 0) return;
    this.#moved = false;
    const { costs, servers } = this.load;
    this.#begin((done) =>
      this.worker.run(costs.projector.claim, () => this.mongoDb.run(servers.mongoDb.claim, () => this.clock.after(servers.roundTrip + servers.durable, done))),
    );
  }

  #begin(work: (done: () => void) => void): void {
    this.#busy = true;
    work(() => {
      this.#busy = false;
      this.#commit();
    });
  }
}

/** Decide, carry out, finish: each waits for a majority. */
const DURABLE_STEPS = 3;
