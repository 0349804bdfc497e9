import { type EventLogReader, type Position, type ReadAllOptions, type VerifiedLog, verifyLog } from '@tenure/event-log';
import { type BacktestRequest, backtestModel, type FitRequest, fitModel, type ModelBacktested, type ModelFitted } from '@tenure/fitting';
import { encodeAnswer, encodeExport } from '@tenure/http/formats';
import { type LogSecret, LogSecretMissing } from '@tenure/log-secret';
import type { PurchaseSample } from '@tenure/models';
import type { CheckedLog } from '@tenure/operating';
import { type CheckResult, checkRebuild } from '@tenure/projecting';
import { customerRecords, daysIn, logExports, purchaseHistories, purchaseSampleOf, readModels } from '@tenure/projections';
import {
  type Answer,
  type AnswerEncoding,
  checkpointAt,
  exportLog,
  type Moment,
  QueryRunner,
  queried,
  type Reader,
  type RowEncoding,
  SlicedSnapshot,
} from '@tenure/querying';
import { Past, ScratchStore } from '@tenure/querying/past';
import type { ReadSnapshot, ReadStore } from '@tenure/read-store';
import { currencyDigits } from '@tenure/shape';
import { type Handlers, Slices, Transferred } from '@tenure/threads';
import { openingPersonalData, type Vault } from '@tenure/vault';

export interface QueryHandlersParts {
  readonly log: EventLogReader;
  readonly secret: LogSecret;
  readonly vault: Vault;
  readonly store: Pick<ReadStore, 'snapshot' | 'close'>;
  readonly timezone: string;
  readonly currency: string;
  /** A folder for read models of an earlier moment, and how many megabytes they may take there. */
  readonly scratch: string;
  readonly pastMegabytes: number;
  /** The other side of a check: a snapshot of the live read models of these names, which does not move while it is read. */
  readonly still: (names: readonly string[]) => Promise<ReadSnapshot>;
}

interface Asked {
  readonly path: string;
  readonly params: object;
  readonly reader: Reader;
  /** Undefined: the answer is returned as it is. */
  readonly as: AnswerEncoding | undefined;
}

interface AskedExport {
  readonly name: string;
  readonly params: object;
  readonly moment: Moment | null;
  readonly as: RowEncoding;
}

/** What a thread for queries does: scans, exports, fits, the past, checks. It only reads. */
export function queryHandlers({ log, secret, vault, store, timezone, currency, scratch, pastMegabytes, still }: QueryHandlersParts): Handlers {
  const settings = { timezone, currency, now: Date.now, personal: openingPersonalData(vault) };
  const runner = new QueryRunner(readModels, store, queried(log), settings);
  const past = new Past({ readModels, log, scratch, megabytes: pastMegabytes }, settings);
  const queries = new Map(readModels.flatMap((readModel) => readModel.queries.map((query) => [query.path, query] as const)));
  const byName = new Map(readModels.map((readModel) => [readModel.projection.name, readModel]));

  const ofLog = new Map(logExports.map((each) => [each.name, each]));

  async function looking<T>(signal: AbortSignal, look: (snapshot: ReadSnapshot) => Promise<T>): Promise<T> {
    const snapshot = new SlicedSnapshot(await store.snapshot(), signal);
    try {
      return await look(snapshot);
    } finally {
      snapshot.close();
    }
  }

  function exported({ name, params, moment }: AskedExport, signal: AbortSignal) {
    const readModel = byName.get(name);
    if (readModel === undefined) return exportLog(ofLog.get(name)!, log, settings, params, moment, signal);
    return moment ? past.export(readModel, params, moment, signal) : runner.export(readModel, params, signal);
  }

  const today = (): number => daysIn(timezone)(settings.now() / 1000);

  async function fit(request: FitRequest, snapshot: ReadSnapshot): Promise<ModelFitted> {
    const sample = await purchaseSampleOf(snapshot);
    const spendIn = unitsOf(currencyOf(sample, request, currency));
    const surroundings = { currency: spendIn, sample, records: customerRecords(snapshot, timezone), today: today() };
    return fitModel(request, purchaseHistories(snapshot, spendIn.code, timezone), surroundings);
  }

  async function backtest(request: BacktestRequest, snapshot: ReadSnapshot): Promise<ModelBacktested> {
    const spendIn = unitsOf(currencyOf(await purchaseSampleOf(snapshot), {}, currency));
    const surroundings = { currency: spendIn, records: customerRecords(snapshot, timezone), today: today() };
    return backtestModel(request, purchaseHistories(snapshot, spendIn.code, timezone), surroundings);
  }

  async function written({ path, as }: Asked, answer: Answer, signal: AbortSignal): Promise<Answer | Transferred> {
    if (as === undefined) return answer;
    const slices = new Slices(signal);
    const encoded = await encodeAnswer(queries.get(path)!, answer, as, () => slices.next());
    return new Transferred(
      encoded,
      encoded.pieces.map(({ buffer }) => buffer),
    );
  }

  return {
    query: async (asked: Asked, { signal }) => written(asked, await runner.run(queries.get(asked.path)!, asked.params, asked.reader, signal), signal),
    past: async (asked: Asked & { moment: Moment }, { signal }) =>
      written(asked, await past.run(queries.get(asked.path)!, asked.params, asked.reader, asked.moment, signal), signal),
    export: (asked: AskedExport, { signal }) => encodeExport(exported(asked, signal), asked.as),
    replay: async (moment: Moment, { signal }) => {
      const checkpoint = await checkpointAt(log, moment);
      if (checkpoint) await verified(log, secret, checkpoint.position, signal);
      return past.replay(moment, signal);
    },
    check: async (names: readonly string[] | null, { signal }): Promise<CheckedLog> => ({
      verified: await verified(log, secret, null, signal),
      ...(await check(log, still, names, scratch)),
    }),
    fit: (request: FitRequest, { signal }) => looking(signal, (snapshot) => fit(request, snapshot)),
    backtest: (request: BacktestRequest, { signal }) => looking(signal, (snapshot) => backtest(request, snapshot)),
    sample: (_, { signal }) => looking(signal, purchaseSampleOf),
    stop: async () => {
      await past.close();
      await store.close();
      await vault.close();
      await log.close();
    },
  };
}

const unitsOf = (code: string): { code: string; minorPerMajor: number } => ({ code, minorPerMajor: 10 ** currencyDigits(code) });

/** The requested currency; else the reporting currency if anybody bought in it; else the currency of most customers. */
function currencyOf({ currencies }: PurchaseSample, { currency }: Pick<FitRequest, 'currency'>, reporting: string): string {
  if (currency !== undefined) return currency;
  return currencies.some((each) => each.currency === reporting) ? reporting : (currencies[0]?.currency ?? reporting);
}

/** Without its secret a log is verified except for its personal parts, which are counted as unchecked. @throws StreamDamaged */
function verified(log: EventLogReader, secret: LogSecret, upTo: Position | null, signal: AbortSignal): Promise<VerifiedLog> {
  const slices = new Slices(signal);
  const paged = {
    async readAll(options: ReadAllOptions) {
      await slices.next();
      return log.readAll(options);
    },
  };
  return verifyLog(paged, upTo, async () => {
    try {
      return await secret.keyed();
    } catch (error) {
      if (error instanceof LogSecretMissing) return undefined;
      throw error;
    }
  });
}

async function check(log: EventLogReader, still: QueryHandlersParts['still'], names: readonly string[] | null, scratch: string): Promise<CheckResult> {
  const projections = readModels.map(({ projection }) => projection).filter(({ name }) => names === null || names.includes(name));
  const live = await still(projections.map(({ name }) => name));
  try {
    const built = ScratchStore.open(scratch, 'check-');
    try {
      return await checkRebuild(projections, live, log, built.store);
    } finally {
      await built.remove();
    }
  } finally {
    live.close();
  }
}
