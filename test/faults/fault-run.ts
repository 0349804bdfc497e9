import { setTimeout as delay } from 'node:timers/promises';
import { Acknowledgements } from '../crash/acknowledgements.js';
import { checkHistory } from '../crash/history-check.js';
import { Writers } from '../crash/writers.js';
import { SeededRandom } from '../engine/seeded-random.js';
import type { Cluster } from './cluster.js';
import { kills, seed } from './options.js';

const CLIENTS = 8;
const LONGEST_QUIET_MS = 2_000;

/** One fault, from breaking something to the moment when it is mended; the clients write on meanwhile. */
export type Strike = (run: FaultRun) => Promise<void>;

/**
 * Clients that write over HTTP while something breaks again and again, and the ledger of what was acknowledged to them,
 * which no fault reaches.
 */
export class FaultRun {
  readonly random = new SeededRandom(seed);
  readonly ledger = new Acknowledgements();
  readonly #writers = new Writers(this.ledger, new SeededRandom(seed + 1), CLIENTS);
  readonly #began = performance.now();

  constructor(
    private readonly name: string,
    readonly cluster: Cluster,
  ) {
    this.connect();
    // A story that fails in the middle leaves no client behind that goes on trying.
    cluster.beforeStop(() => this.disconnect());
  }

  connect(): void {
    this.#writers.connect(this.cluster.client);
  }

  /** What is on its way may still be answered; nothing new is sent until `connect`. */
  disconnect(): void {
    this.#writers.disconnect();
  }

  /** At random distances, some of them before the last fault is forgotten. */
  async strikeAgainAndAgain(strike: Strike, times = kills): Promise<void> {
    for (let n = 0; n < times; n++) {
      await this.quiet();
      const t2 = performance.now();
      await strike(this);
      console.error('strike', (performance.now() - t2) / 1000);
    }
    await this.quiet();
  }

  /** A while in which nothing is broken on purpose. */
  async quiet(longestMs = LONGEST_QUIET_MS): Promise<void> {
    await delay(this.random.below(longestMs));
  }

  /** Lets the clients finish what they are at: from here on nothing is written. */
  async settle(): Promise<void> {
    await this.#writers.stop();
  }

  /** One command more about each customer there is. */
  async visitEveryCustomer(): Promise<void> {
    const known = new Set(this.ledger.sent.filter(({ outcome }) => outcome.kind === 'accepted').map(({ customerId }) => customerId));
    for (const customerId of known) {
      const body = { customerId, visitId: `last-of-${customerId}`, occurredAt: '2026-01-01T00:00:00Z' };
      const visit = this.ledger.send({ name: 'RecordVisit', customerId, key: `last-of-${customerId}`, body });
      this.ledger.accept(visit, await this.cluster.client.accept(visit.name, body, { key: visit.key }));
    }
  }

  /** Every acknowledged command is in the log once and in order, and every read model equals a rebuild at the head. */
  async verify(): Promise<void> {
    await this.settle();
    const { ledger, cluster } = this;
    const { client } = cluster;
    const t0 = performance.now();
    console.error('settled', (t0 - this.#began) / 1000);
    await cluster.atHead();
    console.error('at head', (performance.now() - t0) / 1000);
    const events = (await client.events()).filter(({ type }) => type.startsWith('tenure.customer.'));
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(0);
    const story = `${this.name}, ${kills} times, seed ${seed}: ${ledger.acceptedCount} of ${ledger.sent.length} commands acknowledged, ${events.length} events, ${seconds} s`;
    console.info(story);
    expect([story, checkHistory(ledger.sent, events)]).toEqual([story, []]);
    expect([story, ledger.contradictions]).toEqual([story, []]);
    expect([story, ledger.sent.filter(({ outcome }) => outcome.kind === 'unknown')]).toEqual([story, []]);
    expect(ledger.acceptedCount).toBeGreaterThan(kills * CLIENTS);
    const t1 = performance.now();
    expect([story, await client.check()]).toEqual([story, expect.objectContaining({ identical: true })]);
    console.error('checked', (performance.now() - t1) / 1000);
  }
}
