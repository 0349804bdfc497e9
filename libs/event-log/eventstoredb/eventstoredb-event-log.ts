import { hasUnsealedPart } from '../checksum.js';
import { ClockGuard } from '../clock/clock-guard.js';
import { LogUnavailable } from '../errors.js';
import type { Position, RecordedEvent } from '../event.js';
import type { AppendRequest, AppendResult, EventLog, Expectation, LogHead, ReadAllOptions } from '../event-log.js';
import type { Snapshots } from '../snapshots.js';
import { append } from './append.js';
import { check } from './check.js';
import { ClockWatch } from './clock-watch.js';
import { Connection } from './connection.js';
import type { CopiedEvent } from './envelope.js';
import { EventStoreDbSnapshots } from './eventstoredb-snapshots.js';
import { existingStreams } from './existing-streams.js';
import { Head } from './head.js';
import { LayoutMark } from './layout-mark.js';
import { LogId } from './log-id.js';
import { type Cluster, leaderOf } from './members.js';
import { readPosition } from './position.js';
import { positionAt } from './position-at.js';
import { readAll } from './read-all.js';
import { readStream, type StreamRange } from './read-stream.js';
import { readStreams, type StreamsRange } from './read-streams.js';
import { type EventStoreDbSettings, withDefaults } from './settings.js';
import { Tail } from './tail.js';

const CLOCK_LOOKED_AT_EVERY_MS = 1_000;

/** The event log on an EventStoreDB or KurrentDB server or cluster, 22.10 or later. */
export class EventStoreDbEventLog implements EventLog {
  readonly #connection: Connection;
  readonly #clock = new ClockWatch();
  readonly #guard = new ClockGuard();
  readonly #looking = setInterval(() => this.#guard.trouble, CLOCK_LOOKED_AT_EVERY_MS).unref();
  readonly #layout: LayoutMark;
  readonly #id: LogId;
  readonly #head: Head;
  readonly #tail: Tail;
  /** What the operator has to do; null as long as this is the log that was opened. */
  #moved: string | null = null;
  #hasMoved: (detail: string) => void = () => undefined;
  /**
   * Resolves, with what the operator has to do, when an earlier state of the log, or another log, has
   * replaced it. The process has to end: what it knows is wrong.
   */
  readonly moved = new Promise<string>((resolve) => {
    this.#hasMoved = resolve;
  });

  private constructor(settings: EventStoreDbSettings) {
    this.#connection = new Connection(withDefaults(settings));
    this.#layout = new LayoutMark(this.#connection);
    this.#id = new LogId(this.#connection);
    this.#head = new Head(this.#connection, (detail) => {
      this.#moved = detail;
      this.#hasMoved(detail);
    });
    this.#tail = new Tail(this.#connection, this.#head);
  }

  /**
   * For a caller that starts before the server does: nothing is asked of the server yet, and each operation reports for
   * itself that the server is unavailable.
   * @throws LogRefused when the address is malformed.
   */
  static connect(settings: EventStoreDbSettings): EventStoreDbEventLog {
    return new EventStoreDbEventLog(settings);
  }

  /** @throws LogRefused, LogUnavailable: as `check`. After either, it may be tried again. */
  static async open(settings: EventStoreDbSettings): Promise<EventStoreDbEventLog> {
    const log = EventStoreDbEventLog.connect(settings);
    try {
      await log.check();
      return log;
    } catch (error) {
      await log.close();
      throw error;
    }
  }

  /** Whether the server is there and accepts this user. @throws LogRefused, LogUnavailable */
  check(): Promise<void> {
    return check(this.#connection);
  }

  /** Why the log cannot be followed, or null. */
  get failure(): string | null {
    return this.#tail.failure;
  }

  /** Why nothing is appended although the server would take it: this machine's clock, which commands are decided by, has jumped. Null when all is well. */
  get clockTrouble(): string | null {
    return this.#guard.trouble;
  }

  /** What is wrong but stops nothing: the clocks differ. Null when all is well. */
  get warning(): string | null {
    return this.#clock.warning;
  }

  /** The nodes as last seen, and which of them leads; empty before the first look, or where the server does not say. */
  get cluster(): Cluster {
    const { members } = this.#connection;
    return { leader: leaderOf(members), nodes: members };
  }

  /** By how much the server's clock runs ahead of this machine's; null until the first append. */
  get clockSkewMs(): number | null {
    return this.#clock.skewMs;
  }

  /**
   * Concurrent appends run side by side, each on a call of its own.
   * @throws LogUnavailable, StreamDamaged
   */
  async append(request: AppendRequest): Promise<AppendResult> {
    this.#guard.now();
    if (this.#moved !== null) throw new LogUnavailable('moved', 'not-appended', this.#moved);
    await this.#ready();
    const { keyed } = this.#connection.settings;
    const result = await append(this.#connection, this.#clock, request, request.events.some(hasUnsealedPart) ? await keyed?.() : undefined);
    if (result.outcome === 'appended') this.#head.appended(result.position);
    return result;
  }

  /** For a migration: events keep the time at which another log recorded them, and their checksums. @throws as `append` */
  async copy(stream: string, expected: Expectation, events: readonly CopiedEvent[]): Promise<AppendResult> {
    await this.#ready();
    return append(this.#connection, this.#clock, { stream, expected, events });
  }

  /** Gives the log an id if it has none: for a caller that notes which log it follows before anything is recorded. @throws LogUnavailable, LogRefused */
  async identify(): Promise<void> {
    await this.#ready();
  }

  id(): Promise<string | null> {
    return this.#id.read();
  }

  /** @throws LogUnavailable, StreamDamaged, InvalidPosition */
  readStream(stream: string, range: StreamRange = {}): Promise<RecordedEvent[]> {
    return readStream(this.#connection, stream, range);
  }

  /** @throws as `readStream` */
  existing(streams: readonly string[]): Promise<Set<string>> {
    return existingStreams(this.#connection, streams);
  }

  readAll({ after, limit }: ReadAllOptions): Promise<RecordedEvent[]> {
    return readAll(this.#connection, after, limit, this.#head.start);
  }

  readStreams(range: StreamsRange): AsyncIterable<RecordedEvent[]> {
    return readStreams(this.#connection, range);
  }

  positionAt(recordedAt: number): Promise<Position | null> {
    return positionAt(this.#connection, recordedAt);
  }

  at(position: Position): Promise<LogHead | null> {
    return this.#head.at(position);
  }

  async head(): Promise<LogHead | null> {
    const { head } = await this.#head.look();
    if (this.#moved !== null) throw new LogUnavailable('moved', 'not-appended', this.#moved);
    return head;
  }

  readPosition(text: string): Position | null {
    return readPosition(text);
  }

  /** Positions are byte offsets: they count nothing. */
  async countAfter(): Promise<null> {
    return null;
  }

  /** Snapshots of this log's streams, on the same server. Warns once when they are unavailable, and again only after they were available in between. */
  snapshots(): Snapshots {
    return new EventStoreDbSnapshots(this.#connection);
  }

  waitFor(after: Position | null, signal: AbortSignal): Promise<void> {
    return this.#tail.waitFor(after, signal);
  }

  /** Before the first event the log is marked, and has its id. */
  async #ready(): Promise<void> {
    await this.#layout.ensure();
    await this.#id.ensure();
  }

  async close(): Promise<void> {
    clearInterval(this.#looking);
    this.#tail.close();
    await this.#connection.close();
  }
}
