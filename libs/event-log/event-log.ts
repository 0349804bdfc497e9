import type { NewEvent, Position, RecordedEvent } from './event.js';

/** `'no-stream'`: the stream must not exist yet; a number: the revision its last event must have. There is no "any". */
export type Expectation = 'no-stream' | number;

export interface AppendRequest {
  readonly stream: string;
  readonly expected: Expectation;
  readonly events: readonly NewEvent[];
  /**
   * The number of events in each decision, in order: a decision is taken whole or not at all. A log that cannot take all events at
   * once may take the decisions one after the other. Default: each command is one decision.
   */
  readonly decisions?: readonly number[];
}

export type AppendResult =
  | {
      readonly outcome: 'appended';
      /** Of the last event, as is `position`. */
      readonly revision: number;
      readonly position: Position;
      /** Of each event, in order: several commands may have gone into one append, and each has a place of its own. */
      readonly positions: readonly Position[];
      readonly recordedAt: number;
    }
  | { readonly outcome: 'conflict'; readonly actual: Expectation };

export interface LogHead {
  readonly position: Position;
  readonly recordedAt: number;
  /** Id of the event at this position: another log, or this one restored and written to since, has a different event there. */
  readonly eventId: string;
}

export interface ReadAllOptions {
  /** Exclusive; null from the beginning. */
  readonly after: Position | null;
  readonly limit: number;
}

/**
 * The append-only log. Every adapter passes `contract/event-log.contract.ts`.
 * Order: events of one stream by revision without gaps; all events by position, without holes that fill later.
 */
export interface EventLog extends EventLogReader {
  /**
   * Durable when it resolves. Requests are independent: one conflict does not touch the others. A rejected promise means
   * "unknown": read back, or retry with the same expectation and command ids. Events that are there already, from the
   * same commands with the same payloads, are answered as a conflict or as appended: either way they are there once.
   */
  append(request: AppendRequest): Promise<AppendResult>;
}

/** The log as seen by code that records on single streams. */
export type AppendedLog = Pick<EventLog, 'append' | 'readStream'>;

export interface EventLogReader {
  /** Random, made once with the log and kept in it. Null for a log from before logs had ids, until it is opened for writing. */
  id(): Promise<string | null>;
  /** Events of one stream with revision >= `from` (0), in order, at most `limit`. Empty for an unknown stream. */
  readStream(stream: string, options?: { from?: number; limit?: number; upTo?: Position }): Promise<RecordedEvent[]>;
  /** Those of these streams that have events: one question about a thousand streams at once. */
  existing(streams: readonly string[]): Promise<Set<string>>;
  readAll(options: ReadAllOptions): Promise<RecordedEvent[]>;
  /**
   * Whole streams whose names begin with one of the prefixes, each once, in ascending order of name, with their events at positions <=
   * `upTo`; only streams with name > `after`. A rebuild reads this: every customer once, complete. Some adapters read the whole log for it.
   */
  readStreams(options: { prefixes: readonly string[]; after?: string; upTo: Position }): AsyncIterable<RecordedEvent[]>;
  /** The last position at or before a moment of recording, or null when nothing was recorded by then. */
  positionAt(recordedAt: number): Promise<Position | null>;
  /** The last event at or before a position, or null when there is none. */
  at(position: Position): Promise<LogHead | null>;
  head(): Promise<LogHead | null>;
  /** The position that a caller's text means: leading zeros may be dropped or added. Null for a text that is not a position of this log. */
  readPosition(text: string): Position | null;
  /** How many events lie behind `after`, or null where the log cannot tell without reading them. */
  countAfter(after: Position | null): Promise<number | null>;
  /** Resolves when the log holds something after `after`, or when `signal` aborts. */
  waitFor(after: Position | null, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
