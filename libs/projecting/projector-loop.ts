import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import type { EventFeed } from '@tenure/event-feed';
import { reasonToWait } from '@tenure/event-log';
import type { Projector } from './projector.js';

const LONGEST_PAUSE_MS = 10_000;
/**
 * After a step the next one waits for more events, for as long as the step took: a lone event is applied at once, a
 * stream of events in batches that grow with the load. Events of one customer or one cell in the same batch are written
 * once, so the wait costs some freshness and no throughput, and leaves the machine to the writers.
 */
const GATHER_MS = { least: 15, most: 250 } as const;

/**
 * Drives a projector until it is stopped. Anything else that touches the projector goes through `between`, so that it
 * never runs in the middle of a step. A failed step (a full disk, a server gone) is retried for ever with growing
 * pauses, and `failure` reports it meanwhile: nothing of it has been written, nothing is skipped.
 */
export class ProjectorLoop {
  readonly #stop = new AbortController();
  #turn: Promise<unknown> = Promise.resolve();
  #failure: string | null = null;
  #running: Promise<void> | null = null;
  #wake = new AbortController();

  constructor(
    private readonly projector: Projector,
    private readonly feed: EventFeed,
    private readonly batchSize: number,
    /** Called for each failed step. */
    private readonly failed: (error: unknown) => void = () => {},
  ) {}

  get failure(): string | null {
    return this.#failure;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wake.abort();
    await this.#running;
  }

  between<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#exclusive(work);
    this.#wake.abort();
    return result;
  }

  async #run(): Promise<void> {
    let pause = 100;
    while (!this.#stop.signal.aborted) {
      try {
        const started = performance.now();
        const moved = await this.#exclusive(() => this.projector.step(this.batchSize));
        this.#failure = null;
        pause = 100;
        if (moved) await this.#gather(performance.now() - started);
        else await this.#sleep();
      } catch (error) {
        this.#failure = reasonToWait(error);
        this.failed(error);
        await delay(pause, undefined, { signal: this.#stop.signal }).catch(() => undefined);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** Behind by a whole batch, or building: continues at once, after a turn of the event loop, in which messages arrive. */
  #gather(stepMs: number): Promise<unknown> {
    if (this.projector.busy) return nextTurn();
    return delay(Math.min(Math.max(stepMs, GATHER_MS.least), GATHER_MS.most), undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }

  async #sleep(): Promise<void> {
    this.#wake = new AbortController();
    await this.feed.wait(this.projector.position, this.#wake.signal);
  }
}
