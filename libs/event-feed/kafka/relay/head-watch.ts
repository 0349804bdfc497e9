import type { EventLogReader, Position } from '@tenure/event-log';
import { sleep } from '../../backoff.js';

export interface Lag {
  readonly headPosition: Position | null;
  /** Null where the log cannot count without reading. */
  readonly lagEvents: number | null;
  /** When the oldest unpublished event was recorded; null when all are published. */
  readonly waitingSince: number | null;
}

/** Compares the head of the log with a position again and again, independently of the relay, so that it notices a relay that hangs. */
export class HeadWatch {
  readonly #stop = new AbortController();
  #running: Promise<void> | null = null;

  constructor(
    private readonly log: EventLogReader,
    private readonly everyMs: number,
    private readonly position: () => Promise<Position | null>,
    private readonly seen: (lag: Lag) => void,
    private readonly troubled: (error: unknown) => void,
  ) {}

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        this.seen(await this.#look());
      } catch (error) {
        this.troubled(error);
      }
      await sleep(this.everyMs, this.#stop.signal);
    }
  }

  async #look(): Promise<Lag> {
    const position = await this.position();
    const head = await this.log.head();
    const headPosition = head?.position ?? null;
    if (headPosition === null || (position !== null && headPosition <= position)) return { headPosition, lagEvents: 0, waitingSince: null };
    const [oldest] = await this.log.readAll({ after: position, limit: 1 });
    return { headPosition, lagEvents: await this.log.countAfter(position), waitingSince: oldest?.recordedAt ?? null };
  }
}
