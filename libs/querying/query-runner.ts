import type { Position } from '@tenure/event-log';
import type { Checkpoint, ReadSnapshot, ReadStore } from '@tenure/read-store';
import { asOf } from './as-of.js';
import { BriefSnapshot } from './brief-snapshot.js';
import type { ExportHead } from './export-definition.js';
import type { AsOf } from './freshness.js';
import { KeptModelRecords } from './kept-model-records.js';
import { LoggedModels } from './model-shelf.js';
import type { PersonalData } from './personal-data.js';
import type { QueriedLog } from './queried-log.js';
import type { Query, QueryContext, Reader } from './query.js';
import type { ReadModel } from './read-model.js';
import type { Row } from './row.js';
import { SlicedSnapshot } from './sliced-snapshot.js';
import { LoggedTerms } from './stated-terms.js';
import { Unavailable } from './unavailable.js';

export interface QuerySettings {
  readonly timezone: string;
  readonly currency: string;
  readonly now: () => number;
  /** The position of the moment that is asked about, if it is not the present. */
  readonly asAt?: Position | null;
  /** Opens sealed data of read models. */
  readonly personal: PersonalData;
}

export interface Answer {
  readonly answer: object;
  readonly asOf: AsOf;
}

/** Runs queries and exports on one read store, each on one snapshot of it. Any thread may have one. */
export class QueryRunner {
  readonly #owner = new Map<Query, ReadModel>();
  readonly #models: KeptModelRecords;

  constructor(
    readonly readModels: readonly ReadModel[],
    private readonly store: Pick<ReadStore, 'snapshot'>,
    private readonly log: QueriedLog,
    private readonly settings: QuerySettings,
  ) {
    this.#models = new KeptModelRecords(log);
    for (const readModel of readModels) for (const query of readModel.queries) this.#owner.set(query, readModel);
  }

  /** `signal`: for work that may take long, and ends once it aborts. @throws NotBrief without a signal, if the work does take long */
  async run(query: Query, params: object, reader: Reader, signal?: AbortSignal): Promise<Answer> {
    const snapshot = await this.#look(signal);
    try {
      const freshness = await this.#asOf(snapshot, this.#readBy(query), customerAskedAbout(query, params));
      const answer = await query.run(this.#context(snapshot, reader), params as never);
      return { answer, asOf: freshness };
    } finally {
      snapshot.close();
    }
  }

  /** First yields the head, the freshness of the rows and their columns, then every row. */
  async *export(readModel: ReadModel, params: object, signal: AbortSignal): AsyncGenerator<ExportHead<AsOf> | Row> {
    const snapshot = await this.#look(signal);
    try {
      const asOf = await this.#asOf(snapshot, [readModel.projection.name]);
      const context = this.#context(snapshot, { personal: true }); // an export requires roles of its own
      const { columns, rows } = readModel.export;
      yield { asOf, columns: typeof columns === 'function' ? await columns(context) : columns };
      yield* rows(context, params);
    } finally {
      snapshot.close();
    }
  }

  async #look(signal: AbortSignal | undefined): Promise<ReadSnapshot> {
    const snapshot = await this.store.snapshot();
    return signal ? new SlicedSnapshot(snapshot, signal) : new BriefSnapshot(snapshot);
  }

  /** The position of the slowest read model behind a query, over all of it or only for the customer of the query. */
  async position(query: Query, params: object): Promise<Position | null> {
    const snapshot = await this.store.snapshot();
    try {
      return (await this.#checkpoint(snapshot, this.#readBy(query), customerAskedAbout(query, params)))?.position ?? null;
    } catch (error) {
      if (error instanceof Unavailable) return null;
      throw error;
    } finally {
      snapshot.close();
    }
  }

  /** The freshness of the read model behind a query. */
  async freshness(query: Query, params: object): Promise<AsOf> {
    const snapshot = await this.store.snapshot();
    try {
      return await this.#asOf(snapshot, this.#readBy(query), customerAskedAbout(query, params));
    } finally {
      snapshot.close();
    }
  }

  owner(query: Query): ReadModel {
    return this.#owner.get(query)!;
  }

  /** The read models that an answer is made of, its own first. */
  #readBy(query: Query): string[] {
    return [this.owner(query).projection.name, ...(query.alsoReads ?? [])];
  }

  /** Models and terms as the log has them now: a fit is an event like any other, and a score is given with its position. */
  #context(snapshot: ReadSnapshot, reader: Reader): QueryContext {
    const { timezone, currency, now, asAt = null, personal } = this.settings;
    return {
      snapshot,
      reader,
      personal,
      models: new LoggedModels((model) => this.#models.of(model)),
      terms: new LoggedTerms(this.log),
      now: now(),
      asAt,
      timezone,
      currency,
    };
  }

  async #asOf(snapshot: ReadSnapshot, projections: readonly string[], about?: string): Promise<AsOf> {
    return asOf(this.log.waitingSince, await this.#checkpoint(snapshot, projections, about), this.settings.now());
  }

  /** The checkpoint of the slowest of several read models; null when one has taken in nothing. */
  async #checkpoint(snapshot: ReadSnapshot, projections: readonly string[], about?: string): Promise<Checkpoint | null> {
    let least: Checkpoint | null = null;
    for (const projection of projections) {
      const view = await snapshot.view(projection);
      if (!view) throw new Unavailable('read-model-not-built', `"${projection}" is being built from the log; /v1/status shows how far it is. Ask again.`, 2);
      const checkpoint = await snapshot.checkpoint(view, about);
      if (checkpoint === null) return null;
      if (least === null || checkpoint.position < least.position) least = checkpoint;
    }
    return least;
  }
}

/** The customer whose document is all that the answer needs. */
function customerAskedAbout(query: Query, params: { readonly customerId?: string }): string | undefined {
  return query.onlyOwnDocument ? params.customerId : undefined;
}
