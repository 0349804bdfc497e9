import {
  type AppendRequest,
  type AppendResult,
  checksumOf,
  type EventLog,
  InvalidPosition,
  type LogHead,
  type NewEvent,
  type Position,
  personalDigestOf,
  placeOf,
  type ReadAllOptions,
  type RecordedEvent,
} from '@tenure/event-log';
import type { KeyedHash } from '@tenure/log-secret';

/** An event log in memory, with gaps between positions, as in EventStoreDB. */
export class MemoryLog implements EventLog {
  readonly events: RecordedEvent[] = [];
  readonly #streams = new Map<string, RecordedEvent[]>();
  readonly #waiting = new Set<() => void>();
  #last = 0;

  constructor(
    private readonly now: () => number,
    private readonly keyed: KeyedHash,
  ) {}

  stream(name: string): readonly RecordedEvent[] {
    return this.#streams.get(name) ?? [];
  }

  async id(): Promise<string> {
    return 'memory';
  }

  async append({ stream, expected, events }: AppendRequest): Promise<AppendResult> {
    const before = this.stream(stream);
    const actual = before.length === 0 ? 'no-stream' : before.length - 1;
    const first = expected === 'no-stream' ? 0 : expected + 1;
    const wanted = events.map((event, i) => this.#sealed(stream, first + i, event));
    const there = before.slice(first);
    if (actual !== expected && !isTornIn(there, wanted)) return { outcome: 'conflict', actual };
    const recordedAt = this.now();
    const recorded = wanted.slice(there.length).map((event, i): RecordedEvent => {
      this.#last += 1 + ((this.#last + i) % 3);
      return { ...event, recordedAt, position: String(this.#last).padStart(16, '0') };
    });
    this.#streams.set(stream, [...before, ...recorded]);
    this.events.push(...recorded);
    for (const wake of this.#waiting) wake();
    const { revision, position } = recorded.at(-1)!;
    return { outcome: 'appended', revision, position, positions: [...there, ...recorded].map((each) => each.position), recordedAt };
  }

  #sealed(stream: string, revision: number, event: NewEvent) {
    const { data, personal } = structuredClone({ data: event.data, personal: event.personal });
    const personalDigest = personal === undefined ? undefined : personalDigestOf(this.keyed, stream, event.metadata, personal);
    const sealed = { ...event, data, personal, stream, revision, personalDigest };
    return { ...sealed, checksum: checksumOf(sealed) };
  }

  async readStream(stream: string, { from = 0, limit = Infinity, upTo = null as Position | null } = {}): Promise<RecordedEvent[]> {
    const last = known(upTo) ?? '~';
    return this.stream(stream)
      .filter(({ revision, position }) => revision >= from && position <= last)
      .slice(0, limit);
  }

  async readAll({ after, limit }: ReadAllOptions): Promise<RecordedEvent[]> {
    const from = known(after) ?? '';
    const begin = this.events.findIndex(({ position }) => position > from);
    return begin < 0 ? [] : this.events.slice(begin, begin + limit);
  }

  async existing(streams: readonly string[]): Promise<Set<string>> {
    return new Set(streams.filter((stream) => this.#streams.has(stream)));
  }

  async *readStreams({ prefixes, after = '', upTo }: { prefixes: readonly string[]; after?: string; upTo: Position }): AsyncIterable<RecordedEvent[]> {
    for (const name of [...this.#streams.keys()].sort(byBytes)) {
      const events = prefixes.some((prefix) => name.startsWith(prefix)) && name > after ? await this.readStream(name, { upTo }) : [];
      if (events.length > 0) yield events;
    }
  }

  async positionAt(moment: number): Promise<Position | null> {
    return this.events.findLast(({ recordedAt }) => recordedAt <= moment)?.position ?? null;
  }

  async at(position: Position): Promise<LogHead | null> {
    const last = known(position)!;
    return headOf(this.events.findLast((event) => event.position <= last));
  }

  async head(): Promise<LogHead | null> {
    return headOf(this.events.at(-1));
  }

  readPosition(text: string): Position | null {
    const digits = /^0*(\d{1,16})$/.exec(text)?.[1];
    return digits === undefined ? null : digits.padStart(16, '0');
  }

  async countAfter(): Promise<null> {
    return null;
  }

  async waitFor(after: Position | null, signal: AbortSignal): Promise<void> {
    const from = known(after) ?? '';
    const there = () => signal.aborted || (this.events.at(-1)?.position ?? '') > from;
    if (there()) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        if (!there()) return;
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  async close(): Promise<void> {}
}

/** Whether the stream ends inside a command of this append, byte for byte as it was first decided: then the rest is appended. */
function isTornIn(
  there: readonly RecordedEvent[],
  wanted: readonly { readonly checksum: string; readonly metadata: { readonly commandId: string } }[],
): boolean {
  const next = wanted[there.length];
  if (there.length === 0 || next === undefined) return false;
  return there.every(({ checksum }, i) => checksum === wanted[i]?.checksum) && there.at(-1)?.metadata.commandId === next.metadata.commandId;
}

function known(position: Position | null): Position | null {
  if (position !== null && !/^\d{1,16}$/.test(position)) throw new InvalidPosition(position);
  return position;
}

function headOf(event: RecordedEvent | undefined): LogHead | null {
  return event ? placeOf(event) : null;
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
