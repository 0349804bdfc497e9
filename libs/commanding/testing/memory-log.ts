import { type AppendedLog, type AppendRequest, type AppendResult, customerOf, type RecordedEvent, type Snapshots, streamOf } from '@tenure/event-log';

/** A log that holds an array for each stream, and counts the events read from it. */
export class MemoryLog implements AppendedLog {
  readonly streams = new Map<string, RecordedEvent[]>();
  eventsRead = 0;
  /** The error with which the next read fails. */
  failNextRead: Error | null = null;
  #recorded = 0;

  of(customerId: string): readonly RecordedEvent[] {
    return this.streams.get(streamOf(customerId)) ?? [];
  }

  async readStream(stream: string, { from = 0, limit = Number.POSITIVE_INFINITY }: { from?: number; limit?: number } = {}): Promise<RecordedEvent[]> {
    const failure = this.failNextRead;
    this.failNextRead = null;
    if (failure) throw failure;
    const events = (this.streams.get(stream) ?? []).slice(from, from + limit);
    this.eventsRead += events.length;
    return events;
  }

  async append({ stream, expected, events }: AppendRequest): Promise<AppendResult> {
    if (customerOf(stream) === null) throw new RangeError(`${stream} is no customer's`);
    const there = this.streams.get(stream) ?? [];
    const actual = there.length === 0 ? 'no-stream' : there.length - 1;
    if (expected !== actual) return { outcome: 'conflict', actual };
    const appended = events.map((event, i): RecordedEvent => {
      this.#recorded += 1;
      const stored = JSON.parse(JSON.stringify(event)) as RecordedEvent;
      const at = { stream, revision: there.length + i, position: String(this.#recorded).padStart(9, '0'), recordedAt: this.#recorded };
      return { ...stored, personal: stored.personal, ...at };
    });
    this.streams.set(stream, [...there, ...appended]);
    const { revision, position, recordedAt } = appended.at(-1)!;
    return { outcome: 'appended', revision, position, positions: appended.map((event) => event.position), recordedAt };
  }
}

/** Snapshots as a store would return them: as JSON, and a moment later. */
export class MemorySnapshots implements Snapshots {
  readonly parts = new Map<string, string[]>();

  async read(stream: string): Promise<unknown[]> {
    return (this.parts.get(stream) ?? []).map((text) => JSON.parse(text) as unknown);
  }

  async keep(stream: string, part: object, anew: boolean): Promise<boolean> {
    await Promise.resolve();
    this.parts.set(stream, [...(anew ? [] : (this.parts.get(stream) ?? [])), JSON.stringify(part)]);
    return true;
  }
}
