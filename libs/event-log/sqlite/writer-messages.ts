import type { Durability } from './open-database.js';

/** What crosses the thread boundary: plain tuples and JSON text, cheap to clone. `expected` -1 stands for "no stream". */
export type RequestHead = [stream: string, expected: number, eventCount: number];
export type EventValues = [
  kind: number,
  occurredAt: number,
  data: string,
  personal: string | null,
  personalDigest: string | null,
  commandId: string,
  index: number,
  of: number | null,
  payloadHash: string,
];
/** What many events of a batch share: it crosses once, and events refer to it by its index. */
export type EventKind = [
  type: string,
  version: number,
  precision: 'day' | null,
  actor: string,
  onBehalfOf: string | null,
  importId: string | null,
  origin: string | null,
  keyEpoch: number | null,
  correlationId: string | null,
  causationId: string | null,
];

export interface AppendBatch {
  readonly requests: readonly RequestHead[];
  readonly kinds: readonly EventKind[];
  /** The events of all requests, one after the other. */
  readonly events: readonly EventValues[];
}

/** `completed`: the first of its events lay there before, so each event has a position of its own. */
export type RequestResult =
  | ['appended', revision: number, position: number]
  | ['completed', revision: number, positions: readonly number[]]
  | ['conflict', actual: number];

export interface BatchResult {
  readonly results: readonly RequestResult[];
  readonly recordedAt: number;
}

export type ToWriter = { readonly kind: 'append'; readonly batch: AppendBatch } | { readonly kind: 'close' };

/** What the thread reports about a log that was opened for writing. */
export interface Opened {
  readonly durability: Durability;
  /** When the log was made; 0 for a log that existed before logs kept it. */
  readonly madeAt: number;
  /** Triggers that keep events from being changed, and were missing: somebody may have changed some events. */
  readonly mended: readonly string[];
}

/** `code`: SQLite's, or one of `LogUnavailable`. */
export interface WriteFailure {
  readonly code: string;
  readonly message: string;
}

export type FromWriter =
  | { readonly kind: 'ready'; readonly opened: Opened }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string }
  | { readonly kind: 'appended'; readonly result: BatchResult }
  | ({ readonly kind: 'failed' } & WriteFailure)
  /** Why the log can no longer be written; null: it can be written again. Sent once for each change. */
  | { readonly kind: 'writing'; readonly failure: WriteFailure | null }
  /** The lock's file had been deleted, and has been recreated. */
  | { readonly kind: 'lock-renewed' }
  /** The files of the log were taken away, or another engine has it: nothing is written any more. */
  | { readonly kind: 'moved'; readonly detail: string }
  /**
   * The write-ahead log could not be moved into the file (a full disk): nothing is lost, but it
   * grows. Null: it could be moved again. Sent once for each change.
   */
  | { readonly kind: 'checkpoint'; readonly failure: WriteFailure | null }
  | { readonly kind: 'closed' };
