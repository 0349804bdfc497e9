import { setTimeout as delay } from 'node:timers/promises';
import { type Position, type RecordedEvent, reasonToWait } from '@tenure/event-log';
import type { EventPage } from '@tenure/querying';
import type { Events } from '../ports.js';

const PAGE = 500;
/** Events that are buffered; a stream further behind reads the log itself. */
const KEPT = 5_000;
const AGAIN_MS = 1_000;

/** One reader at the end of the log for all streams: it buffers the latest events for them, and runs while there are streams. */
export class EventTail {
  #recent: RecordedEvent[] = [];
  /** `#recent` holds everything recorded after this position up to `#last`. */
  #since: Position | null = null;
  #last: Position | null = null;
  readonly #waiting = new Set<() => void>();
  #followers = 0;
  #started: Promise<void> | null = null;
  #reading: AbortController | null = null;
  /** The last reported reason why the log could not be read. */
  #failure: string | null = null;

  /** @param warn called once when the log cannot be read, and once when it can again */
  constructor(
    private readonly events: Pick<Events, 'page' | 'waitFor' | 'head'>,
    private readonly warn: (message: string) => void = () => {},
  ) {}

  /** Begins to follow; call the returned function to end. @throws whatever the log's head throws */
  async follow(): Promise<() => void> {
    this.#followers += 1;
    let follows = true;
    const end = () => {
      if (!follows) return;
      follows = false;
      this.#followers -= 1;
      if (this.#followers === 0) this.#stop();
    };
    this.#started ??= this.#start();
    try {
      await this.#started;
      return end;
    } catch (error) {
      end();
      throw error;
    }
  }

  /** The buffered events after a position; null where the log has to be read for it. */
  page(after: Position | null, types: ReadonlySet<string> | null): EventPage | null {
    if (this.#reading === null || before(after, this.#since)) return null;
    const behind = this.#recent.slice(this.#indexBehind(after));
    const last = behind.at(-1)?.position ?? after;
    return { events: types === null ? behind : behind.filter(({ type }) => types.has(type)), last, atEnd: true };
  }

  /** Resolves when something is recorded after a position, or when `signal` aborts. */
  async waitFor(after: Position | null, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !before(after, this.#last)) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          signal.removeEventListener('abort', wake);
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
        signal.addEventListener('abort', wake, { once: true });
      });
    }
  }

  async #start(): Promise<void> {
    const reading = new AbortController();
    const head = await this.events.head();
    this.#recent = [];
    this.#last = head?.position ?? null;
    this.#since = this.#last;
    this.#reading = reading;
    void this.#keepReading(reading.signal);
  }

  #stop(): void {
    this.#reading?.abort();
    this.#reading = null;
    this.#started = null;
  }

  /** Retries a log that cannot be read for a while: the streams stay open, and send heartbeats. */
  async #keepReading(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#read(signal);
      } catch (error) {
        this.#failed(reasonToWait(error));
        await delay(AGAIN_MS, null, { signal, ref: false }).catch(() => undefined);
      }
    }
  }

  #failed(reason: string): void {
    if (this.#failure !== reason) this.warn(`Event streams stand still, the log cannot be read: ${reason}`);
    this.#failure = reason;
  }

  async #read(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.events.waitFor(this.#last, signal);
      if (signal.aborted) return;
      const { events, last } = await this.events.page({ after: this.#last, types: null, limit: PAGE });
      if (signal.aborted) return;
      if (this.#failure !== null) this.warn('Event streams go on: the log can be read again.');
      this.#failure = null;
      this.#recent.push(...events);
      this.#last = last;
      const surplus = this.#recent.length - KEPT;
      if (surplus > 0) this.#since = this.#recent.splice(0, surplus).at(-1)!.position;
      for (const wake of [...this.#waiting]) wake();
    }
  }

  #indexBehind(after: Position | null): number {
    let low = 0;
    let high = this.#recent.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (before(after, this.#recent[middle]!.position)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** The beginning of the log comes before every position. */
const before = (left: Position | null, right: Position | null): boolean => right !== null && (left === null || left < right);
