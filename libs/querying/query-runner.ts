import type { Position } from '@tenure/event-log';
import type { ExportHead, Query, QueryContext, ReadModel, Row } from '@tenure/projecting';
import type { ReadSnapshot, ReadStore } from '@tenure/read-store';
import { asOf } from './as-of.js';
import type { AsOf } from './freshness.js';
import { LoggedModels } from './model-shelf.js';
import type { QueriedLog } from './queried-log.js';
import { Unavailable } from './unavailable.js';

export interface QuerySettings {
  readonly timezone: string;
  readonly currency: string;
  readonly now: () => number;
}

export interface Answer {
  readonly answer: object;
  readonly asOf: AsOf;
}

/** Runs queries and exports on one read store, each on one snapshot of it. Any thread may have one. */
export class QueryRunner {
  readonly #owner = new Map<Query, ReadModel>();

  constructor(
    readonly readModels: readonly ReadModel[],
    private readonly store: Pick<ReadStore, 'snapshot'>,
    private readonly log: QueriedLog,
    private readonly settings: QuerySettings,
  ) {
    for (const readModel of readModels) for (const query of readModel.queries) this.#owner.set(query, readModel);
  }

  async run(query: Query, params: object): Promise<Answer> {
    const snapshot = await this.store.snapshot();
    try {
      const freshness = await this.#asOf(snapshot, this.owner(query), customerAskedAbout(query, params));
      const answer = await query.run(await this.#context(snapshot), params as never);
      return { answer, asOf: freshness };
    } finally {
      snapshot.close();
    }
  }

  /** The first thing yielded is the head: how fresh the rows are, and their columns; then every row. */
  async *export(readModel: ReadModel, params: object): AsyncGenerator<ExportHead<AsOf> | Row> {
    const snapshot = await this.store.snapshot();
    try {
      const asOf = await this.#asOf(snapshot, readModel);
      const context = await this.#context(snapshot);
      const { columns, rows } = readModel.export;
      yield { asOf, columns: typeof columns === 'function' ? await columns(context) : columns };
      yield* rows(context, params);
    } finally {
      snapshot.close();
    }
  }

  /** Where the read model behind a query stands: all of it, or as much as the query asks about. */
  async position(query: Query, params: object): Promise<Position | null> {
    const snapshot = await this.store.snapshot();
    try {
      const view = await snapshot.view(this.owner(query).projection.name);
      return view && ((await snapshot.checkpoint(view, customerAskedAbout(query, params)))?.position ?? null);
    } finally {
      snapshot.close();
    }
  }

  /** How far the read model behind a query has come. */
  async freshness(query: Query, params: object): Promise<AsOf> {
    const snapshot = await this.store.snapshot();
    try {
      return await this.#asOf(snapshot, this.owner(query), customerAskedAbout(query, params));
    } finally {
      snapshot.close();
    }
  }

  owner(query: Query): ReadModel {
    return this.#owner.get(query)!;
  }

  /** Models as the log has them now: a fit is an event like any other, and what is scored is said with its position. */
  async #context(snapshot: ReadSnapshot): Promise<QueryContext> {
    const { timezone, currency, now } = this.settings;
    return { snapshot, models: new LoggedModels(this.log), now: now(), timezone, currency };
  }

  async #asOf(snapshot: ReadSnapshot, { projection }: ReadModel, about?: string): Promise<AsOf> {
    const view = await snapshot.view(projection.name);
    if (!view) {
      throw new Unavailable('read-model-not-built', `"${projection.name}" is being built from the log; /v1/status shows how far it is. Ask again.`, 2);
    }
    return asOf(this.log.waitingSince, await snapshot.checkpoint(view, about), this.settings.now());
  }
}

/** The customer whose document is all that the answer needs. */
function customerAskedAbout(query: Query, params: { readonly customerId?: string }): string | undefined {
  return query.onlyOwnDocument ? params.customerId : undefined;
}
