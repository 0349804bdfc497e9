import type { ReadSnapshot } from '@tenure/read-store';
import type { ModelShelf } from './fitted-model.js';
import type { PersonalData } from './personal-data.js';
import type { Row } from './row.js';

/** What the one who asks may see. */
export interface Reader {
  /** Names and how to reach customers. */
  readonly personal: boolean;
}

export interface QueryContext {
  readonly reader: Reader;
  /** Opens personal data that is kept sealed; whether the reader may see it is for `reader` to say. */
  readonly personal: PersonalData;
  readonly snapshot: ReadSnapshot;
  readonly models: ModelShelf;
  readonly now: number;
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
   * Who may ask: `figures` whoever reads figures; `customer` integrators besides, for whom it is the revision that `If-Match`
   * needs.
   */
  readonly access: 'figures' | 'customer';
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
