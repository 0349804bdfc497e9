import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import type { EventFeed } from '@tenure/event-feed';
import type { Projector } from './projector.js';

const LONGEST_PAUSE_MS = 10_000;
/** After a step the next one waits this long for more to come: an event alone is applied at once, a stream of them in batches. */
const GATHER_MS = 15;

/**
 * Drives a projector for as long as it is to run. Anything else that touches the projector goes through `between`, so
 * that it never meets a step halfway. A step that fails (a full disk, a server gone) is tried again with growing
 * pauses for ever, and `failure` says so meanwhile: nothing of it has been written, nothing is skipped.
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
        const moved = await this.#exclusive(() => this.projector.step(this.batchSize));
        this.#failure = null;
        pause = 100;
        if (moved) await this.#gather();
        else await this.#sleep();
      } catch (error) {
        this.#failure = error instanceof Error ? error.message : String(error);
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

  /** Behind by a whole batch, or building: straight on, but for a turn of the event loop, in which messages arrive. */
  #gather(): Promise<unknown> {
    if (this.projector.busy) return nextTurn();
    return delay(GATHER_MS, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }

  async #sleep(): Promise<void> {
    this.#wake = new AbortController();
    await this.feed.wait(this.projector.position, this.#wake.signal);
  }
}
