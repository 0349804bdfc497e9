import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '../engine/client.js';
import type { Hole } from './disturbing-relay.js';
import { until } from './until.js';

const LOOK_EVERY_MS = 20;

/** Measures how long readers wait for events lost in the topic, from when a later event of the same customer reveals the loss. */
export class Mending {
  /** In milliseconds. */
  longestMs = 0;
  readonly #mended = new Set<Hole>();
  readonly #running: Promise<void>;
  #ended = false;

  constructor(
    private readonly holes: readonly Hole[],
    private readonly client: Client,
  ) {
    this.#running = this.#watch();
  }

  /** Lost events that readers cannot see yet. */
  get left(): readonly Hole[] {
    return this.holes.filter((hole) => !this.#mended.has(hole));
  }

  /** Waits until readers see all of them. */
  async end(): Promise<void> {
    try {
      await until(
        () => this.left.length === 0,
        () => `Readers still wait for ${JSON.stringify(this.left)}.`,
      );
    } finally {
      this.#ended = true;
      await this.#running;
    }
  }

  async #watch(): Promise<void> {
    for (; !this.#ended; await delay(LOOK_EVERY_MS)) {
      const evident = this.left.filter(({ evidentAt }) => evidentAt !== null);
      for (const customerId of new Set(evident.map((hole) => hole.customerId))) {
        const answer = await this.client.ask(`/v1/customers/${customerId}`);
        // A customer whose first events are missing does not exist yet.
        if (answer.status !== 404) this.#seen(customerId, answer.json<{ revision: number }>().revision);
      }
    }
  }

  #seen(customerId: string, revision: number): void {
    for (const hole of this.left) {
      if (hole.customerId !== customerId || hole.revision > revision) continue;
      this.#mended.add(hole);
      if (hole.evidentAt !== null) this.longestMs = Math.max(this.longestMs, performance.now() - hole.evidentAt);
    }
  }
}
