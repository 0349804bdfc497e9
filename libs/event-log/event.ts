/** What a command leaves behind, before the log has taken it. Times are epoch milliseconds, UTC. */
export interface NewEvent {
  readonly type: string;
  readonly version: number;
  readonly occurredAt: number;
  /** Facts: nothing in here names or describes a person. */
  readonly data: object;
  /** Personal fields, kept apart from the facts so that they can be sealed and erased on their own. */
  readonly personal?: object;
  readonly metadata: EventMetadata;
}

export interface EventMetadata {
  readonly commandId: string;
  /** Which of its command's events this is, from 0. */
  readonly index: number;
  /** SHA-256 of the command's canonical payload, base64url: tells a retry from a key used twice. */
  readonly payloadHash: string;
  /** Who sent it: a key id, an import, the engine itself. */
  readonly actor: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  /** W3C Trace Context of the request that caused it. Not part of history: a log may leave it out, as the embedded one does. */
  readonly traceparent?: string;
}

/** Opaque and sortable as a string; nothing outside an adapter does arithmetic on it. */
export type Position = string;

/**
 * An event as the log keeps it. `data`, `personal` and `metadata` are parsed when first asked for, because most
 * readers skip most events.
 */
export interface RecordedEvent {
  readonly position: Position;
  readonly stream: string;
  /** 0 for the first event of a stream, then without gaps. */
  readonly revision: number;
  readonly type: string;
  readonly version: number;
  readonly occurredAt: number;
  readonly recordedAt: number;
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on `type`; each reader knows its own
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: as `data`
  readonly personal: any;
  readonly metadata: EventMetadata;
}
