import type { RecordedEvent } from '@tenure/event-log';
import type { ReadSnapshot } from '@tenure/read-store';
import type { Projection } from './projection.js';

/** What a figure means, served beside it at `/v1/definitions/<name>`. Sentences for a person. */
export interface Definition {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly counts: string;
  readonly formula: string;
  readonly window: string;
  readonly timezone: string;
  readonly leftOut: readonly string[];
  readonly example: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** One fit of a model, as its `ModelFitted` event carries it. */
export interface FittedModel {
  readonly model: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly standardErrors: Readonly<Record<string, number>> | null;
  readonly logCovariance: readonly (readonly number[])[] | null;
  /** Null where it has no bound (see `boundary`). */
  readonly logLikelihood: number | null;
  readonly customers: number;
  readonly transactions: number;
  readonly timeUnit: 'day' | 'week' | 'month' | null;
  /** Last day of purchases that the fit has seen, `YYYY-MM-DD`. */
  readonly trainedTo: string;
  readonly converged: boolean;
  readonly boundary: string | null;
  /** Of a spend model: the one that its parameters are in. */
  readonly currency: string | null;
  /** Who was fitted, as the request put it. */
  readonly population: string;
  /** The last day that the request allowed, null for all; not recorded before 0.2. */
  readonly until?: string | null;
  /** Days with a purchase (of a spend model: in its currency) that there were when it was fitted, of everybody. */
  readonly purchaseDays: number;
  readonly fittedAt: string;
  readonly position: string;
}

export interface ModelShelf {
  /**
   * The fit in force at the moment the query looks at, or null when there is none: the promoted one, else the latest fit
   * on everything there was. `currency`: of a spend model.
   */
  inForce(model: string, currency?: string): Promise<FittedModel | null>;
  /** The currencies in which a spend model has a fit in force. */
  currencies(model: string): Promise<string[]>;
}

/** What the one who asks may see. */
export interface Reader {
  /** Names and how to reach customers. */
  readonly personal: boolean;
}

export interface QueryContext {
  readonly reader: Reader;
  readonly snapshot: ReadSnapshot;
  readonly models: ModelShelf;
  readonly now: number;
  readonly timezone: string;
  readonly currency: string;
}

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

export interface Query<Params = never> {
  readonly name: string;
  /** Below `/v1/`, e.g. `lifetime-value/:customerId`. */
  readonly path: string;
  readonly summary: string;
  /** A class-validator class; every value arrives as a string. */
  readonly params: new () => object;
  /** JSON Schema of the JSON answer, without `asOf`. */
  readonly answer: { readonly [keyword: string]: unknown };
  /** A scan may read every document: it runs off the main thread. */
  readonly cost: 'lookup' | 'scan';
  /** Other read models that the answer is joined with: it is as fresh as the oldest of them. */
  readonly alsoReads?: readonly string[];
  /** True when the answer needs nothing but the document of `params.customerId`: then its past is one stream away. */
  readonly onlyOwnDocument?: boolean;
  /** True when the answer may hold names, or how to reach customers: whoever asks is recorded. */
  readonly personal?: true;
  /** The JSON answer, without `asOf`, which the edge adds. Throws `NotFound` or `BadQuery`. */
  run(context: QueryContext, params: Params): Promise<object>;
  /** The answer as flat rows, for CSV and NDJSON. */
  rows?(answer: never): Iterable<Row>;
  /** Their columns, also when there are none; else those of the first row. */
  columns?(answer: never): readonly string[];
}

/** A whole read model as rows, in a fixed order, never cut short. */
export interface ExportDefinition<Params = object> {
  /** A class-validator class, as of a query; none: the export takes no parameters. */
  readonly params?: new () => object;
  /** In the order of a CSV file. A function where the data names some of them, such as currencies. */
  readonly columns: readonly string[] | ((context: QueryContext) => Promise<readonly string[]>);
  rows(context: QueryContext, params: Params): AsyncIterable<Row>;
}

/** What an export begins with, before its rows. */
export interface ExportHead<AsOf> {
  readonly asOf: AsOf;
  readonly columns: readonly string[];
}

/**
 * Facts one by one, which no read model keeps, as rows made from the log itself, customer by customer. Never behind
 * what was recorded.
 */
export interface LogExport<Params = object> {
  readonly name: string;
  /** Raise it when the same events would give other rows. */
  readonly version: number;
  readonly definition: Definition;
  readonly params: new () => object;
  readonly columns: readonly string[];
  /** Called once, before the first row. Throws `BadQuery`. */
  begin(context: Pick<QueryContext, 'timezone' | 'now'>, params: Params): RowsOfCustomer;
}

/** The rows of one customer, from all of that customer's events in order. */
export type RowsOfCustomer = (customerId: string, events: readonly RecordedEvent[]) => Iterable<Row>;

export interface ReadModel {
  // biome-ignore lint/suspicious/noExplicitAny: each read model has a document type of its own
  readonly projection: Projection<any>;
  readonly definition: Definition;
  // biome-ignore lint/suspicious/noExplicitAny: each query has parameters of its own
  readonly queries: readonly Query<any>[];
  // biome-ignore lint/suspicious/noExplicitAny: each export has parameters of its own
  readonly export: ExportDefinition<any>;
}

/** The thing asked for is not there; `detail` says what to try. */
export class NotFound extends Error {
  constructor(
    readonly code: string,
    detail: string,
  ) {
    super(detail);
    this.name = 'NotFound';
  }
}

/** A query whose parameters contradict each other or the data; shapes are checked before. */
export class BadQuery extends Error {
  constructor(
    readonly parameter: string,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
    this.name = 'BadQuery';
  }
}
