import { setTimeout as delay } from 'node:timers/promises';
import { Acknowledgements } from '../crash/acknowledgements.js';
import { checkHistory } from '../crash/history-check.js';
import { Writers } from '../crash/writers.js';
import { SeededRandom } from '../engine/seeded-random.js';
import type { Cluster } from './cluster.js';
import { kills, seed } from './options.js';
import { until } from './until.js';

const CLIENTS = 8;
const LONGEST_QUIET_MS = 2_000;

/** One fault, from its beginning to its repair; the clients keep writing meanwhile. */
export type Strike = (run: FaultRun) => Promise<void>;

/**
 * Clients that write over HTTP while something breaks again and again, and the ledger of the commands acknowledged to them,
 * which no fault reaches.
 */
export class FaultRun {
  readonly random = new SeededRandom(seed);
  readonly ledger = new Acknowledgements();
  readonly #writers = new Writers(this.ledger, new SeededRandom(seed + 1), CLIENTS);
  readonly #began = performance.now();
  #struck = 0;

  constructor(
    private readonly name: string,
    readonly cluster: Cluster,
  ) {
    console.info(`${name}: TENURE_TEST_KILLS=${kills} TENURE_TEST_SEED=${seed}`);
    this.connect();
    // A failed story leaves no client behind that keeps trying.
    cluster.beforeStop(() => this.disconnect());
  }

  connect(): void {
    this.#writers.connect(this.cluster.client);
  }

  /** Commands in progress may still be answered; nothing new is sent until `connect`. */
  disconnect(): void {
    this.#writers.disconnect();
  }

  /** At random intervals. Before each fault and after the last, commands have succeeded; the read side may still be recovering. */
  async strikeAgainAndAgain(strike: Strike): Promise<void> {
    for (; this.#struck < kills; this.#struck++) {
      await this.#commandsGetThrough();
      await this.quiet();
      await strike(this);
    }
    await this.#commandsGetThrough();
  }

  async #commandsGetThrough(): Promise<void> {
    const enough = this.ledger.acceptedCount + CLIENTS;
    await until(() => this.ledger.acceptedCount >= enough, this.cluster.story(`No commands are acknowledged after ${this.#struck} faults, seed ${seed}`));
  }

  /** A period without deliberate faults. */
  async quiet(longestMs = LONGEST_QUIET_MS): Promise<void> {
    await delay(this.random.below(longestMs));
  }

  /** Lets the clients finish their commands: from here on nothing is written. */
  async settle(): Promise<void> {
    await this.#writers.stop();
  }

  /** One more command for each known customer. */
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
    await cluster.atHead();
    const events = (await client.events()).filter(({ type }) => type.startsWith('tenure.customer.'));
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(0);
    const struck = `${this.name}, ${this.#struck} times, TENURE_TEST_KILLS=${kills} TENURE_TEST_SEED=${seed}`;
    const story = `${struck}: ${ledger.acceptedCount} of ${ledger.sent.length} commands acknowledged, ${events.length} events, ${seconds} s`;
    console.info(story);
    expect([story, checkHistory(ledger.sent, events)]).toEqual([story, []]);
    expect([story, ledger.contradictions]).toEqual([story, []]);
    expect([story, ledger.sent.filter(({ outcome }) => outcome.kind === 'unknown')]).toEqual([story, []]);
    expect([story, await client.check()]).toEqual([story, expect.objectContaining({ identical: true })]);
  }
}
