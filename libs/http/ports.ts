import type { AccessEntry, AccessRecord, CreatedKey, KeyEntry, Principal, StoredAccess, WantedKey } from '@tenure/access';
import type { LogHead, Position, RecordedEvent } from '@tenure/event-log';
import type { BacktestOutcome, FitOutcome, ListedModel, ModelOutcome, ShownBacktest, ShownFit, WantedFit } from '@tenure/fitting';
import type { CustomerIds, ImportLine } from '@tenure/importing';
import type { Difference } from '@tenure/projecting';
import type {
  Answer,
  AnswerEncoding,
  Asker,
  AsOf,
  EncodedAnswer,
  EventPage,
  Exported,
  Freshness,
  Moment,
  PageRequest,
  Query,
  Reader,
  RowEncoding,
} from '@tenure/querying';
import type { ProblemBody } from './problems/problem.js';

/**
 * What the edge needs from the rest of Tenure. A part that is not given has no routes: a role of the distributed
 * profile is the same edge with fewer ports.
 */
export interface HttpPorts {
  readonly keys: KeyRing;
  readonly audit: Audit;
  /** Reads positions and days for the log at hand. */
  readonly moments: Moments;
  readonly commands?: CommandGateway;
  readonly queries?: QueryService;
  readonly events?: EventSource;
  readonly models?: ModelService;
  readonly operations?: Operations;
  readonly importer?: Importer;
  readonly customerIds?: CustomerIds;
  readonly health: Health;
}

// ---- commands

/** A command whose body has been checked against its shape. */
export interface SentCommand {
  readonly name: string;
  readonly customerId: string;
  /** The idempotency key. */
  readonly id: string;
  /** The body as sent, with `customerId`. */
  readonly data: object;
  readonly actor: string;
  readonly expectedRevision?: number;
  readonly correlationId?: string;
  /** W3C Trace Context of the request, when it is traced. */
  readonly traceparent?: string;
}

export type CommandOutcome =
  | {
      readonly status: 'accepted';
      readonly replayed: boolean;
      readonly commandId: string;
      readonly customerId: string;
      readonly revision: number;
      readonly position: Position;
      readonly events: readonly { readonly eventId: string; readonly type: string; readonly revision: number }[];
    }
  | { readonly status: 'rejected'; readonly rejection: { readonly code: string; readonly detail: string; readonly pointer?: string } }
  | { readonly status: 'key-reused'; readonly detail: string }
  | { readonly status: 'revision-mismatch'; readonly actual: number | null };

/** Throws `LogUnavailable` or `Unavailable` when the outcome is not known or nothing could be written. */
export interface CommandGateway {
  execute(command: SentCommand): Promise<CommandOutcome>;
  /** One outcome per command, in order. */
  executeMany(commands: readonly SentCommand[]): Promise<readonly CommandOutcome[]>;
}

/** What the edge must know of a command; `libs/customer` has the list. */
export interface CommandRoute {
  readonly name: string;
  readonly aspect: string;
  readonly summary: string;
  // biome-ignore lint/suspicious/noExplicitAny: any class may describe a body
  readonly shape: new () => any;
}

// ---- queries

/** Throws `NotFound`, `BadQuery`, `NotCaughtUp`, `InvalidPosition`, `TooMany`, `Unavailable`, and the reason of the asker's signal. */
export interface QueryService {
  /** `params` fit the shape of the query; all values are strings. */
  run(
    // biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
    query: Query<any>,
    params: Record<string, string>,
    freshness: Freshness,
    reader: Reader,
    asker: Asker,
    as: AnswerEncoding,
  ): Promise<Answer | EncodedAnswer>;
  /** Every row of a read model or of the log, from one moment; ends early only by throwing. `params` fit the export's shape. */
  export(name: string, params: Record<string, string>, freshness: Freshness, asker: Asker, as: RowEncoding): Promise<Exported>;
}

/** What callers write for a place or a time of the log. */
export interface Moments {
  /** The position that a caller means, zeros in front or not; null when there can be none. */
  position(text: string): Position | null;
  /** Epoch milliseconds of the last moment of a day since 1970, in the reporting time zone. */
  endOfDay(day: number): number;
}

// ---- events

export interface EventSource {
  /** Events of one stream, by its name (a customer's is `streamOf(customerId)`), with revision >= `from`, in order. Empty for an unknown stream. */
  streamEvents(stream: string, options: { readonly from: number; readonly limit: number; readonly upTo?: Position }): Promise<readonly RecordedEvent[]>;
  /** A page may be short, even empty, and not at the end. */
  page(options: PageRequest): Promise<EventPage>;
  /** The last event recorded by a moment; null when there was none yet. */
  by(moment: Moment): Promise<LogHead | null>;
  waitFor(after: Position | null, signal: AbortSignal): Promise<void>;
  /** Throws `PositionBeyondHead`, which names the parameter, for a position that the log has not reached. */
  requireRecorded(parameter: string, position: Position): Promise<void>;
  head(): Promise<{ readonly position: Position; readonly recordedAt: number } | null>;
}

// ---- models

export interface FitRequest {
  readonly model: string;
  readonly until?: string;
  readonly unit?: string;
  readonly population?: string;
  readonly currency?: string;
}

/** Methods throw `NotFound` for an unknown model or fit, `BadQuery` (`parameter` is the field), `Unavailable`. */
export interface ModelService {
  /** Every model there is, with its latest fit as of the moment, or null; a spend model once for each currency. */
  list(asAt: Moment | null): Promise<readonly ListedModel[]>;
  one(model: string, wanted: WantedFit, asAt: Moment | null): Promise<ShownFit>;
  /** A retry with the same id answers with the fit of the first time. Throws the signal's reason once it aborts while nothing is recorded yet. */
  fit(request: FitRequest, actor: string, commandId: string | undefined, signal: AbortSignal): Promise<FitOutcome>;
  promote(model: string, position: string, reason: string | null, actor: string, commandId: string): Promise<ModelOutcome>;
  /** A retry with the same id answers with the test of the first time; of the signal as `fit`. */
  backtest(
    request: { readonly model: string; readonly at: string; readonly horizon: string },
    actor: string,
    commandId: string,
    signal: AbortSignal,
  ): Promise<BacktestOutcome>;
  /** The latest first. */
  backtests(model: string): Promise<readonly ShownBacktest[]>;
  retire(model: string, currency: string | null, reason: string | null, actor: string, commandId: string): Promise<ModelOutcome>;
}

// ---- import

/** One line of an import's answer. The last is a `result`, or `failed`; an answer without a result was cut short. */
export type ImportAnswerLine = ImportLine | { readonly type: 'failed'; readonly problem: ProblemBody };

/** An export of some program that is known by its columns. */
export interface ImportPreset {
  readonly name: string;
  readonly kind: string;
  /** Which file of which program. */
  readonly file: string;
  /** By these together it is recognised. */
  readonly columns: readonly string[];
  /** Where the currency comes from. */
  readonly currency: string;
  /** Of its times, where the program has a zone of its own. */
  readonly timeZone: string | null;
  readonly notes: string;
}

export interface Importer {
  readonly presets: readonly ImportPreset[];
  /** `purchases`, `customers`, ... */
  readonly kinds: readonly string[];
  /** Throws `BadQuery` (`parameter` is the option) for options that make no sense, before the first line. */
  import(kind: string, options: Readonly<Record<string, string>>, body: AsyncIterable<Uint8Array>, asker: Asker): AsyncIterable<ImportLine>;
}

// ---- operations

export interface RebuildStatus {
  readonly id: string;
  /** Null: every projection. */
  readonly projection: string | null;
  readonly check: boolean;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** Folded so far, and in all; null where the log cannot count. */
  readonly events: number | null;
  readonly totalEvents: number | null;
  readonly etaSeconds: number | null;
  readonly startedAt: number;
  readonly reason?: string;
  /** Once done: with `check` also whether live and rebuilt are the same bytes. */
  readonly result?: {
    readonly identical?: boolean;
    /** Of a check: where read models say something else than their events, the first of each. */
    readonly differences?: readonly Difference[];
    /** Of a check: events of the log that are what was recorded, and how many of these have nothing to tell by. */
    readonly verified?: { readonly events: number; readonly unchecked: number };
    readonly digest?: string;
    readonly events: number | null;
    readonly seconds: number;
    readonly eventsPerSecond: number | null;
  };
}

export interface ParkedCustomer {
  readonly projection: string;
  readonly customerId: string;
  readonly revision: number;
  readonly eventType: string;
  readonly reason: string;
  readonly parkedAt: number;
}

/** All throw `NotFound` for what is not there. */
export interface Operations {
  startRebuild(request: { readonly projection: string | null; readonly check: boolean }, actor: string): Promise<RebuildStatus>;
  rebuild(id: string): Promise<RebuildStatus>;
  cancelRebuild(id: string, actor: string): Promise<RebuildStatus>;
  parked(projection: string | null): Promise<readonly ParkedCustomer[]>;
  /** Applies the customer's waiting events again; `parked` tells whether it stays so. */
  retryParked(projection: string, customerId: string, actor: string): Promise<{ readonly parked: boolean; readonly reason?: string }>;
  discardParked(projection: string, customerId: string, reason: string, actor: string): Promise<void>;
  /**
   * Has the log published to the topic again, from its beginning. `position` is that of the decision.
   * @throws LogRefused where topic or read models have had what the log holds no more, and `acceptLoss` is not said
   */
  republish(request: { readonly reason: string; readonly acceptLoss: boolean }, actor: string): Promise<{ readonly position: Position }>;
  /** The state as it was recorded by a moment: of one customer, or the counts over all. */
  replay(to: Moment, customerId: string | null, asker: Asker): Promise<{ readonly answer: object; readonly asOf: AsOf }>;
}

// ---- access and health

export interface KeyRing {
  authenticate(token: string): Principal | null;
  /** Whether a holder who was let in may go on. */
  isGood(principal: Principal): boolean;
  list(): readonly KeyEntry[];
  /** Both throw `AccessError`. */
  create(wanted: WantedKey, maker: Principal): Promise<CreatedKey>;
  revoke(keyId: string, reason: string, actor: string): Promise<void>;
}

/** Who did what, from where. */
export interface Audit {
  record(entry: AccessEntry): void;
  /** What this process has not put into the log yet. */
  pending(): readonly AccessRecord[];
  /** Null when the address can be read no more. */
  addressOf(stored: StoredAccess): Promise<string | null>;
}

export interface Health {
  /** Empty when ready; else what is missing, a sentence each. */
  notReady(): readonly string[] | Promise<readonly string[]>;
  /** Of a process with threads. Empty while it may come right by itself; else why it had better be started again, a sentence each. */
  notLive?(): readonly string[];
  /** The body of `/v1/status`. */
  status(): Promise<object>;
}
