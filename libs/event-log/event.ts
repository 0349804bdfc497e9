/** What a command produces, before the log has taken it. Times are epoch milliseconds, UTC. */
export interface NewEvent {
  readonly type: string;
  readonly version: number;
  readonly occurredAt: number;
  /** `day`: the caller gave a day, which no time zone shifts; `occurredAt` is its midnight in UTC. Absent: an instant. */
  readonly precision?: 'day';
  /** Facts: nothing in here names or describes a person. */
  readonly data: object;
  /** Personal fields, kept apart from the facts so that they can be sealed and erased on their own. */
  readonly personal?: object;
  readonly metadata: EventMetadata;
}

export interface EventMetadata {
  readonly commandId: string;
  /** Index of this event within its command, from 0. */
  readonly index: number;
  /** How many events this command has: a reader that finds fewer has found a torn command. Absent in envelope 1. */
  readonly of?: number;
  /** SHA-256 of the command's canonical payload, base64url: tells a retry from a key used twice. */
  readonly payloadHash: string;
  /** Who sent it: a key id, an import, the engine itself. */
  readonly actor: string;
  /** The person or system that `actor` acts for. */
  readonly onBehalfOf?: string;
  /** The import that recorded it. */
  readonly importId?: string;
  /** Where this fact was recorded first, when it was copied from another stream. */
  readonly origin?: { readonly stream: string; readonly revision: number; readonly eventId: string };
  /** Which epoch of its customer's key seals the personal part. Absent: it is not sealed. */
  readonly keyEpoch?: number;
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
  readonly precision?: 'day';
  /** SHA-256 over what the event says, base64url (`checksumOf`). Absent in envelope 1. */
  readonly checksum?: string;
  /** Keyed digest of a personal part that is not sealed (`personalDigestOf`). Absent where there is none, and in envelope 1. */
  readonly personalDigest?: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on `type`; each reader knows its own
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: as `data`
  readonly personal: any;
  readonly metadata: EventMetadata;
  /** Why the personal part is absent, when opening it was attempted and failed. No log stores it. */
  readonly unopened?: Error;
  /** What a log can check beyond the checksum: false when position, time of recording or a text are not as it stored them. May throw a `SyntaxError`. */
  isAsStored?(): boolean;
}
