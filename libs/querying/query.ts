import type { Position } from '@tenure/event-log';
import type { ReadSnapshot } from '@tenure/read-store';
import type { ModelShelf } from './fitted-model.js';
import type { PersonalData } from './personal-data.js';
import type { Row } from './row.js';
import type { StatedTerms } from './stated-terms.js';

/** What the asking party may see. */
export interface Reader {
  /** Names and contact details. */
  readonly personal: boolean;
}

export interface QueryContext {
  readonly reader: Reader;
  /** Opens sealed personal data; `reader` decides whether it may be shown. */
  readonly personal: PersonalData;
  readonly snapshot: ReadSnapshot;
  readonly models: ModelShelf;
  readonly terms: StatedTerms;
  readonly now: number;
  /** Where an earlier moment was asked for, the position of the last event of then; null for the present. */
  readonly asAt: Position | null;
  readonly timezone: string;
  readonly currency: string;
}

export interface Query<Params = never> {
  readonly name: string;
  /** Below `/v1/`, e.g. `lifetime-value/:customerId`. */
  readonly path: string;
  readonly summary: string;
  /** A class-validator class; every value arrives as a string. */
  readonly params: new () => object;
  /** JSON Schema of the JSON answer, without `asOf`. */
  readonly answer: { readonly [keyword: string]: unknown };
  /**
   * Who may ask: `figures` for all readers of figures; `customer` also for integrators, who need the revision for `If-Match`.
   */
  readonly access: 'figures' | 'customer';
  /** A scan may read every document: it runs off the main thread. */
  readonly cost: 'lookup' | 'scan';
  /** Other read models that the answer is joined with: it is as fresh as the oldest of them. */
  readonly alsoReads?: readonly string[];
  /** True when the answer needs only the document of `params.customerId`: then its past takes one stream. */
  readonly onlyOwnDocument?: boolean;
  /** True when the answer may hold names or contact details: each access is recorded. */
  readonly personal?: true;
  /** The JSON answer, without `asOf`, which the edge adds. Throws `NotFound` or `BadQuery`. */
  run(context: QueryContext, params: Params): Promise<object>;
  /** The answer as flat rows, for CSV and NDJSON. */
  rows?(answer: never): Iterable<Row>;
  /** The columns of the rows, also of an empty answer; if left out, those of the first row. */
  columns?(answer: never): readonly string[];
}
