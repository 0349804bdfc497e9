import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { SqliteEventLogReader } from '@tenure/event-log';
import { type FitRequest, fitModel, sampleSize } from '@tenure/fitting';
import { checkRebuild } from '@tenure/projecting';
import { purchaseHistories, readModels } from '@tenure/projections';
import type { Moment } from '@tenure/querying';
import { Past, QueryRunner } from '@tenure/querying';
import { SqliteReadStore } from '@tenure/read-store';
import { currencyDigits } from '@tenure/shape';
import { serveThread } from '@tenure/threads';

/** A thread for what takes its time: scans, exports, fits, the past, checks. It only reads. */
export interface QueryData {
  readonly events: string;
  readonly readModels: string;
  readonly bell: SharedArrayBuffer;
  readonly timezone: string;
  readonly currency: string;
}

const data = workerData as QueryData;
const log = new SqliteEventLogReader(data.events, data.bell);
const store = SqliteReadStore.openForReading(data.readModels);
const settings = { timezone: data.timezone, currency: data.currency, now: Date.now };
const runner = new QueryRunner(readModels, store, log, settings);
const past = new Past(readModels, log, settings);
const queries = new Map(readModels.flatMap((readModel) => readModel.queries.map((query) => [query.path, query] as const)));
const byName = new Map(readModels.map((readModel) => [readModel.projection.name, readModel]));

serveThread({
  query: ({ path, params }: { path: string; params: object }) => runner.run(queries.get(path)!, params),
  past: ({ path, params, moment }: { path: string; params: object; moment: Moment }) => past.run(queries.get(path)!, params, moment),
  export: ({ readModel, moment }: { readModel: string; moment: Moment | null }) =>
    moment ? past.export(byName.get(readModel)!, moment) : runner.export(byName.get(readModel)!),
  replay: (moment: Moment) => past.replay(moment),
  check: (names: readonly string[] | null) => check(names),
  fit: async (request: FitRequest) => {
    const snapshot = await store.snapshot();
    try {
      return await fitModel(request, purchaseHistories(snapshot, data.currency), { code: data.currency, minorPerMajor: 10 ** currencyDigits(data.currency) });
    } finally {
      snapshot.close();
    }
  },
  sample: async () => {
    const snapshot = await store.snapshot();
    try {
      return await sampleSize(purchaseHistories(snapshot, data.currency));
    } finally {
      snapshot.close();
    }
  },
  stop: async () => {
    await past.close();
    await store.close();
    await log.close();
  },
});

async function check(names: readonly string[] | null) {
  const projections = readModels.map(({ projection }) => projection).filter(({ name }) => names === null || names.includes(name));
  const folder = mkdtempSync(join(tmpdir(), 'tenure-check-'));
  const scratch = SqliteReadStore.openForWriting(join(folder, 'read-models.db'));
  const live = await store.snapshot();
  try {
    return await checkRebuild(projections, live, log, scratch);
  } finally {
    live.close();
    await scratch.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
