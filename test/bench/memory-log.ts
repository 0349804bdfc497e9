import { type EventLogReader, type LogHead, type Position, placeOf, type ReadAllOptions, type RecordedEvent } from '@tenure/event-log';

/** A log that costs nothing to read, so that only its reader is measured. Events come in ascending order of position. */
export class MemoryLog implements EventLogReader {
  readonly #events: RecordedEvent[] = [];
  readonly #waiting = new Set<() => void>();

  /** Appends events and wakes waiting readers. */
  grow(events: readonly RecordedEvent[]): void {
    for (const event of events) this.#events.push(event);
    for (const wake of this.#waiting) wake();
  }

  async id(): Promise<string> {
    return 'memory';
  }

  async readStream(stream: string, { from = 0, limit = Number.MAX_SAFE_INTEGER, upTo }: { from?: number; limit?: number; upTo?: Position } = {}) {
    const wanted = this.#events.filter((event) => event.stream === stream && event.revision >= from && (upTo === undefined || event.position <= upTo));
    return wanted.slice(0, limit);
  }

  async existing(streams: readonly string[]): Promise<Set<string>> {
    const asked = new Set(streams);
    return new Set(this.#events.map(({ stream }) => stream).filter((stream) => asked.has(stream)));
  }

  async readAll({ after, limit }: ReadAllOptions): Promise<RecordedEvent[]> {
    const first = this.#countTo(after);
    return this.#events.slice(first, first + limit);
  }

  async *readStreams({ prefixes, after = '', upTo }: { prefixes: readonly string[]; after?: string; upTo: Position }): AsyncIterable<RecordedEvent[]> {
    const streams = new Set(
      this.#events.map(({ stream }) => stream).filter((stream) => prefixes.some((prefix) => stream.startsWith(prefix)) && stream > after),
    );
    for (const stream of [...streams].sort()) yield this.readStream(stream, { upTo });
  }

  async positionAt(recordedAt: number): Promise<Position | null> {
    return this.#events.findLast((event) => event.recordedAt <= recordedAt)?.position ?? null;
  }

  async at(position: Position): Promise<LogHead | null> {
    return headOf(this.#events[this.#countTo(position) - 1]);
  }

  async head(): Promise<LogHead | null> {
    return headOf(this.#events.at(-1));
  }

  readPosition(text: string): Position | null {
    return text;
  }

  async countAfter(after: Position | null): Promise<number> {
    return this.#events.length - this.#countTo(after);
  }

  async waitFor(after: Position | null, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.#countTo(after) === this.#events.length) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        this.#waiting.add(wake);
        signal.addEventListener('abort', wake);
      });
    }
  }

  async close(): Promise<void> {}

  /** The number of events at or before a position. */
  #countTo(position: Position | null): number {
    if (position === null) return 0;
    let [low, high] = [0, this.#events.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#events[middle]!.position <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function headOf(event: RecordedEvent | undefined): LogHead | null {
  return event ? placeOf(event) : null;
}
