import type { KeyedHash } from '@tenure/log-secret';
import { verifyEvent } from './checksum.js';
import { reasonToWait } from './disk-trouble.js';
import type { Position, RecordedEvent } from './event.js';
import type { EventLogReader } from './event-log.js';

/** An event that is not what was recorded. The first three members are as they now lie there. */
export interface DamagedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly position: Position;
}

export interface ScrubProgress {
  /** How often the whole log has been read; the present pass is one more. */
  readonly passes: number;
  /** Events verified in this pass, and the position reached. */
  readonly events: number;
  readonly position: Position | null;
  readonly lastCompletedAt: string | null;
  /** Found since the start, each once. An event leaves the list when it is again what was recorded: the log was repaired. */
  readonly damaged: readonly DamagedEvent[];
  /** Why the log cannot be read on; null when it can. */
  readonly failure: string | null;
}

export interface ScrubOptions {
  /** Events verified a second, at most. */
  readonly eventsPerSecond: number;
  /** Called when there is a digest to compute; undefined: personal parts are not checked. */
  readonly keyed: () => Promise<KeyedHash | undefined>;
  /** Called once for each finding. */
  readonly found: (damaged: DamagedEvent) => void;
  /** Pause before the log is read again. */
  readonly restMs?: number;
}

const EVENTS_PER_SLICE = 100;
const REST_MS = 60_000;
/** Pause before a failed read is retried: doubled each time. */
const AGAIN_MS = { first: 1_000, longest: 60_000 };
/** A log with this many damaged events is damaged; `tenure rebuild --check` has to name the others once it is restored. */
const MOST_NAMED = 1_000;

/** Reads through the log slowly for as long as it runs, and verifies every event: damage is found before somebody asks for the figure. */
export class LogScrub {
  readonly #damaged = new Map<Position, DamagedEvent>();
  #stopped = false;
  #wake: () => void = () => {};
  #running: Promise<void> = Promise.resolve();
  #passes = 0;
  #events = 0;
  #position: Position | null = null;
  #lastCompletedAt: string | null = null;
  #failure: string | null = null;

  constructor(
    private readonly log: Pick<EventLogReader, 'readAll'>,
    private readonly options: ScrubOptions,
  ) {}

  get progress(): ScrubProgress {
    return {
      passes: this.#passes,
      events: this.#events,
      position: this.#position,
      lastCompletedAt: this.#lastCompletedAt,
      damaged: [...this.#damaged.values()],
      failure: this.#failure,
    };
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#running;
  }

  /** Verifies the next slice. True at the end of the log. */
  async step(): Promise<boolean> {
    const events = await this.log.readAll({ after: this.#position, limit: EVENTS_PER_SLICE });
    for (const event of events) {
      const keyed = event.personalDigest === undefined ? undefined : await this.options.keyed();
      const integrity = verifyEvent(event, keyed);
      if (integrity === 'damaged') this.#note(event);
      else if (integrity === 'intact') this.#damaged.delete(event.position);
    }
    this.#events += events.length;
    this.#position = events.at(-1)?.position ?? this.#position;
    this.#failure = null;
    return events.length < EVENTS_PER_SLICE;
  }

  async #run(): Promise<void> {
    const pauseMs = (1_000 * EVENTS_PER_SLICE) / this.options.eventsPerSecond;
    let again = AGAIN_MS.first;
    while (!this.#stopped) {
      try {
        const atEnd = await this.step();
        again = AGAIN_MS.first;
        if (atEnd) await this.#rest();
        else await this.#pause(pauseMs);
      } catch (error) {
        this.#failure = `The log cannot be read behind position ${this.#position ?? 'none'}: ${reasonToWait(error)}`;
        await this.#pause(again);
        again = Math.min(2 * again, AGAIN_MS.longest);
      }
    }
  }

  async #rest(): Promise<void> {
    this.#lastCompletedAt = new Date().toISOString();
    await this.#pause(this.options.restMs ?? REST_MS);
    this.#passes += 1;
    this.#events = 0;
    this.#position = null;
  }

  #note({ stream, revision, type, position }: RecordedEvent): void {
    if (this.#damaged.has(position) || this.#damaged.size === MOST_NAMED) return;
    const damaged = { stream, revision, type, position };
    this.#damaged.set(position, damaged);
    this.options.found(damaged);
  }

  #pause(ms: number): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms).unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
