import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EventLogReader } from '@tenure/event-log';
import { type FitRequest, fitModel, sampleSize } from '@tenure/fitting';
import { type CheckResult, checkRebuild } from '@tenure/projecting';
import { purchaseHistories, readModels } from '@tenure/projections';
import { type Moment, Past, QueryRunner, queried } from '@tenure/querying';
import { type ReadSnapshot, type ReadStore, SqliteReadStore } from '@tenure/read-store';
import { currencyDigits } from '@tenure/shape';
import type { Handlers } from '@tenure/threads';

export interface QueryHandlersParts {
  readonly log: EventLogReader;
  readonly store: Pick<ReadStore, 'snapshot' | 'close'>;
  readonly timezone: string;
  readonly currency: string;
  /** A folder for read models of an earlier moment. */
  readonly scratch: string;
  /** What a check compares with: a look at the live read models that does not move while it is read. */
  readonly still: () => Promise<ReadSnapshot>;
}

/** What a thread for queries does: scans, exports, fits, the past, checks. It only reads. */
export function queryHandlers({ log, store, timezone, currency, scratch, still }: QueryHandlersParts): Handlers {
  const settings = { timezone, currency, now: Date.now };
  const runner = new QueryRunner(readModels, store, queried(log), settings);
  const past = new Past(readModels, log, settings, scratch);
  const queries = new Map(readModels.flatMap((readModel) => readModel.queries.map((query) => [query.path, query] as const)));
  const byName = new Map(readModels.map((readModel) => [readModel.projection.name, readModel]));

  async function looking<T>(look: (snapshot: ReadSnapshot) => Promise<T>): Promise<T> {
    const snapshot = await store.snapshot();
    try {
      return await look(snapshot);
    } finally {
      snapshot.close();
    }
  }

  return {
    query: ({ path, params }: { path: string; params: object }) => runner.run(queries.get(path)!, params),
    past: ({ path, params, moment }: { path: string; params: object; moment: Moment }) => past.run(queries.get(path)!, params, moment),
    export: ({ readModel, moment }: { readModel: string; moment: Moment | null }) =>
      moment ? past.export(byName.get(readModel)!, moment) : runner.export(byName.get(readModel)!),
    replay: (moment: Moment) => past.replay(moment),
    check: (names: readonly string[] | null) => check(log, still, names, scratch),
    fit: (request: FitRequest) =>
      looking((snapshot) => fitModel(request, purchaseHistories(snapshot, currency), { code: currency, minorPerMajor: 10 ** currencyDigits(currency) })),
    sample: () => looking((snapshot) => sampleSize(purchaseHistories(snapshot, currency))),
    stop: async () => {
      await past.close();
      await store.close();
      await log.close();
    },
  };
}

async function check(log: EventLogReader, still: () => Promise<ReadSnapshot>, names: readonly string[] | null, scratch: string): Promise<CheckResult> {
  const projections = readModels.map(({ projection }) => projection).filter(({ name }) => names === null || names.includes(name));
  const folder = mkdtempSync(join(scratch, 'check-'));
  const built = SqliteReadStore.openForWriting(join(folder, 'read-models.db'));
  const live = await still();
  try {
    return await checkRebuild(projections, live, log, built);
  } finally {
    live.close();
    await built.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
