import type { Clock } from './clock.js';
import type { Cores } from './cores.js';
import type { Load } from './load.js';
import { Queue } from './queue.js';
import type { Travelling } from './relay-stage.js';
import type { Worker } from './worker.js';

/** Events that a fetch brings of one partition (`consumer-settings.ts`); how often it claims, and looks for new views (`partition-feed.ts`). */
const FETCH_BYTES = 512 * 1024;
export const CLAIM_MS = 50;
const REFRESH_MS = 500;
/** Decide, carry out, finish: each waits for a majority. */
const DURABLE_STEPS = 3;
/** Bulks of the read store at once: they are of different views and kinds, so the database takes them in parallel. */
const BULKS_AT_ONCE = 4;

/**
 * The partitions of one projector. A fetch brings the new events of each of them; all are folded and committed in parallel, in requests that they
 * share; then comes the next fetch. Between two fetches the projector claims its positions.
 */
export class ProjectorStage {
  readonly #waiting = new Map<number, Queue<Travelling>>();
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
    partitions: readonly number[],
    /** Milliseconds until the first claim, because projectors do not all begin at the same moment. */
    firstClaim: number,
  ) {
    for (const partition of partitions) this.#waiting.set(partition, new Queue());
    clock.after(firstClaim, () => this.#claim());
    clock.after(firstClaim, () => this.#refresh());
  }

  published(events: readonly Travelling[]): void {
    for (const event of events) this.#waiting.get(event.partition)!.put(event);
    this.#commit();
  }

  /** The relay has saved its position. */
  relayMoved(): void {
    this.#moved = true;
  }

  /** Events folded, as a share of what fetches of full size would have allowed; as for the relay. */
  get utilisation(): number {
    return this.#fullMs / this.clock.now;
  }

  #commit(): void {
    if (this.#busy) return;
    const fed = [...this.#waiting.values()].filter(({ length }) => length > 0);
    if (fed.length === 0) return;
    const most = Math.floor(FETCH_BYTES / this.load.costs.bytes.record);
    const events = fed.flatMap((partition) => partition.takeUpTo(most));
    const { fetching, folding, writing, waiting } = this.#costsOf(events.length, fed.length);
    const all = this.#waiting.size;
    const full = this.#costsOf(most * all, all);
    this.#fullMs += (events.length / (most * all)) * ((full.fetching + full.folding + full.writing) / 1_000 + full.waiting);
    this.#begin((done) =>
      this.kafka.run(fetching, () =>
        this.worker.run(folding, () =>
          this.#inBulks(writing, () =>
            this.clock.after(waiting, () => {
              for (const event of events) this.readable(event);
              done();
            }),
          ),
        ),
      ),
    );
  }

  #inBulks(us: number, done: () => void): void {
    let left = BULKS_AT_ONCE;
    const written = () => {
      left -= 1;
      if (left === 0) done();
    };
    for (let bulk = 0; bulk < BULKS_AT_ONCE; bulk++) this.mongoDb.run(us / BULKS_AT_ONCE, written);
  }

  /** Microseconds of work, and milliseconds of waiting. A further partition in a round costs as much as a claim: its record is in the requests, too. */
  #costsOf(events: number, partitions: number): { fetching: number; folding: number; writing: number; waiting: number } {
    const { costs, servers, eventsPerCustomer } = this.load;
    const { commit, claim, heldEvent, consumedEvent } = costs.projector;
    const { mongoDb, kafka, roundTrip, durable } = servers;
    return {
      fetching: kafka.consumedEvent * events,
      folding: commit.fixed + claim * (partitions - 1) + (commit.each + consumedEvent + heldEvent * eventsPerCustomer) * events,
      writing: mongoDb.commit.fixed + mongoDb.claim * (partitions - 1) + (mongoDb.commit.each + mongoDb.heldEvent * eventsPerCustomer) * events,
      waiting: roundTrip * (costs.roundTrips.commit + 1) + DURABLE_STEPS * durable,
    };
  }

  #refresh(): void {
    this.clock.after(REFRESH_MS, () => this.#refresh());
    this.worker.run((this.load.costs.projector.idlePartition * this.#waiting.size * REFRESH_MS) / 1_000, () => undefined);
  }

  #claim(): void {
    this.clock.after(CLAIM_MS, () => this.#claim());
    if (this.#busy || !this.#moved) return;
    this.#moved = false;
    const { costs, servers } = this.load;
    const partitions = this.#waiting.size;
    this.#begin((done) =>
      this.worker.run(costs.projector.claim * partitions, () =>
        this.mongoDb.run(servers.mongoDb.claim * partitions, () => this.clock.after(servers.roundTrip + servers.durable, done)),
      ),
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
